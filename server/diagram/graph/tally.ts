import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities, type Severity } from '../../catalog/rule.ts';
import type { ControlStatement } from '../../model/architecture.ts';
import type { ControlTally, FindingTally, Marks } from './graph.ts';
import { count } from './words.ts';

export function tallyMarks(findings: readonly Finding[], controls: readonly ControlStatement[]): Marks {
  return { findings: tallyFindings(findings), controls: tallyControls(controls) };
}

/** Findings by severity, those that are accepted left out. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity) =>
    findings.filter((finding) => finding.status !== 'accepted' && shownSeverity(finding) === severity).length;
  return { critical: of('critical'), high: of('high'), medium: of('medium'), low: of('low') };
}

function tallyFindings(findings: readonly Finding[]): FindingTally {
  const standing = findings.filter(({ status }) => status !== 'accepted');
  return {
    count: standing.length,
    worst: severities.findLast((severity) => standing.some((finding) => shownSeverity(finding) === severity)),
    pending: standing.length > 0 && standing.every(({ status }) => status === 'planned'),
  };
}

/** Encryption of a flow is left out: its line says it. */
function tallyControls(controls: readonly ControlStatement[]): ControlTally {
  const of = (...statuses: readonly ControlStatement['status'][]) =>
    controls.filter(
      ({ status, control, place }) =>
        statuses.includes(status) && !(place.type === 'flow' && control === 'encryption-in-transit'),
    ).length;
  return {
    inPlace: of('implemented', 'inherited'),
    planned: of('planned', 'partial'),
    missing: of('absent', 'ineffective'),
  };
}

/** The marks in words: `2 findings, worst high; controls: 1 in place, 1 missing`. */
export function describeMarks({ findings, controls }: Marks): readonly string[] {
  const states = [
    ...(controls.inPlace > 0 ? [`${controls.inPlace} in place`] : []),
    ...(controls.planned > 0 ? [`${controls.planned} planned`] : []),
    ...(controls.missing > 0 ? [`${controls.missing} missing`] : []),
  ];
  return [
    ...(findings.worst === undefined ? [] : [`${count(findings.count, 'finding')}, worst ${findings.worst}`]),
    ...(states.length === 0 ? [] : [`controls: ${states.join(', ')}`]),
  ];
}
