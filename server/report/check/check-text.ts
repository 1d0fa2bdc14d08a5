import type { Finding, MissingGroup } from '../../analysis/finding.ts';
import { mayStandAt } from '../../analysis/controls/sites.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Edition } from '../../catalog/risk.ts';
import { severities, type Severity } from '../../catalog/rule.ts';
import { buildLineIndex, type LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { owaspIds } from './check-json.ts';
import { checkSummary } from './check-summary.ts';
import { countedFindings, type CheckedFile } from './checked-file.ts';
import { printable } from './printable.ts';
import type { Paint } from './paint.ts';

export interface TextOptions {
  readonly edition: Edition;
  readonly paint: Paint;
}

/** What a person reads in a terminal: place, line with its caret, reason, and what would answer. */
export function checkText(files: readonly CheckedFile[], catalog: Catalog, options: TextOptions): string {
  const blocks = files.flatMap((file) => fileBlocks(file, catalog, options));
  return `${[...blocks, checkSummary(files, options.paint)].join('\n\n')}\n`;
}

function fileBlocks(checked: CheckedFile, catalog: Catalog, options: TextOptions): readonly string[] {
  const { analysis, file } = checked;
  const lines = buildLineIndex(analysis.text);
  const problems = analysis.problems
    .filter((problem) => problem.severity !== 'hint')
    .map((problem) => {
      const head = headline(
        file,
        problem.span,
        lines,
        problem.severity,
        problem.code,
        problem.message,
        options.paint,
      );
      return [head, ...quoteLine(problem.span, lines, options.paint)].join('\n');
    });
  const findings = countedFindings(checked)
    .toSorted((a, b) => severities.indexOf(shownSeverity(b)) - severities.indexOf(shownSeverity(a)))
    .map((finding) => findingBlock(checked, finding, lines, catalog, options));
  return [...problems, ...findings];
}

function findingBlock(
  { file, analysis }: CheckedFile,
  finding: Finding,
  lines: LineIndex,
  catalog: Catalog,
  { edition, paint }: TextOptions,
): string {
  const severity = shownSeverity(finding);
  const marks = [
    finding.status === 'planned' ? 'planned' : undefined,
    finding.confidence === 'assumed' ? 'assumed' : undefined,
  ].filter((mark) => mark !== undefined);
  const ids = [...owaspIds(finding.risks, catalog)[edition], ...finding.agentic];
  const label = [finding.title, ...(ids.length > 0 ? [`[${ids.join(' ')}]`] : [])].join(' ');
  const code = marks.length === 0 ? finding.rule : `${finding.rule} (${marks.join(', ')})`;
  const reasons = finding.because.map((reason) => detail('because', reason.text, paint));
  const more =
    finding.morePaths > 0 ? [detail('and', `${String(finding.morePaths)} more of the same here`, paint)] : [];
  const closing =
    finding.closedBy === undefined
      ? []
      : [
          detail(
            'closes',
            `with option "${finding.closedBy.option}" ${finding.closedBy.on ? 'on' : 'off'}`,
            paint,
          ),
        ];
  const instead = finding.missing.length === 0 ? (catalog.rules.get(finding.rule)?.instead ?? '') : '';
  return [
    headline(file, finding.span, lines, severity, code, finding.message, paint),
    ...quoteLine(finding.span, lines, paint),
    detail('risk', label, paint),
    ...reasons,
    ...more,
    ...finding.missing.map((group) => detail('add', answer(group, catalog, analysis.active), paint)),
    ...(instead === '' ? [] : [detail('instead', instead, paint)]),
    ...closing,
  ].join('\n');
}

/** The controls of a group and the first place where one of them may stand. */
function answer(
  group: MissingGroup,
  catalog: Catalog,
  architecture: Parameters<typeof mayStandAt>[0],
): string {
  const controls = group.controls.flatMap((id) => catalog.controls.get(id) ?? []);
  const site = group.sites.find((candidate) =>
    controls.some((control) => mayStandAt(architecture, control, candidate)),
  );
  const where = site === undefined ? '' : site.id === undefined ? ' on the system' : ` on "${site.id}"`;
  return `${group.controls.join(' or ')}${where}`;
}

function headline(
  file: string,
  span: Span,
  lines: LineIndex,
  severity: Severity | 'error' | 'warning' | 'hint',
  code: string,
  message: string,
  paint: Paint,
): string {
  const { line, column } = lines.positionAt(span.start);
  const place = `${printable(file)}:${String(line + 1)}:${String(column + 1)}`;
  return `${paint.strong(place)}: ${paint.severity(severity, severity)} ${code}: ${printable(message)}`;
}

function quoteLine(span: Span, lines: LineIndex, paint: Paint): readonly string[] {
  const { line, column } = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  const whole = lines.lineText(line);
  // A long line is shown around the place, so that the caret stays on the screen.
  const from = column > widest - 20 ? column - 20 : 0;
  const shown = whole.slice(from, from + widest);
  const length = Math.max(1, (end.line === line ? end.column : whole.length) - column);
  const lead = printable(whole.slice(from, column)).replaceAll(/[^\t]/g, ' ');
  const number = String(line + 1).padStart(5);
  const carets = '^'.repeat(Math.max(1, Math.min(length, shown.length - (column - from))));
  return [
    `${paint.faint(`${number} |`)} ${printable(shown)}`,
    `${paint.faint('      |')} ${lead}${paint.strong(carets)}`,
  ];
}

const widest = 120;

function detail(label: string, text: string, paint: Paint): string {
  return `${paint.faint(`${label.padStart(12)}:`)} ${printable(text)}`;
}
