import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { editions, type Edition } from '../../catalog/risk.ts';
import type { Problem } from '../../model/problem.ts';
import { buildLineIndex, type LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { isKnown } from './baseline.ts';
import { countFindings, type CheckedFile } from './checked-file.ts';

/** The version of the output's shape; it changes when a field changes its meaning or goes away. */
const outputVersion = 1;

/** The machine-readable result of a check: others write programs against it. Lines and columns count from 1. */
export function checkJson(files: readonly CheckedFile[], catalog: Catalog): string {
  const output = {
    version: outputVersion,
    catalog: {
      version: catalog.version,
      rules: catalog.rules.size,
      controls: catalog.controls.size,
      risks: catalog.risks.size,
    },
    files: files.map((file) => fileJson(file, catalog)),
    summary: countFindings(files),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}

function fileJson({ file, analysis, known }: CheckedFile, catalog: Catalog): object {
  const lines = buildLineIndex(analysis.text);
  return {
    file,
    system: analysis.architecture.system.name ?? null,
    problems: analysis.problems.map((problem) => problemJson(problem, lines)),
    findings: analysis.findings.map((finding) => ({
      ...findingJson(finding, catalog, lines),
      ...(known === undefined ? {} : { baseline: isKnown(known, finding) ? 'unchanged' : 'new' }),
    })),
    coverage: analysis.coverage,
  };
}

function problemJson(problem: Problem, lines: LineIndex): object {
  const { code, severity, message } = problem;
  return { code, severity, message, ...range(problem.span, lines) };
}

/** One finding as every machine-readable output has it. */
export function findingJson(finding: Finding, catalog: Catalog, lines: LineIndex): object {
  return {
    id: finding.id,
    rule: finding.rule,
    title: finding.title,
    severity: shownSeverity(finding),
    residual: finding.severity,
    inherent: finding.inherent,
    confidence: finding.confidence,
    status: finding.status,
    element: finding.element,
    ...range(finding.span, lines),
    message: finding.message,
    because: finding.because.map((reason) => ({
      text: reason.text,
      place: reason.place,
      assumed: reason.assumed,
      ...(reason.span === undefined ? { line: null, column: null } : start(reason.span, lines)),
    })),
    paths: finding.paths,
    morePaths: finding.morePaths,
    missing: finding.missing.map((group) => group.controls),
    risks: finding.risks,
    owasp: owaspIds(finding.risks, catalog),
    agentic: finding.agentic,
    closedBy: finding.closedBy ?? null,
    acceptance: finding.acceptance ?? null,
    catalog: finding.origin,
  };
}

export function owaspIds(
  risks: readonly string[],
  catalog: Catalog,
): Readonly<Record<Edition, readonly string[]>> {
  const idsIn = (edition: Edition): readonly string[] => [
    ...new Set(risks.flatMap((risk) => catalog.risks.get(risk)?.owasp[edition] ?? [])),
  ];
  const [first, second, third] = editions.map(idsIn);
  return { '2023': first ?? [], '2025': second ?? [], '2026': third ?? [] };
}

function start(span: Span, lines: LineIndex): { line: number; column: number } {
  const position = lines.positionAt(span.start);
  return { line: position.line + 1, column: position.column + 1 };
}

function range(span: Span, lines: LineIndex): object {
  const end = lines.positionAt(span.end);
  return { ...start(span, lines), endLine: end.line + 1, endColumn: end.column + 1 };
}
