import type { TextEdit } from '../../text/text-edit.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { dataOf, type Data } from './data.ts';
import { isBorrowed, locate } from './locate.ts';
import { emptiedBy, removeEntry } from './remove-entry.ts';
import { setValue } from './set-value.ts';
import { joinEdits } from './join-edits.ts';

/** Adds an entry at the end of a section, which is made where it is missing. Undefined when the id is there already. */
export function addEntry(
  tree: SyntaxTree,
  section: string,
  id: string,
  value: Data,
): readonly TextEdit[] | undefined {
  return locate(tree, [section, id]) === undefined ? setValue(tree, [section, id], value) : undefined;
}

/**
 * Takes an entry from one place to another, as `to` names it. A control of a list is an implemented one.
 * Comments inside a value of several lines are lost; undefined when something stands at `to` already.
 */
export function moveEntry(
  tree: SyntaxTree,
  from: readonly string[],
  to: readonly string[],
): readonly TextEdit[] | undefined {
  const found = locate(tree, from);
  if (found === undefined || locate(tree, to) !== undefined) return undefined;
  if (found.type === 'entry' && isBorrowed(tree.text, found.entry)) return undefined;
  const emptied = emptiedBy(tree, from);
  if (emptied?.every((key, at) => to[at] === key)) return undefined;
  const value = found.type === 'item' ? 'implemented' : dataOf(found.entry.value);
  const added = setValue(tree, to, value);
  const removed = removeEntry(tree, from);
  if (added === undefined || removed === undefined || losesItsComma(added, removed)) return undefined;
  return joinEdits([...added, ...removed]);
}

/** Whether a comma that is put behind an item would be left behind where the item was. */
function losesItsComma(added: readonly TextEdit[], removed: readonly TextEdit[]): boolean {
  return added.some(
    ({ span, newText }) => newText === ',' && removed.some((edit) => edit.span.end === span.start),
  );
}
