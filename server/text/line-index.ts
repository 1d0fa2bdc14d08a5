/** A place as editors count it: line and column from 0, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates between offsets and positions of one text. Line ends are LF, CRLF or CR, as in LSP. */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  /** The text of a line without its line end; empty when there is no such line. */
  lineText(line: number): string;
  lineStart(line: number): number;
}

export function buildLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineStart = (line: number): number => starts[line] ?? text.length;
  const contentEnd = (line: number): number => {
    let end = lineStart(line + 1);
    while (end > lineStart(line) && isLineEnd(text.charCodeAt(end - 1))) end -= 1;
    return end;
  };
  return {
    lineCount: starts.length,
    lineStart,
    lineText: (line) => text.slice(lineStart(line), contentEnd(line)),
    positionAt: (offset) => {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lastStartAtOrBefore(starts, inside);
      return { line, column: inside - lineStart(line) };
    },
    offsetAt: ({ line, column }) => {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(lineStart(line) + Math.max(0, column), contentEnd(line));
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) {
      starts.push(at + 1);
    }
  }
  return starts;
}

function lastStartAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const lineFeed = 10;
const carriageReturn = 13;

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}
