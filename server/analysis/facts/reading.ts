import type { Span } from '../../text/span.ts';

/** How a fact is known. */
export type Basis = 'stated' | 'given' | 'derived' | 'assumed';

/** A fact about an element or flow as a rule sees it. */
export interface Reading {
  readonly values: readonly string[];
  readonly basis: Basis;
  /** Where it is stated. */
  readonly span: Span | undefined;
  /** The fact in words, with the names of the descriptor. */
  readonly text: string;
}

export function derived(text: string, ...values: readonly string[]): Reading {
  return { values, basis: 'derived', span: undefined, text };
}
