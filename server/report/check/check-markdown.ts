import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Edition } from '../../catalog/risk.ts';
import { severities } from '../../catalog/rule.ts';
import { buildLineIndex } from '../../text/line-index.ts';
import { blocks, bullets, code, md, prose, table } from '../markup/markdown.ts';
import { answeredBy } from './answered-by.ts';
import { owaspIds } from './check-json.ts';
import { countedFindings, type CheckedFile } from './checked-file.ts';
import { checkSummary } from './check-summary.ts';

/** What a pull request or the summary of a job shows: the findings of each file, the worst first. */
export function checkMarkdown(files: readonly CheckedFile[], catalog: Catalog, edition: Edition): string {
  return `${blocks(
    '# Bartizan',
    `${checkSummary(files)}.`,
    ...files.map((file) => fileBlock(file, catalog, edition)),
  )}\n`;
}

function fileBlock(checked: CheckedFile, catalog: Catalog, edition: Edition): string {
  const { file, analysis } = checked;
  const lines = buildLineIndex(analysis.text);
  const lineOf = (offset: number): string => String(lines.positionAt(offset).line + 1);
  const problems = analysis.problems
    .filter(({ severity }) => severity !== 'hint')
    .map(({ span, severity, message }) => `line ${lineOf(span.start)}: ${severity}: ${md(message)}`);
  const rows = countedFindings(checked)
    .toSorted((a, b) => severities.indexOf(shownSeverity(b)) - severities.indexOf(shownSeverity(a)))
    .map((finding) => [
      `${shownSeverity(finding)}${finding.status === 'planned' ? ' (planned)' : ''}`,
      lineOf(finding.span.start),
      `${md(finding.message)}<br>${code(finding.id)}`,
      owaspIds(finding.risks, catalog)[edition].map(md).join(', '),
      answers(finding, catalog),
    ]);
  return blocks(
    `## ${md(file)}`,
    bullets(problems),
    rows.length === 0 ? 'No findings.' : table(['Severity', 'Line', 'Finding', 'OWASP', 'Answered by'], rows),
  );
}

function answers(finding: Finding, catalog: Catalog): string {
  return answeredBy(finding) || prose(catalog.rules.get(finding.rule)?.instead ?? '');
}
