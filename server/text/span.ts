/** A half-open range of UTF-16 offsets into one text. Line and column exist only at the edges. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text together with the place where it stands. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

export const emptySpan: Span = { start: 0, end: 0 };

/** Whether `offset` lies in `span`, its end included: a cursor behind a word still means the word. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
