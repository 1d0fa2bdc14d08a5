import type { Span } from '../text/span.ts';
import type { Problem, ProblemCode, RelatedPlace, Remedy } from './problem.ts';

interface ProblemDetails {
  readonly severity?: Problem['severity'];
  readonly related?: readonly RelatedPlace[];
  readonly remedies?: readonly Remedy[];
}

/** A problem; an error unless said otherwise. */
export function makeProblem(
  code: ProblemCode,
  span: Span,
  message: string,
  details: ProblemDetails = {},
): Problem {
  return {
    code,
    severity: details.severity ?? 'error',
    span,
    message,
    related: details.related ?? [],
    remedies: details.remedies ?? [],
  };
}

/** One `replace` remedy for each word that may be meant. */
export function replaceWithEach(words: readonly string[], span: Span): readonly Remedy[] {
  return words.map((word): Remedy => ({ type: 'replace', title: `Change to "${word}"`, span, text: word }));
}
