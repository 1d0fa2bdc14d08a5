import type { Analysis } from '../analysis/analysis.ts';
import type { Span } from '../text/span.ts';
import type { Mark } from './diagnostics.ts';
import type { Fix } from './fixes/fix.ts';
import { fixesFor } from './fixes/fixes-for.ts';

/** What can be done about one mark. */
export interface Offer {
  readonly mark: Mark;
  readonly fix: Fix;
}

/** The fixes of every mark that touches the selection, those of the first mark first. */
export function fixesAt(analysis: Analysis, marks: readonly Mark[], selection: Span): readonly Offer[] {
  return marks
    .filter(({ span }) => span.start <= selection.end && selection.start <= span.end)
    .flatMap((mark) => fixesFor(analysis, mark.target).map((fix) => ({ mark, fix })));
}
