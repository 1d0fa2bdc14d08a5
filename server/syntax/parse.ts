import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Document,
  type Node as YamlNode,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { buildLineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type {
  ListNode,
  MapEntry,
  MapNode,
  ScalarNode,
  ScalarStyle,
  SyntaxNode,
  SyntaxProblem,
  SyntaxTree,
} from './tree.ts';
import { nestedTooDeeply } from './nesting.ts';
import { explainYamlError } from './yaml-message.ts';

/** Texts above this many UTF-16 units are refused: a descriptor of 100,000 lines has about 2 million. */
export const largestText = 8_000_000;

/**
 * Reads a text as YAML 1.2. Total: any text gives a tree, with what could be read as its root.
 * Aliases stand for a copy of what they name; merge keys (`<<`) are laid out, an entry's own word first, then the
 * earlier of two merged maps.
 */
export function parseSyntax(text: string): SyntaxTree {
  if (text.length > largestText) {
    return refused(text, 'the file is larger than 8 million characters, so it is not read');
  }
  if (nestedTooDeeply(text)) {
    return refused(text, 'the file opens more brackets inside each other than can be read');
  }
  try {
    const document = parseDocument(text, {
      version: '1.2',
      // The duplicate check of the package is quadratic; duplicate keys are found while decoding.
      uniqueKeys: false,
      prettyErrors: false,
      strict: true,
      merge: true,
      // `silent` would also hide a second document.
      logLevel: 'error',
    });
    const problems: SyntaxProblem[] = [...documentProblems(document, text)];
    const root = convertRoot(document, problems);
    return { text, root, problems };
  } catch (error) {
    // The package recurses over nested nodes; what the quick count above lets through can still exhaust the stack.
    if (error instanceof RangeError) return refused(text, 'the file is nested too deeply to be read');
    throw error;
  }
}

function refused(text: string, message: string): SyntaxTree {
  const firstLineEnd = text.search(/[\r\n]/);
  const end = Math.min(firstLineEnd === -1 ? text.length : firstLineEnd, 80);
  return { text, root: undefined, problems: [{ span: { start: 0, end }, message }] };
}

/**
 * One fault makes the package report many: a tab spoils the indentation of all that follows, and a broken line
 * those next to it. Only what starts such a run is told.
 */
function documentProblems(document: Document.Parsed, text: string): readonly SyntaxProblem[] {
  const lines = buildLineIndex(text);
  const lineOf = (problem: SyntaxProblem): number => lines.positionAt(problem.span.start).line;
  const isTab = (code: string): boolean => code === 'TAB_AS_INDENT';
  const firstTab = Math.min(...document.errors.filter(({ code }) => isTab(code)).map(({ pos }) => pos[0]));
  const told = document.errors
    .filter(({ code, pos }) => isTab(code) || pos[0] < firstTab)
    .map((error) => explainYamlError(error, text));
  let reached = -2;
  return [...told]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((problem) => {
      const line = lineOf(problem);
      const startsRun = line > reached + 1;
      reached = Math.max(reached, line);
      return startsRun;
    });
}

interface Conversion {
  /** What each anchor above the current node names; the nearest of a name wins. */
  readonly anchors: Map<string, YamlNode>;
  readonly problems: SyntaxProblem[];
  /** Anchored nodes on the way down, so that a node that contains its own alias ends. */
  readonly open: Set<YamlNode>;
  readonly done: Map<YamlNode, SyntaxNode>;
}

function convertRoot(document: Document.Parsed, problems: SyntaxProblem[]): SyntaxNode | undefined {
  const contents: unknown = document.contents;
  return convert(contents, { anchors: new Map(), problems, open: new Set(), done: new Map() });
}

function convert(node: unknown, conversion: Conversion): SyntaxNode | undefined {
  if (isAlias(node)) return convertAlias(node, conversion);
  if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string') {
    conversion.anchors.set(node.anchor, node);
  }
  if (isScalar(node)) return convertScalar(node);
  if (isMap(node)) return convertCollection(node, conversion, () => convertMap(node, conversion));
  if (isSeq(node)) {
    return convertCollection(node, conversion, (): ListNode => {
      const items = node.items.flatMap((item) => convert(item, conversion) ?? []);
      return { type: 'list', span: spanOf(node), flow: node.flow === true, items };
    });
  }
  return undefined;
}

/** Not by the package's own search, which walks the document again for every alias. */
function convertAlias(alias: Alias, conversion: Conversion): SyntaxNode | undefined {
  const target = conversion.anchors.get(alias.source);
  if (target !== undefined && !conversion.open.has(target)) {
    return conversion.done.get(target) ?? convert(target, conversion);
  }
  const message =
    target === undefined
      ? 'this alias names no anchor above it'
      : 'this alias stands inside of what it names';
  conversion.problems.push({ span: spanOf(alias), message });
  return undefined;
}

function convertCollection(
  node: YamlNode,
  conversion: Conversion,
  build: () => SyntaxNode,
): SyntaxNode | undefined {
  if (conversion.open.has(node)) return undefined;
  conversion.open.add(node);
  const result = build();
  conversion.open.delete(node);
  conversion.done.set(node, result);
  return result;
}

function convertMap(map: YAMLMap, conversion: Conversion): MapNode {
  const own: MapEntry[] = [];
  const merged: MapEntry[] = [];
  for (const pair of map.items) {
    const key = keyOf(pair, conversion);
    if (key === undefined) continue;
    const value = convert(pair.value, conversion);
    if (key.text === '<<' && value !== undefined && value.type !== 'scalar') {
      merged.push(...mergedEntries(value));
      continue;
    }
    own.push({ key, value, span: { start: key.span.start, end: value?.span.end ?? key.span.end } });
  }
  const said = new Set(own.map((entry) => entry.key.text));
  const inherited = merged.filter((entry) => {
    const isFirst = !said.has(entry.key.text);
    said.add(entry.key.text);
    return isFirst;
  });
  return { type: 'map', span: spanOf(map), flow: map.flow === true, entries: [...own, ...inherited] };
}

function mergedEntries(value: MapNode | ListNode): readonly MapEntry[] {
  if (value.type === 'map') return value.entries;
  return value.items.flatMap((item) => (item.type === 'map' ? item.entries : []));
}

function keyOf(pair: Pair, conversion: Conversion): ScalarNode | undefined {
  const key = convert(pair.key, conversion);
  return key?.type === 'scalar' ? key : undefined;
}

function convertScalar(scalar: Scalar): ScalarNode {
  const value = scalar.value;
  const known =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  // `source` keeps what was typed: 1.10 stays "1.10", and a date stays text.
  const text = typeof value === 'string' ? value : (scalar.source ?? (known === null ? '' : String(known)));
  return { type: 'scalar', span: spanOf(scalar), text, value: known, style: styleOf(scalar) };
}

function styleOf(scalar: Scalar): ScalarStyle {
  switch (scalar.type) {
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}

function spanOf(node: YamlNode): Span {
  const range = node.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
