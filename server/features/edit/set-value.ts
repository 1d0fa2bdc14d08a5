import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import { parseSyntax } from '../../syntax/parse.ts';
import { sections } from '../../model/vocabulary/vocabulary.ts';
import type { MapEntry, MapNode, SyntaxNode, SyntaxTree } from '../../syntax/tree.ts';
import { dataOf, isDataMap, nested, type Data, type DataMap } from './data.ts';
import { colonEnd, entryEnd, isEmptyScalar, ownEntries, propertiesOf } from './extent.ts';
import { insertEntries, insertion, styleWithin } from './insert-entries.ts';
import { addListedControls } from './listed-controls.ts';
import { indentBefore, lineEnd } from './layout.ts';
import { isBorrowed, locate } from './locate.ts';
import { blockEntries, flowText, type Style } from './render.ts';
import { insertSection, startDocument } from './sections.ts';
import { scalarText } from './scalar-text.ts';
import { hasUnreadRest } from './unread.ts';

/**
 * Adds or replaces the value at a path of keys from the root; what is missing on the way is made.
 * Undefined where that would change another entry too (an alias, a shared anchor, `<<`), where something
 * other than a map stands in the way, or where the text is too broken.
 */
export function setValue(
  tree: SyntaxTree,
  path: readonly string[],
  value: Data,
): readonly TextEdit[] | undefined {
  const edits = planValue(tree, path, value);
  if (edits === undefined || tree.problems.length === 0) return edits;
  // In broken text a new line can land in what was not read as it looks; then nothing is done.
  const after = locate(parseSyntax(applyEdits(tree.text, edits)), path);
  const written = after?.type === 'entry' ? dataOf(after.entry.value) : undefined;
  return JSON.stringify(written) === JSON.stringify(value) ? edits : undefined;
}

function planValue(tree: SyntaxTree, path: readonly string[], value: Data): readonly TextEdit[] | undefined {
  const [section] = path;
  if (section === undefined || hasUnreadRest(tree)) return undefined;
  if (tree.root === undefined || isEmptyScalar(tree.root))
    return startDocument(tree, { [section]: nested(path.slice(1), value) });
  let node: SyntaxNode = tree.root;
  for (const [at, key] of path.entries()) {
    if (node.type !== 'map') return undefined;
    const rest = path.slice(at + 1);
    const entry = ownEntries(node).find((candidate) => candidate.key.text === key);
    if (entry === undefined) {
      if (node.entries.some((candidate) => candidate.key.text === key)) return undefined;
      return addKey(tree, node, key, nested(rest, value));
    }
    if (isBorrowed(tree.text, entry)) return undefined;
    if (rest.length === 0) return replaceValue(tree, node, entry, value);
    const below = entry.value;
    if (below === undefined || isEmptyScalar(below) || (below.type === 'scalar' && below.value === null)) {
      return replaceValue(tree, node, entry, nested(rest, value));
    }
    if (below.type === 'list') {
      const [control] = rest;
      if (key !== 'controls' || control === undefined || rest.length > 1) return undefined;
      return addListedControls(tree, entry, below, { [control]: value });
    }
    node = below;
  }
  return undefined;
}

/**
 * Adds several entries to the map at a path, or to a list of controls there; what is missing is made.
 * Undefined when one of the keys stands in the map already, and where `setValue` refuses.
 */
export function addEntries(
  tree: SyntaxTree,
  path: readonly string[],
  added: DataMap,
): readonly TextEdit[] | undefined {
  const found = locate(tree, path);
  if (found?.type !== 'entry' || isBorrowed(tree.text, found.entry)) return setValue(tree, path, added);
  const { value } = found.entry;
  if (value?.type === 'list') {
    return path.at(-1) === 'controls' ? addListedControls(tree, found.entry, value, added) : undefined;
  }
  if (value?.type !== 'map')
    return value === undefined || isEmptyScalar(value) ? setValue(tree, path, added) : undefined;
  return value.entries.some((entry) => Object.hasOwn(added, entry.key.text))
    ? undefined
    : insertEntries(tree, value, added);
}

function addKey(tree: SyntaxTree, map: MapNode, key: string, value: Data): readonly TextEdit[] | undefined {
  const isSection = map === tree.root && sections.some((section) => section.name === key);
  return isSection ? insertSection(tree, map, key, value) : insertEntries(tree, map, { [key]: value });
}

function replaceValue(
  tree: SyntaxTree,
  map: MapNode,
  entry: MapEntry,
  value: Data,
): readonly TextEdit[] | undefined {
  const { text } = tree;
  const style = styleWithin(tree, map);
  const colon = colonEnd(text, entry);
  const old = entry.value;
  if (colon === undefined) {
    return map.flow && old === undefined
      ? [insertion(entry.key.span.end, `: ${flowText(value, style)}`)]
      : undefined;
  }
  if (old === undefined || isEmptyScalar(old)) {
    if (propertiesOf(text, entry) !== undefined) return undefined;
    return fillEmpty(tree, map, entry, { value, style, colon });
  }
  if (old.type === 'scalar' && old.style !== 'block') {
    const isScalar = typeof value !== 'object' || value === null;
    const newText = isScalar
      ? scalarText(value, style.quoted ? 'double-quoted' : old.style)
      : flowText(value, style);
    return newText === text.slice(old.span.start, old.span.end) ? [] : [{ span: old.span, newText }];
  }
  if (old.type !== 'scalar' && old.flow) return [{ span: old.span, newText: flowText(value, style) }];
  if (text.slice(colon, old.span.start).includes('&')) return undefined;
  // The value stands in lines of its own (or opens with `|`): a comment behind the key stays.
  const from = old.type === 'scalar' ? colon : lineEnd(text, colon);
  return [
    insertion(colon, ` ${flowText(value, style)}`),
    { span: { start: from, end: entryEnd(text, entry) }, newText: '' },
  ];
}

interface Filling {
  readonly value: Data;
  readonly style: Style;
  readonly colon: number;
}

function fillEmpty(
  tree: SyntaxTree,
  map: MapNode,
  entry: MapEntry,
  filling: Filling,
): readonly TextEdit[] | undefined {
  const { value, style, colon } = filling;
  if (
    map.flow ||
    !isDataMap(value) ||
    (style.flowMaps && !holdsEntries(tree, map)) ||
    Object.keys(value).length === 0
  ) {
    return [insertion(colon, ` ${flowText(value, style)}`)];
  }
  const indent = indentBefore(tree.text, entry.key.span.start);
  const behind = tree.text.slice(colon, lineEnd(tree.text, colon));
  if (indent === undefined || !/^\s*(?:#.*)?$/.test(behind)) return undefined;
  const lines = blockEntries(value, indent + ' '.repeat(style.step), style);
  return [insertion(lineEnd(tree.text, colon), style.lineEnd + lines)];
}

/** Sections hold entries; they are never written in one line. */
function holdsEntries(tree: SyntaxTree, map: MapNode): boolean {
  return map === tree.root;
}
