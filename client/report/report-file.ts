import type { ReportFormat } from '../../server/lsp/report-answer.ts';

const endings: readonly (readonly [RegExp, ReportFormat])[] = [
  [/\.html?$/i, 'html'],
  [/\.(md|markdown)$/i, 'markdown'],
  [/\.sarif(\.json)?$/i, 'sarif'],
  [/\.json$/i, 'json'],
  [/\.csv$/i, 'csv'],
];

/** The form in which a file of that name is written; absent where the name says none. */
export function formatOf(path: string): ReportFormat | undefined {
  return endings.find(([ending]) => ending.test(path))?.[1];
}
