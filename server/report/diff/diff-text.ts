import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities } from '../../catalog/rule.ts';
import type { Paint } from '../check/paint.ts';
import { printable } from '../check/printable.ts';
import type { Comparison } from './compare.ts';

/** What a change does to the findings, for a terminal. */
export function diffText(comparison: Comparison, paint: Paint): string {
  const { opened, closed, changed, residual, depth } = comparison;
  const line = (sign: string, finding: Finding): string => {
    const severity = shownSeverity(finding);
    return `${sign} ${paint.severity(severity, severity.padEnd(8))} ${printable(finding.message)} ${paint.faint(finding.id)}`;
  };
  const lines = [
    ...opened.map((finding) => line('+', finding)),
    ...closed.map((finding) => line('-', finding)),
    ...changed.map(
      ({ before, after }) =>
        `~ ${shownSeverity(before)} (${before.status}) → ${shownSeverity(after)} (${after.status})  ${printable(after.message)} ${paint.faint(after.id)}`,
    ),
  ];
  const risk = severities
    .toReversed()
    .map((severity) => `${severity} ${residual.before[severity]} → ${residual.after[severity]}`);
  const layers = depth.map(({ title, before, after }) => `${title} ${before} → ${after}`);
  return `${[
    ...lines,
    `${opened.length} opened, ${closed.length} closed, ${changed.length} changed`,
    `residual risk: ${risk.join(', ')}`,
    ...(layers.length === 0 ? [] : [`layers of defence: ${layers.join(', ')}`]),
  ].join('\n')}\n`;
}
