import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities } from '../../catalog/rule.ts';
import { buildLineIndex } from '../../text/line-index.ts';
import { owaspIds } from '../check/check-json.ts';
import { printable } from '../check/printable.ts';

const head = [
  'id',
  'severity',
  'inherent',
  'residual',
  'status',
  'confidence',
  'title',
  'message',
  'place',
  'file',
  'line',
  'risks',
  'owasp-2023',
  'owasp-2025',
  'owasp-2026',
  'agentic',
  'missing',
  'because',
  'path',
];

/** The findings as a table for spreadsheets and trackers, the worst first: RFC 4180, UTF-8. */
export function findingsCsv(file: string, { catalog, findings, text }: Analysis): string {
  const lines = buildLineIndex(text);
  const rows = worstFirst(findings).map((finding) => {
    const owasp = owaspIds(finding.risks, catalog);
    return [
      finding.id,
      shownSeverity(finding),
      finding.inherent,
      finding.severity,
      finding.status,
      finding.confidence,
      finding.title,
      finding.message,
      finding.element,
      file,
      String(lines.positionAt(finding.span.start).line + 1),
      finding.risks.join(' '),
      owasp['2023'].join(' '),
      owasp['2025'].join(' '),
      owasp['2026'].join(' '),
      finding.agentic.join(' '),
      finding.missing.map(({ controls }) => controls.join(' or ')).join('; '),
      finding.because.map((reason) => reason.text).join('; '),
      (finding.paths[0] ?? []).join(' > '),
    ];
  });
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => severities.indexOf(shownSeverity(b)) - severities.indexOf(shownSeverity(a)),
  );
}

/** A cell that begins like a formula is kept from being one: spreadsheets run what a descriptor says otherwise. */
function cell(text: string): string {
  const shown = printable(text);
  const safe = /^\s*[=+\-@|%]/.test(shown) ? `'${shown}` : shown;
  return /[",;'\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
