import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities } from '../../catalog/rule.ts';
import type { Paint } from '../check/paint.ts';
import { printable } from '../check/printable.ts';
import type { Comparison } from './compare.ts';
import { diffSummary } from './diff-summary.ts';

/** What a change does to the findings, for a terminal. */
export function diffText(comparison: Comparison, paint: Paint): string {
  const { opened, closed, changed, residual, depth, errors } = comparison;
  const line = (sign: string, finding: Finding): string => {
    const severity = shownSeverity(finding);
    return `${sign} ${paint.severity(severity, severity.padEnd(8))} ${paint.strong(printable(finding.id))}: ${printable(finding.message)}`;
  };
  const lines = [
    ...opened.map((finding) => line('+', finding)),
    ...closed.map((finding) => line('-', finding)),
    ...changed.map(
      ({ before, after }) =>
        `~ ${shownSeverity(before)} (${before.status}) → ${shownSeverity(after)} (${after.status}) ${paint.strong(printable(after.id))}: ${printable(after.message)}`,
    ),
  ];
  const risk = severities
    .toReversed()
    .map((severity) => `${severity} ${arrow(residual.before[severity], residual.after[severity])}`);
  const layers = depth.map(({ title, before, after }) => `${title} ${before} → ${after}`);
  return `${[
    ...lines,
    diffSummary(comparison),
    `residual risk: ${risk.join(', ')}`,
    ...(layers.length === 0 ? [] : [`layers of defence: ${layers.join(', ')}`]),
    ...(errors.before + errors.after === 0
      ? []
      : [`errors in the text, which may hide findings: ${arrow(errors.before, errors.after)}`]),
  ].join('\n')}\n`;
}

function arrow(before: number, after: number): string {
  return before === after ? `${after}` : `${before} → ${after}`;
}
