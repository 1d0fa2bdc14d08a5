import type { Span } from '../../text/span.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import { colonEnd, ownEntries, ownItems } from './extent.ts';

/** What a path leads to: an entry of a map, or an item of a list such as `controls: [a, b]`. */
export type Located =
  | { readonly type: 'entry'; readonly map: MapNode; readonly entry: MapEntry }
  | { readonly type: 'item'; readonly list: ListNode; readonly item: ScalarNode; readonly parent: MapEntry };

/** Follows keys from the root. Nothing that an alias, a shared anchor or `<<` brings is found: it belongs to another entry. */
export function locate(tree: SyntaxTree, path: readonly string[]): Located | undefined {
  let node: SyntaxNode | undefined = tree.root;
  let parent: MapEntry | undefined;
  for (const [at, key] of path.entries()) {
    const last = at === path.length - 1;
    if (node?.type === 'list' && last && parent !== undefined) return locateItem(node, key, parent);
    if (node?.type !== 'map') return undefined;
    const entry = ownEntries(node).find((candidate) => candidate.key.text === key);
    if (entry === undefined) return undefined;
    if (last) return { type: 'entry', map: node, entry };
    if (isBorrowed(tree.text, entry)) return undefined;
    node = entry.value;
    parent = entry;
  }
  return undefined;
}

function locateItem(list: ListNode, text: string, parent: MapEntry): Located | undefined {
  const item = ownItems(list).find((candidate) => candidate.type === 'scalar' && candidate.text === text);
  return item?.type === 'scalar' ? { type: 'item', list, item, parent } : undefined;
}

/** Whether a change of the entry's value would change another entry too, or the value stands elsewhere. */
export function isBorrowed(text: string, entry: MapEntry): boolean {
  const from = colonEnd(text, entry) ?? entry.key.span.end;
  const value = entry.value;
  if (value === undefined) return /^[ \t]*\*/.test(text.slice(from));
  if (value.span.start < entry.key.span.start) return true;
  const between = text.slice(from, value.span.start).replaceAll(/#.*/g, '');
  if (between.includes('*')) return true;
  const anchor = /&([^\s,[\]{}]+)/.exec(between)?.[1];
  return anchor !== undefined && aliases(text).has(anchor);
}

function aliases(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\*([^\s,[\]{}]+)/g)].map((match) => match[1] ?? ''));
}

/** The entry or list item that stands at `span`, by its key, its value or as a whole, with the keys that lead to it. */
export function locateAt(
  tree: SyntaxTree,
  span: Span,
): { readonly path: readonly string[]; readonly located: Located } | undefined {
  const path: string[] = [];
  let node: SyntaxNode | undefined = tree.root;
  let found: (Located & { readonly type: 'entry' }) | undefined;
  while (node !== undefined && node.type !== 'scalar') {
    if (node.type === 'list' && span.start === node.span.start && span.end === node.span.end) break;
    if (node.type === 'list') return found && itemAt(node, found.entry, path, span);
    const map: MapNode = node;
    const entry = entryAt(map, span);
    if (entry === undefined) return undefined;
    path.push(entry.key.text);
    found = { type: 'entry', map, entry };
    if (span.start <= entry.key.span.end) break;
    if (isBorrowed(tree.text, entry)) return undefined;
    node = entry.value;
  }
  return found && { path, located: found };
}

function entryAt(map: MapNode, span: Span): MapEntry | undefined {
  return ownEntries(map).find(
    ({ key, span: whole }) => key.span.start <= span.start && span.start < Math.max(whole.end, key.span.end),
  );
}

function itemAt(list: ListNode, parent: MapEntry, path: readonly string[], span: Span) {
  const item = ownItems(list).find(
    (candidate) => candidate.span.start <= span.start && span.end <= candidate.span.end,
  );
  if (item?.type !== 'scalar') return undefined;
  return { path: [...path, item.text], located: { type: 'item', list, item, parent } } as const;
}
