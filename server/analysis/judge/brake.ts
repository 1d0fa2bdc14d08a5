import { assumptionsIn } from '../match/evidence.ts';
import type { Verdict } from './verdict.ts';

/**
 * An assumption may complete a high or critical finding whose other facts are certain, and only one may:
 * two guesses are not a finding.
 */
export function brakeHolds(verdict: Pick<Verdict, 'rule' | 'evidence'>): boolean {
  const assumed = assumptionsIn(verdict.evidence);
  if (assumed === 0) return true;
  const grave = verdict.rule.severity === 'high' || verdict.rule.severity === 'critical';
  return assumed === 1 && grave && verdict.evidence.length > assumed;
}
