import type { Analysis } from '../../analysis/analysis.ts';
import { quote, quoteAll } from '../../model/wording.ts';
import { joinEdits } from '../edit/join-edits.ts';
import { addEntry } from '../edit/move-entry.ts';
import { setValue } from '../edit/set-value.ts';
import { actionOf, type Action } from './fix.ts';

/** Puts elements into a new boundary, which lies where they lay together and has the zone they had. */
export function extractBoundaryActions(
  { architecture, tree }: Analysis,
  ids: readonly string[],
  boundary: string,
): readonly Action[] {
  const elements = ids.flatMap((id) => architecture.elements.get(id) ?? []);
  const [first] = elements;
  if (first === undefined || elements.length !== ids.length || architecture.boundaries.has(boundary))
    return [];
  const within = elements.every((element) => element.within === first.within) ? first.within : undefined;
  const zone = architecture.boundaries.get(first.within ?? '')?.zone ?? 'unknown';
  const added = addEntry(tree, 'boundaries', boundary, { zone, ...(within === undefined ? {} : { within }) });
  const moved = elements.map((element) => {
    const section = element.role === 'actor' ? 'actors' : 'components';
    return setValue(tree, [section, element.id, 'within'], boundary);
  });
  const all = [added, ...moved];
  const edits = all.includes(undefined) ? undefined : joinEdits(all.flatMap((some) => some ?? []));
  return actionOf(`Put ${wordsFor(ids)} into a new boundary ${quote(boundary)}`, edits);
}

const fewIds = 3;

function wordsFor(ids: readonly string[]): string {
  return ids.length <= fewIds ? quoteAll('and', ids) : `${ids.length} elements`;
}
