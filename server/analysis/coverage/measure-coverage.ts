import type { Severity } from '../../catalog/rule.ts';
import type { Coverage } from '../coverage.ts';
import type { Finding } from '../finding.ts';
import { findingsOf, judgeRules, type Judgement } from '../judge-all.ts';
import { shownSeverity } from '../severity.ts';
import { suppose } from './suppose.ts';
import { measureDepth } from './depth.ts';
import { coverFunctions, coverMatrix } from './matrix.ts';
import { nextControls } from './next-controls.ts';
import { singlePoints } from './single-points.ts';

/** Measures how deep the defence stands. Judges the descriptor again for every control that is in place. */
export function measureCoverage(judgement: Judgement, findings: readonly Finding[]): Coverage {
  const { scene } = judgement;
  const bare = suppose(judgement, { counts: () => false, imagined: [] });
  const rules = [...new Set(judgement.verdicts.map((verdict) => verdict.rule))];
  const inherent = findingsOf(scene, judgeRules(scene, bare, rules).verdicts);
  const open = findings.filter((finding) => finding.status !== 'accepted');
  return {
    depth: measureDepth(judgement, inherent, open),
    matrix: coverMatrix(judgement),
    singlePoints: singlePoints(judgement),
    functions: coverFunctions(judgement),
    next: nextControls(judgement, open),
    inherent: countBySeverity(inherent.map((finding) => finding.inherent)),
    residual: countBySeverity(open.map(shownSeverity)),
  };
}

function countBySeverity(found: readonly Severity[]): Readonly<Record<Severity, number>> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const severity of found) counts[severity] += 1;
  return counts;
}
