import type { Analysis } from '../../analysis/analysis.ts';
import type { Element } from '../../model/architecture.ts';
import { boundariesAround } from '../../model/containment.ts';
import { findKind } from '../../model/vocabulary/vocabulary.ts';
import { findEntry, type MapNode } from '../../syntax/tree.ts';
import { mentionsOf } from '../slots/mentions.ts';
import type { Slot } from '../slots/slot.ts';
import { boundariesFor, fits } from './fitting.ts';
import { plausiblePurpose } from './plausible.ts';
import type { Draft, Topic } from './suggestion.ts';

type ValueSlot = Slot & { readonly type: 'value' };

/** Ids that may stand here, the likely ones first, without those that stand in the list already. */
export function suggestReferences(
  analysis: Analysis,
  slot: ValueSlot,
  written: ReadonlySet<string>,
): readonly Draft[] {
  return referencesFor(analysis, slot).filter(({ label }) => !written.has(label) && label !== slot.owner.id);
}

function referencesFor(analysis: Analysis, slot: ValueSlot): readonly Draft[] {
  const { value } = slot.key;
  const target = value.type === 'reference' ? value.to : 'data';
  const { architecture } = analysis;
  switch (target) {
    case 'boundary':
      return boundaries(analysis, slot);
    case 'data':
      return assets(analysis, slot);
    case 'identity': {
      const own = [...architecture.identities.values()].map(({ id, kind }) => draft('identity', id, kind));
      const ofUser = draft('identity', 'end-user', 'the user’s own rights');
      return slot.owner.section === 'flows' || slot.owner.section === 'defaults' ? [...own, ofUser] : own;
    }
    case 'option':
      return [...architecture.system.options].map(([name, { on }]) =>
        draft('option', name, on ? 'on by default' : 'off by default'),
      );
    case 'component':
      return components(analysis, slot);
    case 'element':
      return elements(analysis, slot);
    case 'flow':
      return flows(analysis);
    case 'place':
      return [...flows(analysis), ...[...architecture.elements.values()].map(ofElement)];
  }
}

function boundaries({ architecture }: Analysis, { owner, map }: ValueSlot): readonly Draft[] {
  const kind = findKind(textOf(map, 'kind') ?? '');
  const inside = (id: string): boolean =>
    owner.section === 'boundaries' &&
    owner.id !== undefined &&
    boundariesAround(architecture, id).some((outer) => outer.id === owner.id);
  return boundariesFor(architecture, kind)
    .filter(({ id }) => !inside(id))
    .map((boundary) => ({
      ...draft('place', boundary.id, boundary.zone),
      detail: fits(boundary, kind) ? `${boundary.zone ?? ''}: fits ${kind?.name ?? ''}` : boundary.zone,
    }));
}

/** What already reaches the side that hands it over comes first. */
function assets(analysis: Analysis, { key, map, owner }: ValueSlot): readonly Draft[] {
  const { architecture, reach, tree } = analysis;
  const flow = architecture.flows.find(({ id }) => id === owner.id);
  const end =
    key.name === 'returns' || owner.returns === true
      ? (flow?.to.text ?? textOf(map, 'to'))
      : (flow?.from.text ?? textOf(map, 'from'));
  const there = owner.section === 'flows' ? reach.elements.get(end ?? '')?.assets : undefined;
  const known = [...architecture.data.values()];
  const here = known.filter(({ id }) => there?.has(id) === true);
  const elsewhere = known.filter(({ id }) => there?.has(id) !== true);
  const unnamed = dangling(analysis).filter((id) => !tree.text.includes(`${id}:`));
  return [
    ...here.map(({ id }) => draft('data', id, `already at ${end ?? ''}`)),
    ...elsewhere.map(({ id, classification }) => draft('data', id, classification)),
    ...unnamed.map((id) => draft('data', id, 'named elsewhere')),
  ];
}

function dangling({ tree, architecture }: Analysis): readonly string[] {
  const named = mentionsOf(tree).filter(({ namespace, defines }) => namespace === 'data' && !defines);
  return [...new Set(named.map(({ name }) => name))].filter(
    (name) =>
      !architecture.data.has(name) && /^[a-z][a-z0-9-]*$/.test(name) && !name.startsWith('bartizan-hole'),
  );
}

function components({ architecture }: Analysis, { key }: ValueSlot): readonly Draft[] {
  const all = [...architecture.elements.values()].filter(({ role }) => role === 'component');
  const isLikely = (element: Element): boolean =>
    key.name === 'via' ? element.kind === 'mcp-server' : element.group === 'tool';
  return likelyFirst(all, isLikely).map(ofElement);
}

function elements(analysis: Analysis, { key, map }: ValueSlot): readonly Draft[] {
  const { architecture } = analysis;
  const all = [...architecture.elements.values()];
  if (key.name === 'to' || key.name === 'from') {
    const other = architecture.elements.get(textOf(map, key.name === 'to' ? 'from' : 'to') ?? '');
    return likelyFirst(all, (element) => {
      if (other === undefined)
        return key.name === 'from' && !architecture.flows.some((flow) => flow.from.text === element.id);
      const [from, to] = key.name === 'to' ? [other, element] : [element, other];
      return plausiblePurpose(from, to) !== undefined;
    })
      .filter(({ id }) => id !== other?.id)
      .map(ofElement);
  }
  return likelyFirst(all, ({ group, kind }) => group === 'actor' || kind.endsWith('-pipeline')).map(
    ofElement,
  );
}

function flows({ architecture }: Analysis): readonly Draft[] {
  const ids = new Map(architecture.flows.filter(({ drawn }) => drawn).map((flow) => [flow.id, flow]));
  return [...ids.values()].map(({ id, from, to }) => draft('place', id, `${from.text} → ${to.text}`));
}

function likelyFirst<T>(all: readonly T[], isLikely: (one: T) => boolean): readonly T[] {
  return [...all.filter(isLikely), ...all.filter((one) => !isLikely(one))];
}

function ofElement({ id, kind }: Element): Draft {
  return draft('place', id, kind);
}

function draft(type: Topic['type'], name: string, detail: string | undefined): Draft {
  return { label: name, kind: 'reference', detail, doc: { type, name }, snippet: name };
}

function textOf(map: MapNode, key: string): string | undefined {
  const value = findEntry(map, key)?.value;
  if (value?.type === 'list') {
    const [first] = value.items;
    return first?.type === 'scalar' ? first.text : undefined;
  }
  return value?.type === 'scalar' ? value.text : undefined;
}
