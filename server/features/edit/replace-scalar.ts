import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { ListNode, ScalarNode, SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import { ownEntries, ownItems } from './extent.ts';
import { locate } from './locate.ts';
import { scalarText, wordText } from './scalar-text.ts';

/**
 * Puts another word in the place of the scalar at `span`, keys included, in the quotes that stand there.
 * A plain word stays plain: `true` and `3` are not quoted.
 */
export function replaceScalar(tree: SyntaxTree, span: Span, text: string): readonly TextEdit[] | undefined {
  const scalar = scalarAt(tree.root, span);
  if (scalar === undefined || scalar.style === 'block') return undefined;
  return [{ span, newText: wordText(text, scalar.style) }];
}

/** Gives an entry another key. Undefined when its map has that key already. */
export function renameKey(
  tree: SyntaxTree,
  path: readonly string[],
  newKey: string,
): readonly TextEdit[] | undefined {
  const found = locate(tree, path);
  if (found === undefined) return undefined;
  if (found.type === 'item') return renameItem(found.list, found.item, newKey);
  const { map, entry } = found;
  if (entry.key.style === 'block' || map.entries.some((other) => other.key.text === newKey)) return undefined;
  return [{ span: entry.key.span, newText: scalarText(newKey, entry.key.style) }];
}

function renameItem(list: ListNode, item: ScalarNode, newText: string): readonly TextEdit[] | undefined {
  const taken = list.items.some((other) => other.type === 'scalar' && other.text === newText);
  return taken || item.style === 'block'
    ? undefined
    : [{ span: item.span, newText: scalarText(newText, item.style) }];
}

function scalarAt(node: SyntaxNode | undefined, span: Span): ScalarNode | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'scalar') return isAt(node, span) ? node : undefined;
  if (node.type === 'list') {
    const item = ownItems(node).find(
      (candidate) => candidate.span.start <= span.start && span.end <= candidate.span.end,
    );
    return scalarAt(item, span);
  }
  for (const entry of ownEntries(node)) {
    if (isAt(entry.key, span)) return entry.key;
    const value = entry.value;
    if (value === undefined || value.span.start < entry.key.span.start) continue;
    if (value.span.start <= span.start && span.end <= value.span.end) return scalarAt(value, span);
  }
  return undefined;
}

function isAt(node: ScalarNode, span: Span): boolean {
  return node.span.start === span.start && node.span.end === span.end;
}
