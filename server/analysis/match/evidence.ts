import type { Reading } from '../facts/reading.ts';
import type { Reason } from '../finding.ts';

/** Why a condition holds. A condition that does not hold has no evidence. */
export type Evidence = readonly Reason[];

export function reasonFrom(reading: Reading, place: string): Reason {
  return { text: reading.text, place, span: reading.span, assumed: reading.basis === 'assumed' };
}

export function assumptionsIn(evidence: Evidence): number {
  return evidence.filter((reason) => reason.assumed).length;
}

/** The evidence that rests on fewer assumptions. */
export function moreCertain(a: Evidence | undefined, b: Evidence | undefined): Evidence | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return assumptionsIn(b) < assumptionsIn(a) ? b : a;
}
