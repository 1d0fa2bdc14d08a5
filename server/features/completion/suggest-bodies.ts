import type { Analysis } from '../../analysis/analysis.ts';
import type { Slot } from '../slots/slot.ts';
import { entriesFor } from './suggest-entries.ts';
import type { Draft } from './suggestion.ts';

/** What may stand behind the colon of an entry that has its name and nothing else. */
export function suggestBodies(
  analysis: Analysis,
  { owner }: Slot & { readonly type: 'body' },
): readonly Draft[] {
  const bodies = new Map<string, Draft>();
  for (const draft of entriesFor(analysis, owner.section, new Set())) {
    const [, snippet] = /^\$\{1:[^}]*\}: (.*)$/.exec(draft.snippet) ?? [];
    if (snippet === undefined || bodies.has(snippet)) continue;
    bodies.set(snippet, { ...bodyNamed(draft, owner.section), snippet });
  }
  return [...bodies.values()];
}

/** Called after what it says, where the draft has only a usual name for it. */
function bodyNamed(draft: Draft, section: string): Draft {
  switch (section) {
    case 'boundaries':
      return { ...draft, label: draft.detail ?? draft.label, detail: undefined };
    case 'flows':
      return { ...draft, label: draft.label.replace(/^[a-z0-9-]+: /, '') };
    case 'data':
      return {
        ...draft,
        label: draft.snippet.includes('tags') ? 'classification and tags' : 'classification',
      };
    case 'identities':
      return { ...draft, label: 'kind and privilege' };
    default:
      return draft;
  }
}
