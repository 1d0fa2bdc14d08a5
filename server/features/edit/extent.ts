import type { Span } from '../../text/span.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import { afterLineBreak, beforeLineBreak, lineEnd } from './layout.ts';

/** The entries that stand in the map itself; the others were merged in from elsewhere by `<<`. */
export function ownEntries(map: MapNode): readonly MapEntry[] {
  return map.entries.filter(
    (entry) => map.span.start <= entry.key.span.start && entry.key.span.end <= map.span.end,
  );
}

/** Offset behind the colon of an entry; absent where there is none (`{ key }`, `? key`). */
export function colonEnd(text: string, entry: MapEntry): number | undefined {
  const colon = /[ \t]*:/y;
  colon.lastIndex = entry.key.span.end;
  return colon.test(text) ? colon.lastIndex : undefined;
}

/** The anchor, tag or alias between the colon and the value. */
export function propertiesOf(
  text: string,
  entry: MapEntry,
): { readonly text: string; readonly end: number } | undefined {
  const from = colonEnd(text, entry);
  if (from === undefined) return undefined;
  const words = /(?:[ \t]+(?:[&*][^\s,[\]{}]+|![^\s,[\]{}]*))+/y;
  words.lastIndex = from;
  const found = words.exec(text);
  return found === null ? undefined : { text: found[0].trim(), end: words.lastIndex };
}

export function isEmptyScalar(node: SyntaxNode | undefined): boolean {
  return (
    node === undefined ||
    (node.type === 'scalar' && node.style === 'plain' && node.span.start === node.span.end)
  );
}

/** Where the last character of an entry ends, without comments and blank lines behind it. */
export function entryEnd(text: string, entry: MapEntry): number {
  const colon = colonEnd(text, entry);
  const bare = propertiesOf(text, entry)?.end ?? colon ?? entry.key.span.end;
  const value = entry.value;
  if (value === undefined || value.span.start < entry.key.span.start || isEmptyScalar(value)) return bare;
  return nodeEnd(text, value);
}

function nodeEnd(text: string, node: SyntaxNode): number {
  switch (node.type) {
    case 'scalar':
      return node.style === 'block' ? trimmedEnd(text, node.span) : node.span.end;
    case 'list':
      return node.flow
        ? node.span.end
        : blockEnd(
            text,
            node,
            ownItems(node).map((item) => nodeEnd(text, item)),
          );
    case 'map':
      return node.flow
        ? node.span.end
        : blockEnd(
            text,
            node,
            ownEntries(node).map((entry) => entryEnd(text, entry)),
          );
  }
}

/** The items that stand in the list itself; aliases bring others. */
export function ownItems(list: ListNode): readonly SyntaxNode[] {
  return list.items.filter((item) => list.span.start <= item.span.start && item.span.end <= list.span.end);
}

/** The end of a block collection: behind the parts that are known, some may stand that the tree leaves out. */
function blockEnd(text: string, node: MapNode | ListNode, ends: readonly number[]): number {
  let end = Math.max(node.span.start, ...ends);
  let line = afterLineBreak(text, lineEnd(text, end));
  while (line < node.span.end) {
    const behind = lineEnd(text, line);
    const content = text.slice(line, Math.min(behind, node.span.end));
    if (/^[ \t]*[^\s#]/.test(content)) end = line + content.replace(/(?:[ \t]+#.*|[ \t]+)$/, '').length;
    const next = afterLineBreak(text, behind);
    if (next === line) break;
    line = next;
  }
  return end;
}

function trimmedEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** The scalar at the end of an entry when the blank lines behind it are part of it (`|+`). */
export function keptScalar(text: string, entry: MapEntry): ScalarNode | undefined {
  const value = entry.value;
  if (value === undefined || value.span.start < entry.key.span.start) return undefined;
  if (value.type === 'scalar') {
    const header =
      value.style === 'block' ? text.slice(value.span.start, lineEnd(text, value.span.start)) : '';
    return /^[|>]\d*\+/.test(header) && text[value.span.end - 1] === '\n' ? value : undefined;
  }
  if (value.type === 'list' || value.flow) return undefined;
  const last = ownEntries(value).at(-1);
  return last === undefined ? undefined : keptScalar(text, last);
}

/**
 * The lines of an entry in block style, together with the line break before them, so that an insertion behind the
 * line above and one behind the entry both keep their place.
 */
export function linesOf(text: string, start: number, end: number): Span {
  const before = beforeLineBreak(text, start);
  const behind = lineEnd(text, end);
  return before < start ? { start: before, end: behind } : { start, end: afterLineBreak(text, behind) };
}
