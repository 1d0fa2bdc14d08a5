import type { Analysis } from '../analysis/analysis.ts';
import { covers, touches, type Span } from '../text/span.ts';
import type { Mark } from './diagnostics.ts';
import { loudestAt } from './fixes-at.ts';
import { controlFormActions } from './fixes/control-form.ts';
import { denyControlActions } from './fixes/deny-control.ts';
import { extractBoundaryActions } from './fixes/extract-boundary.ts';
import type { Action } from './fixes/fix.ts';
import { planBoundaryActions } from './fixes/plan-boundary.ts';
import { freeName } from './free-name.ts';

/** So many statements that a control is not there are offered: those of the loudest findings come first. */
const mostDenials = 6;

/** Changes of what stands at the selection that answer no single finding. */
export function rewritesAt(analysis: Analysis, marks: readonly Mark[], selection: Span): readonly Action[] {
  const boundaries = [...analysis.architecture.boundaries.values()].filter(({ idSpan }) =>
    touches(idSpan, selection.start),
  );
  const denials = loudestAt(marks, selection).flatMap(({ target }) =>
    'finding' in target ? denyControlActions(analysis, target.finding) : [],
  );
  return [
    ...controlFormActions(analysis, selection.start),
    ...boundaries.flatMap(({ id }) => planBoundaryActions(analysis, id)),
    ...eachOnce(denials).slice(0, mostDenials),
  ];
}

/** Puts the elements whose ids are selected into a boundary of their own. */
export function extractionsAt(analysis: Analysis, selection: Span): readonly Action[] {
  const { architecture } = analysis;
  const ids = [...architecture.elements.values()].flatMap(({ id, idSpan }) =>
    covers(selection, idSpan) ? [id] : [],
  );
  const { boundaries, elements, flows } = architecture;
  const taken = new Set([...boundaries.keys(), ...elements.keys(), ...flows.map(({ id }) => id)]);
  return ids.length === 0 ? [] : extractBoundaryActions(analysis, ids, freeName('new-boundary', taken));
}

function eachOnce(actions: readonly Action[]): readonly Action[] {
  const titles = new Set<string>();
  return actions.filter(({ title }) => !titles.has(title) && titles.add(title));
}
