import type { Span } from '../../text/span.ts';
import { findEntry, type MapEntry, type SyntaxNode } from '../../syntax/tree.ts';
import { makeProblem } from '../make-problem.ts';
import type { Problem, Remedy } from '../problem.ts';
import { quote } from '../wording.ts';

/** The sections as they were found, first of each name. */
type Sections = ReadonlyMap<string, MapEntry>;

export type IdSection = 'boundaries' | 'identities' | 'actors' | 'components' | 'data' | 'flows';

/** Every id of the file with the place of its first definition, by section. */
export interface Ids {
  readonly bySection: Readonly<Record<IdSection, ReadonlyMap<string, Span>>>;
  readonly options: ReadonlyMap<string, Span>;
}

export const nounOfSection: Readonly<Record<IdSection, string>> = {
  boundaries: 'boundary',
  identities: 'identity',
  actors: 'actor',
  components: 'component',
  data: 'data asset',
  flows: 'flow',
};

const namespaces: readonly (readonly IdSection[])[] = [
  ['boundaries', 'actors', 'components', 'flows'],
  ['data'],
  ['identities'],
];

export function collectIds(sections: Sections): Ids {
  const idsOf = (section: SyntaxNode | undefined): ReadonlyMap<string, Span> => {
    const ids = new Map<string, Span>();
    for (const { key } of namedEntries(section)) if (!ids.has(key.text)) ids.set(key.text, key.span);
    return ids;
  };
  const section = (name: IdSection): ReadonlyMap<string, Span> => idsOf(sections.get(name)?.value);
  return {
    bySection: {
      boundaries: section('boundaries'),
      identities: section('identities'),
      actors: section('actors'),
      components: section('components'),
      data: section('data'),
      flows: section('flows'),
    },
    options: idsOf(findEntry(sections.get('system')?.value, 'options')?.value),
  };
}

/** Entries of a section that name something; keys that begin with `x-` are the author's own. */
export function namedEntries(section: SyntaxNode | undefined): readonly MapEntry[] {
  if (section?.type !== 'map') return [];
  return section.entries.filter((entry) => !entry.key.text.startsWith('x-'));
}

/** What is wrong with the ids themselves: their form, and two of one name. */
export function* checkIds(sections: Sections, text: string): Generator<Problem> {
  for (const namespace of namespaces) {
    const first = new Map<string, { section: IdSection; span: Span }>();
    for (const section of namespace) {
      for (const entry of namedEntries(sections.get(section)?.value)) {
        const { text: id, span } = entry.key;
        if (!isWellFormedId(id)) yield malformedId(id, span, text);
        const before = first.get(id);
        if (before === undefined) first.set(id, { section, span });
        else if (before.span.start !== span.start) yield duplicateId(entry, section, before);
      }
    }
  }
}

const longestId = 64;

export function isWellFormedId(id: string): boolean {
  return id.length <= longestId && /^[a-z][a-z0-9-]*$/.test(id);
}

export function malformedId(id: string, span: Span, text: string): Problem {
  const better = id
    .slice(0, longestId)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .replace(/-+$/, '');
  const rule =
    id.length > longestId
      ? `an id has at most ${longestId} characters`
      : 'an id begins with a small letter and has small letters, digits and hyphens';
  // Other places that use the name would be left behind by a change of this one.
  const usedOnce = id !== '' && text.indexOf(id) === text.lastIndexOf(id);
  const remedies: readonly Remedy[] =
    better !== '' && usedOnce
      ? [{ type: 'replace', title: `Change to "${better}"`, span, text: better }]
      : [];
  return makeProblem('malformed-id', span, `${quote(id)} cannot be an id: ${rule}`, { remedies });
}

function duplicateId(
  entry: MapEntry,
  section: IdSection,
  before: { readonly section: IdSection; readonly span: Span },
): Problem {
  const id = quote(entry.key.text);
  const noun = nounOfSection[before.section];
  const message =
    before.section === section
      ? `there are two entries ${id} in "${section}"; give one of them another id`
      : `${id} is already the id of ${withArticle(noun)}; boundaries, actors, components and flows share their ids`;
  return makeProblem('duplicate-id', entry.key.span, message, {
    related: [{ text: `the first ${id}`, span: before.span }],
  });
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
