import type { TextEdit } from '../../text/text-edit.ts';
import type { ListNode, MapEntry, ScalarNode, SyntaxTree } from '../../syntax/tree.ts';
import type { Data } from './data.ts';
import { ownItems } from './extent.ts';
import { insertion } from './insert-entries.ts';
import { indentBefore, indentStep, lineEnd, lineEndOf, lineStart } from './layout.ts';
import { flowEntry, flowText, keyText, type Style } from './render.ts';

interface Addition {
  readonly control: string;
  readonly declaration: Data;
}

/**
 * Declares a control in a list of controls, all of which are implemented. An implemented one joins the list;
 * any other turns the list into a map.
 */
export function addListedControl(
  tree: SyntaxTree,
  parent: MapEntry,
  list: ListNode,
  { control, declaration }: Addition,
): readonly TextEdit[] | undefined {
  const items = ownItems(list).flatMap((item) =>
    item.type === 'scalar' && item.style !== 'block' ? [item] : [],
  );
  if (items.length !== list.items.length) return undefined;
  const listed = items.find((item) => item.text === control);
  if (declaration === 'implemented' && listed !== undefined) return [];
  const parts: Parts = { tree, parent, list, items, style: styleOf(tree, items) };
  const appended = declaration === 'implemented';
  if (list.flow)
    return appended ? appendToFlow(parts, control) : flowListToMap(parts, { control, declaration });
  return appended ? appendToBlock(parts, control) : blockListToMap(parts, { control, declaration });
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

function appendToFlow(parts: Parts, control: string): readonly TextEdit[] | undefined {
  return afterLastInFlow(parts, keyText(control, parts.style));
}

function flowListToMap(parts: Parts, { control, declaration }: Addition): readonly TextEdit[] | undefined {
  const { list, items, tree } = parts;
  const open = list.span.start;
  const close = list.span.end - 1;
  if (tree.text[open] !== '[' || tree.text[close] !== ']') return undefined;
  const listed = items.some((item) => item.text === control);
  const added = listed ? [] : afterLastInFlow(parts, flowEntry(control, declaration, parts.style));
  if (added === undefined) return undefined;
  const tight = (at: number): string => (/\s/.test(tree.text[at] ?? ' ') ? '' : ' ');
  return [
    { span: { start: open, end: open + 1 }, newText: `{${tight(open + 1)}` },
    ...items.map((item) => declared(parts, item, { control, declaration })),
    ...added,
    { span: { start: close, end: close + 1 }, newText: `${tight(close - 1)}}` },
  ];
}

/** Puts something behind the last item, before a comma that already closes it. */
function afterLastInFlow(
  { tree, list, items, style }: Parts,
  added: string,
): readonly TextEdit[] | undefined {
  const last = items.at(-1);
  if (tree.text[list.span.end - 1] !== ']' || list.span.end - 1 <= list.span.start) return undefined;
  if (last === undefined) {
    const inside = { start: list.span.start + 1, end: list.span.end - 1 };
    return tree.text.slice(inside.start, inside.end).trim() === ''
      ? [{ span: inside, newText: added }]
      : undefined;
  }
  const ownLine = indentBefore(tree.text, last.span.start);
  const endOfLine = lineEnd(tree.text, last.span.end);
  if (ownLine === undefined || endOfLine >= list.span.end) return [insertion(last.span.end, `, ${added}`)];
  const behind = tree.text.slice(last.span.end, endOfLine);
  const line = `${style.lineEnd}${ownLine}${added}`;
  if (/^[ \t]*,/.test(behind)) return [insertion(endOfLine, `${line},`)];
  return [insertion(last.span.end, ','), insertion(endOfLine, line)];
}

function declared({ style }: Parts, item: ScalarNode, { control, declaration }: Addition): TextEdit {
  const text = flowText(item.text === control ? declaration : 'implemented', style);
  return insertion(item.span.end, `: ${text}`);
}

function appendToBlock({ tree, items, style }: Parts, control: string): readonly TextEdit[] | undefined {
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const dash = tree.text.slice(lineStart(tree.text, last.span.start), last.span.start);
  if (!/^ *-[ \t]+$/.test(dash)) return undefined;
  return [insertion(lineEnd(tree.text, last.span.end), style.lineEnd + dash + keyText(control, style))];
}

function blockListToMap(parts: Parts, { control, declaration }: Addition): readonly TextEdit[] | undefined {
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
    const from = start + Math.min(dashIndent.length, indent.length);
    edits.push({ span: { start: from, end: item.span.start }, newText: indent.slice(dashIndent.length) });
    edits.push(declared(parts, item, { control, declaration }));
  }
  if (items.some((item) => item.text === control)) return edits;
  const line = `${style.lineEnd}${indent}${flowEntry(control, declaration, style)}`;
  return [...edits, insertion(lineEnd(tree.text, last.span.end), line)];
}
