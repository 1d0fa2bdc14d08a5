import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { MapEntry, MapNode, SyntaxTree } from '../../syntax/tree.ts';
import type { DataMap } from './data.ts';
import { entryEnd, keptScalar, ownEntries } from './extent.ts';
import { indentBefore, indentStep, lineEnd, lineEndOf } from './layout.ts';
import { blockEntries, flowEntry, type Style } from './render.ts';
import { hasProblemIn } from './unread.ts';

/**
 * Adds entries to a map behind `after`, or behind its last entry, in the map's own style.
 * Undefined where the text is too broken to say where that is.
 */
export function insertEntries(
  tree: SyntaxTree,
  map: MapNode,
  added: DataMap,
  after: MapEntry | undefined = lastOf(map),
): readonly TextEdit[] | undefined {
  if (Object.keys(added).length === 0) return [];
  const beside = map.flow || after === undefined ? map.span : spanOf(tree, after);
  if (hasProblemIn(tree, beside)) return undefined;
  return map.flow ? insertInFlow(tree, map, added, after) : insertInBlock(tree, map, added, after);
}

/** How entries of this map are written. */
export function styleWithin(tree: SyntaxTree, map: MapNode | undefined): Style {
  const entries = map === undefined ? [] : ownEntries(map);
  const maps = entries.flatMap((entry) => (entry.value?.type === 'map' ? [entry.value] : []));
  return {
    lineEnd: lineEndOf(tree.text),
    step: indentStep(tree, map),
    quoted: entries.length > 0 && entries.every((entry) => entry.key.style === 'double-quoted'),
    flowMaps: maps.filter((value) => value.flow && value.entries.length > 0).length * 2 > maps.length,
  };
}

/** From the key to the end of the line on which the entry ends. */
export function spanOf({ text }: SyntaxTree, entry: MapEntry): Span {
  return { start: entry.key.span.start, end: lineEnd(text, entryEnd(text, entry)) };
}

function lastOf(map: MapNode): MapEntry | undefined {
  return ownEntries(map).at(-1);
}

function insertInBlock(
  tree: SyntaxTree,
  map: MapNode,
  added: DataMap,
  after: MapEntry | undefined,
): readonly TextEdit[] | undefined {
  const { text } = tree;
  const first = ownEntries(map)[0];
  if (first === undefined || after === undefined) return undefined;
  const indent = indentBefore(text, first.key.span.start);
  if (indent === undefined || indentBefore(text, after.key.span.start) !== indent) return undefined;
  const style = styleWithin(tree, map);
  const lines = blockEntries(added, indent, style);
  const kept = keptScalar(text, after);
  if (kept !== undefined) return [insertion(kept.span.end, lines + style.lineEnd)];
  return [insertion(lineEnd(text, entryEnd(text, after)), style.lineEnd + lines)];
}

function insertInFlow(
  tree: SyntaxTree,
  map: MapNode,
  added: DataMap,
  after: MapEntry | undefined,
): readonly TextEdit[] | undefined {
  const { text } = tree;
  const close = map.span.end - 1;
  if (close <= map.span.start || text[map.span.start] !== '{' || text[close] !== '}') return undefined;
  const style = styleWithin(tree, map);
  const entries = Object.entries(added).map(([key, value]) => flowEntry(key, value, style));
  const end = after === undefined ? map.span.start + 1 : entryEnd(text, after);
  if (after === undefined) return insertBeforeBrace(text, map, entries);
  const rest = readSeparators(text, end, close);
  if (rest === undefined) return undefined;
  const ownLine = indentBefore(text, after.key.span.start);
  const endOfLine = lineEnd(text, end);
  if (ownLine === undefined || endOfLine > rest.end || (rest.comma ?? end) > endOfLine) {
    return [insertion(end, `, ${entries.join(', ')}`)];
  }
  // The map has its entries on lines of their own, so a comment behind one of them stays with it.
  const lines = style.lineEnd + ownLine + entries.join(`,${style.lineEnd}${ownLine}`);
  if (rest.comma !== undefined) return [insertion(endOfLine, `${lines},`)];
  return [insertion(end, ','), insertion(endOfLine, lines)];
}

/** For a map of which no entry is known: `{}`, `{ # comment`, `{ <<: *other }`. */
function insertBeforeBrace(text: string, map: MapNode, entries: readonly string[]): readonly TextEdit[] {
  const inside = { start: map.span.start + 1, end: map.span.end - 1 };
  const content = text.slice(inside.start, inside.end);
  if (/^\s*$/.test(content)) return [{ span: inside, newText: ` ${entries.join(', ')} ` }];
  const code = content.replaceAll(/(^|\s)#.*/g, '$1').trimEnd();
  const separator = code === '' || code.endsWith(',') ? '' : ', ';
  const onNewLine = indentBefore(text, inside.end) !== undefined;
  if (onNewLine) return [insertion(inside.end, `${separator}${entries.join(', ')} `)];
  return [insertion(inside.start + content.trimEnd().length, `${separator || ' '}${entries.join(', ')}`)];
}

interface Separators {
  /** Offset of the comma, if one follows. */
  readonly comma: number | undefined;
  /** Where the next entry or the closing bracket begins. */
  readonly end: number;
}

/** What stands between an entry and the next one. Undefined where it is not a comma, blanks and comments. */
function readSeparators(text: string, from: number, close: number): Separators | undefined {
  let comma: number | undefined;
  let at = from;
  while (at < close) {
    const character = text[at] ?? '';
    if (character === '#' && /\s/.test(text[at - 1] ?? ' ')) at = lineEnd(text, at);
    else if (/\s/.test(character)) at += 1;
    else if (character === ',' && comma === undefined) {
      comma = at;
      at += 1;
    } else return comma === undefined ? undefined : { comma, end: at };
  }
  return { comma, end: close };
}

export function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
