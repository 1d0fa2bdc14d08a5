import type { Span } from '../text/span.ts';

/** What is wrong with one entry of a catalog. Line and column are computed at the edge, from the file's text. */
export interface CatalogProblem {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}
