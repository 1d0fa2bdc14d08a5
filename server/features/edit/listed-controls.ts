import type { TextEdit } from '../../text/text-edit.ts';
import type { ListNode, MapEntry, ScalarNode, SyntaxTree } from '../../syntax/tree.ts';
import type { DataMap } from './data.ts';
import { ownItems } from './extent.ts';
import { insertion } from './insert-entries.ts';
import { indentBefore, indentStep, lineEnd, lineEndOf, lineStart } from './layout.ts';
import { flowEntry, flowText, keyText, type Style } from './render.ts';

/**
 * Declares controls in a list of controls, all of which are implemented. Implemented ones join the list;
 * any other turns the list into a map.
 */
export function addListedControls(
  tree: SyntaxTree,
  parent: MapEntry,
  list: ListNode,
  added: DataMap,
): readonly TextEdit[] | undefined {
  const items = ownItems(list).flatMap((item) =>
    item.type === 'scalar' && item.style !== 'block' ? [item] : [],
  );
  if (items.length !== list.items.length) return undefined;
  const parts: Parts = { tree, parent, list, items, style: styleOf(tree, items) };
  const listed = new Set(items.map((item) => item.text));
  const fresh = Object.entries(added).filter(([control]) => !listed.has(control));
  if (Object.values(added).every((declaration) => declaration === 'implemented')) {
    const names = fresh.map(([control]) => keyText(control, parts.style));
    if (names.length === 0) return [];
    return list.flow ? behindLastInFlow(parts, names) : behindLastInBlock(parts, names);
  }
  const entries = fresh.map(([control, declaration]) => flowEntry(control, declaration, parts.style));
  return list.flow ? flowListToMap(parts, added, entries) : blockListToMap(parts, added, entries);
}

interface Parts {
  readonly tree: SyntaxTree;
  readonly parent: MapEntry;
  readonly list: ListNode;
  readonly items: readonly ScalarNode[];
  readonly style: Style;
}

function styleOf(tree: SyntaxTree, items: readonly ScalarNode[]): Style {
  return {
    lineEnd: lineEndOf(tree.text),
    step: indentStep(tree, undefined),
    quoted: items.length > 0 && items.every((item) => item.style === 'double-quoted'),
    flowMaps: true,
  };
}

function flowListToMap(
  parts: Parts,
  added: DataMap,
  entries: readonly string[],
): readonly TextEdit[] | undefined {
  const { list, items, tree } = parts;
  const open = list.span.start;
  const close = list.span.end - 1;
  if (tree.text[open] !== '[' || tree.text[close] !== ']') return undefined;
  const behind = entries.length === 0 ? [] : behindLastInFlow(parts, entries);
  if (behind === undefined) return undefined;
  const gap = (at: number): string => (/\s/.test(tree.text[at] ?? ' ') ? '' : ' ');
  return [
    { span: { start: open, end: open + 1 }, newText: `{${gap(open + 1)}` },
    ...items.map((item) => declared(parts, item, added)),
    ...behind,
    { span: { start: close, end: close + 1 }, newText: `${gap(close - 1)}}` },
  ];
}

/** Puts something behind the last item, before a comma that already closes it. */
function behindLastInFlow(
  { tree, list, items, style }: Parts,
  added: readonly string[],
): readonly TextEdit[] | undefined {
  const last = items.at(-1);
  if (tree.text[list.span.end - 1] !== ']' || list.span.end - 1 <= list.span.start) return undefined;
  if (last === undefined) {
    const inside = { start: list.span.start + 1, end: list.span.end - 1 };
    const blank = tree.text.slice(inside.start, inside.end).trim() === '';
    return blank ? [{ span: inside, newText: added.join(', ') }] : undefined;
  }
  const ownLine = indentBefore(tree.text, last.span.start);
  const endOfLine = lineEnd(tree.text, last.span.end);
  if (ownLine === undefined || endOfLine >= list.span.end) {
    return [insertion(last.span.end, `, ${added.join(', ')}`)];
  }
  const behind = tree.text.slice(last.span.end, endOfLine);
  const lines = style.lineEnd + ownLine + added.join(`,${style.lineEnd}${ownLine}`);
  if (/^[ \t]*,/.test(behind)) return [insertion(endOfLine, `${lines},`)];
  return [insertion(last.span.end, ','), insertion(endOfLine, lines)];
}

function declared({ style }: Parts, item: ScalarNode, added: DataMap): TextEdit {
  const declaration = Object.hasOwn(added, item.text) ? added[item.text] : undefined;
  return insertion(item.span.end, `: ${flowText(declaration ?? 'implemented', style)}`);
}

function behindLastInBlock(
  { tree, items, style }: Parts,
  names: readonly string[],
): readonly TextEdit[] | undefined {
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const dash = tree.text.slice(lineStart(tree.text, last.span.start), last.span.start);
  if (!/^ *-[ \t]+$/.test(dash)) return undefined;
  const lines = names.map((name) => style.lineEnd + dash + name);
  return [insertion(lineEnd(tree.text, last.span.end), lines.join(''))];
}

function blockListToMap(
  parts: Parts,
  added: DataMap,
  entries: readonly string[],
): readonly TextEdit[] | undefined {
  const { tree, items, parent, style } = parts;
  const last = items.at(-1);
  const outer = indentBefore(tree.text, parent.key.span.start);
  if (last === undefined || outer === undefined) return undefined;
  const edits: TextEdit[] = [];
  let indent = '';
  for (const item of items) {
    const start = lineStart(tree.text, item.span.start);
    const before = /^( *)-[ \t]+$/.exec(tree.text.slice(start, item.span.start));
    if (before === null) return undefined;
    const dashIndent = before[1] ?? '';
    // A list may stand at its key's own column, a map may not.
    indent = dashIndent.length > outer.length ? dashIndent : outer + ' '.repeat(style.step);
    const from = start + dashIndent.length;
    edits.push({ span: { start: from, end: item.span.start }, newText: indent.slice(dashIndent.length) });
    edits.push(declared(parts, item, added));
  }
  const lines = entries.map((entry) => style.lineEnd + indent + entry);
  return entries.length === 0
    ? edits
    : [...edits, insertion(lineEnd(tree.text, last.span.end), lines.join(''))];
}
