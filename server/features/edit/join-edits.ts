import type { TextEdit } from '../../text/text-edit.ts';

/**
 * Edits of one text in the order of their places, each once, an insertion before what is replaced behind it.
 * Undefined when two of them overlap.
 */
export function joinEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const joined: TextEdit[] = [];
  for (const edit of ordered) {
    const last = joined.at(-1);
    if (last?.span.start === edit.span.start && last.span.end === edit.span.end) {
      if (last.newText === edit.newText) continue;
      if (edit.span.end > edit.span.start) return undefined;
    }
    if (last !== undefined && edit.span.start < last.span.end) return undefined;
    joined.push(edit);
  }
  return joined;
}
