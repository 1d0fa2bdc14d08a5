import type { SinglePoint } from '../coverage.ts';
import type { Judgement } from '../judge-all.ts';
import { severities } from '../../catalog/rule.ts';
import { weigh } from '../severity.ts';
import { openUnder, rulesAbout } from './suppose.ts';

/** Takes each control away in turn and sees which findings open: what opens rests on that control alone. */
export function singlePoints(judgement: Judgement): readonly SinglePoint[] {
  const points: SinglePoint[] = [];
  for (const standing of judgement.index.all) {
    if (standing.state !== 'met' || standing.statement?.status === 'not-applicable') continue;
    const rules = rulesAbout(judgement, new Set([standing.control.id]));
    const before = openUnder(judgement, { counts: () => true, imagined: [] }, rules);
    const isSame = (other: typeof standing): boolean =>
      other.control.id === standing.control.id && other.place === standing.place && other.statement === standing.statement;
    const after = openUnder(judgement, { counts: (other) => !isSame(other), imagined: [] }, rules);
    const opens = [...after]
      .filter(([id]) => !before.has(id))
      .map(([finding, verdict]) => ({ finding, severity: weigh(judgement.scene, verdict).residual }));
    if (opens.length > 0) points.push({ control: standing.control.id, place: standing.place, opens });
  }
  return points.sort((a, b) => weightOf(b) - weightOf(a));
}

function weightOf(point: SinglePoint): number {
  return point.opens.reduce((sum, { severity }) => sum + 4 ** severities.indexOf(severity), 0);
}
