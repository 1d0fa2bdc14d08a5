import type { Analysis } from '../../../analysis/analysis.ts';
import type { Edition } from '../../../catalog/risk.ts';
import { blocks } from '../../markup/markdown.ts';
import { buildThreatReport } from '../content/threat-report.ts';
import { coverageParts } from './coverage-parts.ts';
import { findingParts } from './finding-parts.ts';
import { controlParts } from './control-parts.ts';
import { summaryParts } from './summary-parts.ts';
import { appendixParts } from './appendix-parts.ts';

/** The threat report as Markdown, for a repository or a wiki; `diagram` is Mermaid of our own renderer. */
export function markdownReport(analysis: Analysis, diagram: string, edition: Edition): string {
  const report = buildThreatReport(analysis, edition);
  return `${blocks(
    ...summaryParts(report),
    '## The system',
    `\`\`\`mermaid\n${diagram.trimEnd()}\n\`\`\``,
    ...coverageParts(report),
    ...findingParts(report),
    ...controlParts(report),
    ...appendixParts(report),
  )}\n`;
}
