import type { Span } from '../text/span.ts';

/** What is wrong with the YAML itself. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block';

/** A leaf. `text` is what the author meant, unquoted; `value` is YAML 1.2's reading of it. */
export interface ScalarNode {
  readonly type: 'scalar';
  readonly span: Span;
  readonly text: string;
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** Absent where nothing follows the colon. */
  readonly value: SyntaxNode | undefined;
  /** From the key to the end of the value, without trailing comments and blank lines. */
  readonly span: Span;
}

/** `flow` is the `{ … }` style. */
export interface MapNode {
  readonly type: 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
}

/** `flow` is the `[ … ]` style. */
export interface ListNode {
  readonly type: 'list';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly SyntaxNode[];
}

export type SyntaxNode = ScalarNode | MapNode | ListNode;

/** The reading of one text. Broken text is a value: `root` is whatever could be read. */
export interface SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

export function findEntry(node: SyntaxNode | undefined, key: string): MapEntry | undefined {
  if (node?.type !== 'map') return undefined;
  return node.entries.find((entry) => entry.key.text === key);
}
