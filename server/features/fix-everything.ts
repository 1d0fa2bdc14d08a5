import type { Analysis } from '../analysis/analysis.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { fixAll } from './fixes/fixes-for.ts';

/** A safe fix can uncover another; so many rounds no descriptor needs. */
const mostRounds = 10;

/** The edits that make every safe fix, those included that only the new text allows. `again` analyzes a text. */
export function fixEverything(start: Analysis, again: (text: string) => Analysis): readonly TextEdit[] {
  const first = fixAll(start);
  if (first.length === 0) return [];
  let text = applyEdits(start.text, first);
  let edits = first;
  for (let round = 1; round < mostRounds; round += 1) {
    const more = fixAll(again(text));
    if (more.length === 0) break;
    text = applyEdits(text, more);
    edits = [difference(start.text, text)];
  }
  return edits;
}

/** One edit of whole lines that turns `before` into `after`: no place inside a CRLF or a pair of surrogates. */
function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  while (start > 0 && before[start - 1] !== '\n') start -= 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  while (end > 0 && before.at(-1 - end) !== '\n') end -= 1;
  return {
    span: { start, end: before.length - end },
    newText: after.slice(start, after.length - end),
  };
}
