import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities } from '../../catalog/rule.ts';
import { answeredBy } from '../check/answered-by.ts';
import { blocks, code, md, table } from '../markup/markdown.ts';
import { sentence } from '../../diagram/graph/words.ts';
import type { Comparison } from './compare.ts';
import { diffSummary } from './diff-summary.ts';

/** What a change does to the findings, as the comment of a pull request. */
export function diffMarkdown(comparison: Comparison, file: string): string {
  const { opened, closed, changed, residual, depth, errors } = comparison;
  const arrow = (before: number, after: number): string =>
    before === after ? String(after) : `${before} → **${after}**`;
  return `${blocks(
    `### Bartizan: ${md(file)}`,
    `**${sentence(diffSummary(comparison))}.**`,
    errors.before + errors.after === 0
      ? ''
      : `Errors in the text, which may hide findings: ${arrow(errors.before, errors.after)}.`,
    findings('Opened', opened, true),
    findings('Closed', closed, false),
    changed.length === 0
      ? ''
      : `**Changed**\n\n${table(
          ['Before', 'After', 'Finding'],
          changed.map(({ before, after }) => [
            `${shownSeverity(before)}, ${before.status}`,
            `${shownSeverity(after)}, ${after.status}`,
            `${md(after.message)}<br>${code(after.id)}`,
          ]),
        )}`,
    table(
      ['Residual risk', ...severities.toReversed().map(sentence)],
      [
        [
          'Findings',
          ...severities.toReversed().map((one) => arrow(residual.before[one], residual.after[one])),
        ],
      ],
    ),
    depth.length === 0
      ? ''
      : table(
          ['Layers of defence', 'Before', 'After'],
          depth.map(({ title, before, after }) => [md(title), String(before), String(after)]),
        ),
  )}\n`;
}

function findings(heading: string, found: readonly Finding[], withAnswers: boolean): string {
  if (found.length === 0) return '';
  const rows = found.map((finding) => [
    shownSeverity(finding),
    `${md(finding.message)}<br>${code(finding.id)}`,
    ...(withAnswers ? [answeredBy(finding)] : []),
  ]);
  return `**${heading}**\n\n${table(['Severity', 'Finding', ...(withAnswers ? ['Answered by'] : [])], rows)}`;
}
