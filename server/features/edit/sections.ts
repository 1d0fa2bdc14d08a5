import type { TextEdit } from '../../text/text-edit.ts';
import { sections } from '../../model/vocabulary/vocabulary.ts';
import type { MapEntry, MapNode, SyntaxTree } from '../../syntax/tree.ts';
import type { Data, DataMap } from './data.ts';
import { entryEnd, ownEntries } from './extent.ts';
import { insertEntries, insertion, spanOf, styleWithin } from './insert-entries.ts';
import { indentBefore, lineEnd, lineEndOf } from './layout.ts';
import { blockEntries, type Style } from './render.ts';
import { hasProblemIn } from './unread.ts';

/** Adds a section where it belongs: behind the sections that people write before it. */
export function insertSection(
  tree: SyntaxTree,
  root: MapNode,
  name: string,
  value: Data,
): readonly TextEdit[] | undefined {
  const before = predecessor(root, name);
  if (root.flow) return insertEntries(tree, root, { [name]: value }, before);
  const first = ownEntries(root)[0];
  const indent = first === undefined ? undefined : indentBefore(tree.text, first.key.span.start);
  if (first === undefined || indent === undefined) return undefined;
  if (before !== undefined && hasProblemIn(tree, spanOf(tree, before))) return undefined;
  const style = sectionStyle(tree, root);
  const lines = blockEntries({ [name]: value }, indent, style);
  const gap = blankLineBetween(tree, root) ? style.lineEnd : '';
  if (before === undefined) {
    return [insertion(first.key.span.start - indent.length, lines + style.lineEnd + gap)];
  }
  return [insertion(lineEnd(tree.text, entryEnd(tree.text, before)), style.lineEnd + gap + lines)];
}

/** The first entries of a text that holds none, only comments perhaps. */
export function startDocument(tree: SyntaxTree, content: DataMap): readonly TextEdit[] {
  const style: Style = { lineEnd: lineEndOf(tree.text), step: 2, quoted: false, flowMaps: false };
  const end = tree.text.length;
  const atLineStart = /(?:^|[\r\n]|^\uFEFF)$/.test(tree.text);
  return [
    insertion(end, (atLineStart ? '' : style.lineEnd) + blockEntries(content, '', style) + style.lineEnd),
  ];
}

/** Among the sections that stand before it in the vocabulary, the last one that is there. */
function predecessor(root: MapNode, name: string): MapEntry | undefined {
  const names: readonly string[] = sections.map((section) => section.name);
  const earlier = names.slice(0, names.indexOf(name));
  let found: MapEntry | undefined;
  for (const candidate of earlier) {
    found = ownEntries(root).find((entry) => entry.key.text === candidate) ?? found;
  }
  return found;
}

function sectionStyle(tree: SyntaxTree, root: MapNode): Style {
  return { ...styleWithin(tree, root), flowMaps: false };
}

/** Whether the file sets its sections apart by blank lines. */
function blankLineBetween(tree: SyntaxTree, root: MapNode): boolean {
  const entries = ownEntries(root);
  return entries.some((entry, at) => {
    const next = entries[at + 1];
    if (next === undefined) return false;
    return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(
      tree.text.slice(entryEnd(tree.text, entry), next.key.span.start),
    );
  });
}
