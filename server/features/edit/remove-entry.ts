import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { sections } from '../../model/vocabulary/vocabulary.ts';
import type { ListNode, MapEntry, ScalarNode, SyntaxTree } from '../../syntax/tree.ts';
import { colonEnd, entryEnd, keptScalar, linesOf, ownEntries, ownItems } from './extent.ts';
import { indentBefore, lineEnd, lineStart } from './layout.ts';
import { locate, locateAt, type Located } from './locate.ts';

/**
 * Removes an entry of a map, or an item of a list. Comments on lines of their own stay. `controls` and sections of
 * entries go with their last entry; any other map or list that loses it is left empty.
 */
export function removeEntry(tree: SyntaxTree, path: readonly string[]): readonly TextEdit[] | undefined {
  const found = locate(tree, path);
  return found && removeFound(tree, path, found);
}

/** The same for the entry or item that stands at a span: of two entries with one key it finds the one that is meant. */
export function removeEntryAt(tree: SyntaxTree, span: Span): readonly TextEdit[] | undefined {
  const found = locateAt(tree, span);
  return found && removeFound(tree, found.path, found.located);
}

function removeFound(
  tree: SyntaxTree,
  path: readonly string[],
  found: Located,
): readonly TextEdit[] | undefined {
  if (found.type === 'item') {
    const alone = found.list.items.length === 1;
    if (alone && holdsOnlyEntries(path.slice(0, -1))) return removeEntry(tree, path.slice(0, -1));
    return alone
      ? emptied(tree, found.parent, found.list, '[]')
      : removeItem(tree.text, found.list, found.item);
  }
  const { map, entry } = found;
  if (map.entries.length > 1)
    return map.flow ? removeFromFlow(tree.text, map, entry) : removeLines(tree.text, entry);
  if (path.length === 1) return removeOnly(tree.text, map, entry);
  if (holdsOnlyEntries(path.slice(0, -1))) return removeEntry(tree, path.slice(0, -1));
  const parent = locate(tree, path.slice(0, -1));
  return parent?.type === 'entry' ? emptied(tree, parent.entry, map, '{}') : undefined;
}

/** The path of the map or list that is left empty, or goes, when the entry is removed. */
export function emptiedBy(tree: SyntaxTree, path: readonly string[]): readonly string[] | undefined {
  const found = locate(tree, path);
  const count = found?.type === 'item' ? found.list.items.length : found?.map.entries.length;
  if (count !== 1) return undefined;
  const parent = path.slice(0, -1);
  return holdsOnlyEntries(parent) ? (emptiedBy(tree, parent) ?? parent) : parent;
}

function holdsOnlyEntries(path: readonly string[]): boolean {
  const [section] = path;
  if (path.length === 1) return sections.some(({ name, shape }) => name === section && shape === 'entries');
  return path.at(-1) === 'controls';
}

function removeLines(text: string, entry: MapEntry): readonly TextEdit[] | undefined {
  const indent = indentBefore(text, entry.key.span.start);
  if (indent === undefined) return undefined;
  const end = keptScalar(text, entry)?.span.end ?? entryEnd(text, entry);
  return [deletion(linesOf(text, entry.key.span.start - indent.length, end))];
}

function removeOnly(text: string, node: { readonly flow: boolean; readonly span: Span }, entry: MapEntry) {
  return node.flow
    ? [deletion({ start: node.span.start + 1, end: node.span.end - 1 })]
    : removeLines(text, entry);
}

function emptied(
  tree: SyntaxTree,
  parent: MapEntry,
  value: { readonly flow: boolean; readonly span: Span },
  empty: string,
): readonly TextEdit[] | undefined {
  if (value.flow) return [{ span: value.span, newText: empty }];
  const colon = colonEnd(tree.text, parent);
  if (colon === undefined) return undefined;
  const from = lineEnd(tree.text, colon);
  return [
    { span: { start: colon, end: colon }, newText: ` ${empty}` },
    deletion({ start: from, end: entryEnd(tree.text, parent) }),
  ];
}

function removeFromFlow(
  text: string,
  map: { readonly span: Span; readonly entries: readonly MapEntry[] },
  entry: MapEntry,
): readonly TextEdit[] | undefined {
  const spans = ownEntries({ type: 'map', flow: true, ...map }).map((own) => ({
    start: own.key.span.start,
    end: entryEnd(text, own),
  }));
  return removeFlowPart(text, map.span, spans, entry.key.span.start);
}

function removeItem(text: string, list: ListNode, item: ScalarNode): readonly TextEdit[] | undefined {
  const own = ownItems(list);
  if (list.flow)
    return removeFlowPart(
      text,
      list.span,
      own.map((part) => part.span),
      item.span.start,
    );
  const lead = /^ *-[ \t]+$/.exec(text.slice(lineStart(text, item.span.start), item.span.start));
  if (lead === null) return undefined;
  return [deletion(linesOf(text, item.span.start - lead[0].length, item.span.end))];
}

/** Removes one of several parts between brackets, together with one comma. */
function removeFlowPart(
  text: string,
  whole: Span,
  parts: readonly Span[],
  start: number,
): readonly TextEdit[] | undefined {
  const at = parts.findIndex((part) => part.start === start);
  const part = parts[at];
  if (part === undefined) return undefined;
  const previous = parts[at - 1];
  const comma = commaAfter(text, part.end, whole.end);
  const indent = indentBefore(text, part.start);
  const behind = text.slice(comma === undefined ? part.end : comma + 1, lineEnd(text, part.end));
  const ownLine =
    indent !== undefined && lineEnd(text, part.end) < whole.end && /^[ \t]*(?:#.*)?$/.test(behind);
  if (ownLine && (comma ?? 0) < lineEnd(text, part.end)) {
    const lines = deletion(linesOf(text, part.start - indent.length, part.end));
    const orphan =
      comma === undefined && previous !== undefined ? commaAfter(text, previous.end, part.start) : undefined;
    return orphan === undefined || orphan >= lines.span.start
      ? [lines]
      : [deletion({ start: orphan, end: orphan + 1 }), lines];
  }
  const next = parts[at + 1];
  if (next !== undefined && commentFree(text.slice(part.end, next.start)))
    return [deletion({ start: part.start, end: next.start })];
  if (previous !== undefined && commentFree(text.slice(previous.end, part.start))) {
    return [deletion({ start: previous.end, end: part.end })];
  }
  if (previous === undefined || comma !== undefined) {
    return comma === undefined ? undefined : [deletion({ start: part.start, end: comma + 1 })];
  }
  const orphan = commaAfter(text, previous.end, part.start);
  return orphan === undefined ? undefined : [deletion({ start: orphan, end: orphan + 1 }), deletion(part)];
}

function commentFree(between: string): boolean {
  return /^[\s,]*$/.test(between);
}

function commaAfter(text: string, from: number, until: number): number | undefined {
  for (let at = from; at < until; at += 1) {
    const character = text[at] ?? '';
    if (character === ',') return at;
    if (character === '#') at = lineEnd(text, at);
    else if (!/\s/.test(character)) return undefined;
  }
  return undefined;
}

function deletion(span: Span): TextEdit {
  return { span, newText: '' };
}
