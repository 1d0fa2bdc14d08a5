import type { Analysis } from '../../analysis/analysis.ts';
import { sections, type Section } from '../../model/vocabulary/vocabulary.ts';
import type { Key } from '../../model/vocabulary/word.ts';
import type { MapNode } from '../../syntax/tree.ts';
import type { Slot } from '../slots/slot.ts';
import type { Hole } from './hole.ts';
import type { Draft } from './suggestion.ts';
import { isUsuallyList } from './usual-facts.ts';

export function suggestSections({ map }: Slot & { readonly type: 'section' }, hole: Hole): readonly Draft[] {
  const written = keysIn(map);
  return sections
    .filter(({ name }) => !written.has(name))
    .sort((a, b) => Number(seldom.has(a.name)) - Number(seldom.has(b.name)))
    .map((section) => ({
      label: section.name,
      kind: 'section',
      doc: section.doc,
      snippet: hole.colonFollows ? section.name : section.name + bodyOf(section, hole),
      goesOn: section.shape !== 'version',
    }));
}

/** Sections that many descriptors do without. */
const seldom: ReadonlySet<string> = new Set(['defaults', 'identities', 'accepted-risks']);

function bodyOf({ name, shape }: Section, { inFlow }: Hole): string {
  if (shape === 'version') return ': 1$0';
  if (inFlow) return ': { $1 }$0';
  if (name === 'system') return ':\n  name: ${1:My system}\n  $0';
  return shape === 'defaults' ? ':\n  flows: { $1 }$0' : ':\n  $0';
}

/** Required keys first, then those about which something is assumed now, then in the order of the vocabulary. */
export function suggestKeys(
  analysis: Analysis,
  { map, keys, owner }: Slot & { readonly type: 'key' },
  hole: Hole,
): readonly Draft[] {
  const written = keysIn(map);
  const asked = owner.control === undefined ? unsaidFacts(analysis, owner.id) : new Set<string>();
  const rank = (key: Key): number => (key.required ? 0 : asked.has(key.name) ? 1 : 2);
  return keys
    .filter(({ name }) => !written.has(name))
    .sort((a, b) => rank(a) - rank(b))
    .map((key) => ({
      label: key.name,
      kind: 'key',
      detail: detailOf(key, asked),
      doc: key.doc,
      snippet: hole.colonFollows ? key.name : `${key.name}:${valueOf(key, hole)}`,
      goesOn: key.value.type !== 'text' && key.value.type !== 'parameters',
    }));
}

export function suggestParameters(
  { catalog }: Analysis,
  { owner, map }: Slot & { readonly type: 'parameter' },
  { colonFollows }: Hole,
): readonly Draft[] {
  const written = keysIn(map);
  const params = catalog.controls.get(owner.control ?? '')?.params ?? {};
  return Object.entries(params)
    .filter(([name]) => !written.has(name))
    .map(([name, doc]) => ({ label: name, kind: 'key', doc, snippet: colonFollows ? name : `${name}: $0` }));
}

function detailOf(key: Key, asked: ReadonlySet<string>): string | undefined {
  if (key.required) return 'required';
  return asked.has(key.name) ? `now assumed: ${key.assume ?? 'the worst'}` : undefined;
}

/** What stands behind the colon; a list where several values are usual. Out of brackets leads one more tab stop. */
function valueOf(key: Key, { inFlow }: Hole): string {
  switch (key.value.type) {
    case 'controls':
      return inFlow ? ' { $1 }$0' : '\n  $0';
    case 'switches':
    case 'parameters':
      return ' { $1 }$0';
    default:
      return isUsuallyList(key) ? ' [$1]$0' : ' $0';
  }
}

/** Keys of an element about which the analysis had to assume something. */
function unsaidFacts({ problems, architecture }: Analysis, id: string | undefined): ReadonlySet<string> {
  const element = id === undefined ? undefined : architecture.elements.get(id);
  if (element === undefined) return new Set();
  return new Set(
    problems
      .filter(({ code, span }) => code === 'unsaid-facts' && span.start === element.idSpan.start)
      .flatMap(({ remedies }) =>
        remedies.flatMap((remedy) => (remedy.type === 'ask-keys' ? remedy.keys : [])),
      ),
  );
}

export function keysIn(map: MapNode): ReadonlySet<string> {
  return new Set(map.entries.map(({ key }) => key.text));
}
