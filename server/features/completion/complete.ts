import type { Analysis } from '../../analysis/analysis.ts';
import { findHole, holdsNothing, type Hole } from './hole.ts';
import { starters, type Starter } from './starters.ts';
import { suggestAcceptances } from './suggest-acceptances.ts';
import { suggestControls, suggestStatuses } from './suggest-controls.ts';
import { suggestBodies } from './suggest-bodies.ts';
import { suggestEntries } from './suggest-entries.ts';
import { suggestIgnored } from './suggest-ignored.ts';
import { suggestKeys, suggestParameters, suggestSections } from './suggest-keys.ts';
import { suggestValues } from './suggest-values.ts';
import type { Draft, Suggestion, Suggestions } from './suggestion.ts';

/** What may be put at the cursor, best first; in an empty file whole descriptors of these patterns too. */
export function completionsAt(
  analysis: Analysis,
  offset: number,
  patterns: readonly Starter[] = starters,
): Suggestions {
  const { text } = analysis;
  const ignored = suggestIgnored(analysis, offset);
  if (ignored !== undefined) return { items: ignored, incomplete: false };
  const whole = holdsNothing(text) ? wholeDescriptors(text, offset, patterns) : [];
  const hole = findHole(text, offset);
  if (hole === undefined) return { items: whole, incomplete: false };
  const { drafts, incomplete } = draftsFor(analysis, hole);
  return { items: [...whole, ...drafts.map((draft) => fill(draft, hole))], incomplete };
}

/** Drafts, and whether typing on would bring others. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly incomplete: boolean;
}

function draftsFor(analysis: Analysis, hole: Hole): Drafts {
  const { slot } = hole;
  const all = (drafts: readonly Draft[]): Drafts => ({ drafts, incomplete: false });
  switch (slot.type) {
    case 'section':
      return all(suggestSections(slot, hole));
    case 'id':
      return all(suggestEntries(analysis, slot, hole));
    case 'body':
      return all(suggestBodies(analysis, slot));
    case 'acceptance':
      return all(suggestAcceptances(analysis, slot, hole));
    case 'key':
      return all(suggestKeys(analysis, slot, hole));
    case 'control':
      return suggestControls(analysis, slot, hole);
    case 'status':
      return all(suggestStatuses(analysis, hole));
    case 'value':
      return suggestValues(analysis, slot, hole);
    case 'parameter':
      return all(suggestParameters(analysis, slot, hole));
    case 'option-default':
      return all(['false', 'true'].map((word): Draft => ({ label: word, kind: 'word', snippet: word })));
    case 'version':
      return all([
        { label: '1', kind: 'word', snippet: '1', doc: 'The version of the descriptor language.' },
      ]);
    case 'option':
      return all(hole.colonFollows ? [] : [newOption]);
  }
}

const newOption: Draft = {
  label: 'option',
  kind: 'pattern',
  detail: 'a switch of a deployment, with its default',
  snippet: '${1:pilot}: ${2|false,true|}$0',
};

function fill(draft: Draft, { replace, lead }: Hole): Suggestion {
  const { label, kind, detail, doc, goesOn = false } = draft;
  const snippet = lead + draft.snippet;
  return {
    label,
    kind,
    detail,
    doc,
    snippet,
    replace,
    filter: lead === '' ? undefined : lead + label,
    goesOn,
  };
}

/** Whole patterns, where there is nothing yet. */
function wholeDescriptors(text: string, offset: number, patterns: readonly Starter[]): readonly Suggestion[] {
  if (/#[^\n]*$/.test(text.slice(0, offset))) return [];
  return patterns.map(({ name, doc, body }) => ({
    label: name,
    kind: 'pattern',
    detail: undefined,
    doc,
    snippet: body,
    replace: { start: offset, end: offset },
    filter: undefined,
    goesOn: false,
  }));
}
