import type { MapNode, SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';

/** The line end that the text uses; LF where it has none. A CR alone ends no line for the YAML reader. */
export function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** Offset of the first character of the line, behind a byte order mark. */
export function lineStart(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** Offset of the line's end, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset behind the line break that stands at `at`, if one does. */
export function afterLineBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' ? at + 1 : at;
}

/** Offset before the line break that ends at `at`, if one does. */
export function beforeLineBreak(text: string, at: number): number {
  if (at >= 2 && text.startsWith('\r\n', at - 2)) return at - 2;
  return at >= 1 && text[at - 1] === '\n' ? at - 1 : at;
}

/** The blanks before `at` when nothing else stands before it on its line. */
export function indentBefore(text: string, at: number): string | undefined {
  const before = text.slice(lineStart(text, at), at);
  return /^ *$/.test(before) ? before : undefined;
}

/** By how much a map below `map` is indented: as its entries do it, else as the file does, else two. */
export function indentStep(tree: SyntaxTree, map: MapNode | undefined): number {
  return (map && stepBelow(tree.text, map)) ?? firstStep(tree.text, tree.root) ?? 2;
}

function stepBelow(text: string, map: MapNode): number | undefined {
  if (map.flow) return undefined;
  for (const entry of map.entries) {
    const value = entry.value;
    if (value?.type !== 'map' || value.flow) continue;
    const inner = value.entries.find((candidate) => candidate.key.span.start >= value.span.start);
    if (inner === undefined || value.span.start < entry.key.span.start) continue;
    const outerIndent = indentBefore(text, entry.key.span.start);
    const innerIndent = indentBefore(text, inner.key.span.start);
    if (outerIndent === undefined || innerIndent === undefined) continue;
    if (innerIndent.length > outerIndent.length) return innerIndent.length - outerIndent.length;
  }
  return undefined;
}

function firstStep(text: string, node: SyntaxNode | undefined): number | undefined {
  if (node?.type !== 'map' || node.flow) return undefined;
  const own = stepBelow(text, node);
  if (own !== undefined) return own;
  for (const entry of node.entries) {
    const below = firstStep(text, entry.value);
    if (below !== undefined) return below;
  }
  return undefined;
}
