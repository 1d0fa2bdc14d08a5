import type { Analysis } from '../../analysis/analysis.ts';
import type { Edition } from '../../catalog/risk.ts';
import { buildGraph } from '../../diagram/graph/build-graph.ts';
import { renderMermaid } from '../../diagram/mermaid/render-mermaid.ts';
import type { Placed } from '../../diagram/place/placed.ts';
import { renderSvg } from '../../diagram/svg/render-svg.ts';
import { findingsCsv } from '../findings/findings-csv.ts';
import { findingsJson } from '../findings/findings-json.ts';
import { programVersion } from '../program-version.ts';
import { htmlReport } from './html/html-report.ts';
import { markdownReport } from './markdown/markdown-report.ts';

/** How a threat report is written. JSON and CSV hold the findings alone. */
export const threatFormats = ['html', 'markdown', 'json', 'csv'] as const;

export type ThreatFormat = (typeof threatFormats)[number];

export interface ReportInput {
  /** The descriptor, as its reader knows the file. */
  readonly file: string;
  readonly analysis: Analysis;
  readonly edition: Edition;
  /** The placed diagram; asked for only where the form shows it. */
  readonly draw: () => Promise<Placed>;
}

export async function writeThreatReport(
  format: ThreatFormat,
  { file, analysis, edition, draw }: ReportInput,
): Promise<string> {
  switch (format) {
    case 'html': {
      const picture = renderSvg(await draw(), { theme: 'editor', frame: 'sheet' });
      return htmlReport(analysis, picture, { edition, version: programVersion });
    }
    case 'markdown':
      return markdownReport(analysis, renderMermaid(buildGraph(analysis)), edition);
    case 'json':
      return findingsJson(file, analysis);
    case 'csv':
      return findingsCsv(file, analysis);
  }
}
