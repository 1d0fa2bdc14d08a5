import type { Analysis } from '../../analysis/analysis.ts';
import { boundariesAround } from '../../model/containment.ts';
import type { Boundary, Element } from '../../model/architecture.ts';
import { findKind } from '../../model/vocabulary/vocabulary.ts';
import { zones } from '../../model/vocabulary/element-keys.ts';
import type { Span } from '../../text/span.ts';
import { bullets, code, codes, paragraphs, plain, shortened } from '../markdown.ts';
import { describeFlow } from './describe-flow.ts';
import {
  assetNames,
  controlLines,
  findingsAt,
  head,
  layerLines,
  mostNames,
  switchedOff,
} from './place-lines.ts';

/** An element, a boundary or a flow. Findings that are marked at the hovered place itself are shown there already. */
export function describePlace(analysis: Analysis, id: string, hovered?: Span): string | undefined {
  const { architecture } = analysis;
  const element = architecture.elements.get(id);
  if (element !== undefined) return describeElement(analysis, element, hovered);
  const boundary = architecture.boundaries.get(id);
  if (boundary !== undefined) return describeBoundary(analysis, boundary, hovered);
  const [first, ...others] = architecture.flows.filter((flow) => flow.id === id);
  return first && describeFlow(analysis, [first, ...others], hovered);
}

export function describeData(analysis: Analysis, id: string): string | undefined {
  const asset = analysis.architecture.data.get(id);
  if (asset === undefined) return undefined;
  const at = [...analysis.reach.elements].flatMap(([element, { assets }]) =>
    assets.has(id) ? [element] : [],
  );
  const facts = [asset.classification ?? 'confidential (assumed)', ...asset.tags];
  return paragraphs(
    head(asset, 'data'),
    bullets([
      `Classification: ${facts.map(plain).join(', ')}`,
      at.length === 0 ? 'Reaches no element' : `Reaches ${shortened(at.map(code), mostNames).join(', ')}`,
    ]),
  );
}

export function describeIdentity({ architecture }: Analysis, id: string): string | undefined {
  if (id === 'end-user') return 'The user’s own rights, passed on by means the model cannot alter';
  const identity = architecture.identities.get(id);
  if (identity === undefined) return undefined;
  const users = [...architecture.elements.values()].filter(({ facts }) => said(facts, 'runs-as') === id);
  return paragraphs(
    head(identity, identity.kind ?? 'identity'),
    bullets([
      ...factLines(identity.facts, ['privilege', 'lifetime']),
      users.length === 0 ? 'Nothing acts with it' : `Acts for ${codes(users.map((user) => user.id))}`,
    ]),
  );
}

export function describeOption({ architecture, options }: Analysis, name: string): string | undefined {
  const option = architecture.system.options.get(name);
  if (option === undefined) return undefined;
  const on = options.switches[name] ?? option.on;
  const { boundaries, elements, flows } = architecture;
  const switched = (wanted: boolean): readonly string[] => [
    ...new Set(
      [...boundaries.values(), ...elements.values(), ...flows].flatMap(({ id, switches }) =>
        switches.some((one) => one.option.text === name && one.wanted === wanted) ? [id] : [],
      ),
    ),
  ];
  const there = (wanted: boolean): readonly string[] => {
    const ids = switched(wanted);
    if (ids.length === 0) return [];
    return [
      `There only while it is ${wanted ? 'on' : 'off'}: ${shortened(ids.map(code), mostNames).join(', ')}`,
    ];
  };
  return paragraphs(
    `**${plain(name)}** — option`,
    bullets([`Judged here as ${code(on ? 'on' : 'off')}`, ...there(true), ...there(false)]),
  );
}

function describeElement(analysis: Analysis, element: Element, hovered: Span | undefined): string {
  const kind = findKind(element.kind);
  const reach = analysis.reach.elements.get(element.id);
  const assets = assetNames(reach?.assets.keys() ?? []);
  const around = boundariesAround(analysis.architecture, element.id).map(({ id }) => id);
  const places = new Set([element.id]);
  return paragraphs(
    head(element, element.kind),
    plain(element.description ?? kind?.doc ?? ''),
    bullets([
      ...(reach === undefined
        ? [switchedOff(analysis, element.switches)]
        : [`Trust: **${reach.trust}**, because ${plain(reach.because)}`]),
      ...(assets.length === 0 ? [] : [`Data here: ${shortened(assets, mostNames).join(', ')}`]),
      ...(reach?.classification === undefined ? [] : [`Up to ${code(reach.classification)}`]),
      ...(around.length === 0 ? [] : [`Within ${codes(around)}`]),
      ...guardLines(element),
      ...controlLines(element.controls),
      ...layerLines(analysis, places),
    ]),
    findingsAt(analysis, places, hovered),
  );
}

function describeBoundary(analysis: Analysis, boundary: Boundary, hovered: Span | undefined): string {
  const { architecture, judgement } = analysis;
  const inside = (id: string): boolean =>
    boundariesAround(architecture, id).some((around) => around.id === boundary.id);
  const members = [...architecture.elements.keys()].filter(inside);
  const inner = [...architecture.boundaries.keys()].filter(inside);
  const places = new Set([boundary.id, ...members, ...inner]);
  const groups = judgement.verdicts
    .filter(({ place }) => places.has(place))
    .flatMap((verdict) => verdict.groups);
  const met = groups.filter(({ state }) => state === 'met').length;
  const zone = zones.find(({ name }) => name === boundary.zone);
  return paragraphs(
    head(boundary, boundary.zone ?? 'boundary'),
    plain(boundary.description ?? zone?.doc ?? ''),
    bullets([
      members.length === 0
        ? 'Nothing lies within'
        : `Holds ${shortened(members.map(code), mostNames).join(', ')}`,
      ...(inner.length === 0 ? [] : [`Boundaries within: ${codes(inner)}`]),
      ...(groups.length === 0 ? [] : [`${met} of ${groups.length} requirements met`]),
      ...controlLines(boundary.controls),
      ...layerLines(analysis, places),
    ]),
    findingsAt(analysis, places, hovered),
  );
}

function guardLines({ facts }: Element): readonly string[] {
  const guarded = facts.get('guards')?.values.map(({ text }) => code(text)) ?? [];
  return guarded.length === 0 ? [] : [`Guards ${shortened(guarded, mostNames).join(', ')}`];
}

function factLines(facts: Element['facts'], names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = said(facts, name);
    return value === undefined ? [] : [`${name}: ${code(value)}`];
  });
}

function said(facts: Element['facts'], name: string): string | undefined {
  return facts.get(name)?.values[0]?.text;
}
