import type { Analysis } from '../analysis/analysis.ts';
import type { Span } from '../text/span.ts';
import type { Loudness, Mark } from './diagnostics.ts';
import type { Fix } from './fixes/fix.ts';
import { foremostFixesFor } from './fixes/fixes-for.ts';

/** What can be done about one mark. */
export interface Offer {
  readonly mark: Mark;
  readonly fix: Fix;
}

/** So many fixes of each mark come before the rest of any: where much is missing at one place, all is in reach. */
const leading = 2;

/** The fixes of every mark that touches the selection: the best of each first, those of the loudest mark foremost. */
export function fixesAt(analysis: Analysis, marks: readonly Mark[], selection: Span): readonly Offer[] {
  const offers = loudestAt(marks, selection).map((mark) =>
    foremostFixesFor(analysis, mark.target).map((fix): Offer => ({ mark, fix })),
  );
  return [
    ...offers.flatMap((ofMark) => ofMark.slice(0, leading)),
    ...offers.flatMap((ofMark) => ofMark.slice(leading)),
  ];
}

/** The marks that touch the selection, the loudest first. */
export function loudestAt(marks: readonly Mark[], selection: Span): readonly Mark[] {
  return marks
    .filter(({ span }) => span.start <= selection.end && selection.start <= span.end)
    .sort((a, b) => volume.indexOf(a.loudness) - volume.indexOf(b.loudness));
}

const volume: readonly Loudness[] = ['error', 'warning', 'information', 'hint'];
