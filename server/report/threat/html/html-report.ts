import type { Analysis } from '../../../analysis/analysis.ts';
import type { Edition } from '../../../catalog/risk.ts';
import { html, toText, trusted, type Html } from '../../markup/html.ts';
import { buildThreatReport, type ThreatReport } from '../content/threat-report.ts';
import { acceptancesSection } from './acceptances-section.ts';
import { assumptionsSection } from './assumptions-section.ts';
import { attackPathsSection } from './attack-paths-section.ts';
import { cover } from './cover.ts';
import { declaredSection } from './declared-section.ts';
import { depthSection } from './depth-section.ts';
import { functionsSection } from './functions-section.ts';
import { heatMapSection } from './heat-map-section.ts';
import { neededSection } from './needed-section.ts';
import { nextSection } from './next-section.ts';
import { policyOf } from './policy.ts';
import { referencesSection } from './references-section.ts';
import { registerSection } from './register-section.ts';
import { script } from './script.ts';
import { section, type Section } from './section.ts';
import { singlePointsSection } from './single-points-section.ts';
import { soundSection } from './sound-section.ts';
import { style } from './style.ts';

export interface HtmlReportOptions {
  /** Edition of the OWASP ids that are shown first. */
  readonly edition: Edition;
  /** The version of the program that writes it. */
  readonly version: string;
  /**
   * Of a page that is shown inside another program, whose policy lets only scripts and styles with it run.
   * Such a host finds what can be jumped to by `data-line` (from 1) and `data-finding`.
   */
  readonly nonce?: string;
}

/**
 * The threat report as one page that needs nothing else and asks nothing of the network. `diagramSvg` is a picture of
 * our own renderer, in the theme `editor`, which takes its colours from the page.
 */
export function htmlReport(analysis: Analysis, diagramSvg: string, options: HtmlReportOptions): string {
  const report = buildThreatReport(analysis, options.edition);
  return `<!doctype html>\n${toText(page(report, trusted(diagramSvg), options))}\n`;
}

function page(report: ThreatReport, diagram: Html, options: HtmlReportOptions): Html {
  const sections = sectionsOf(report, diagram);
  const nonce = options.nonce === undefined ? '' : html` nonce="${options.nonce}"`;
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(options.nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Bartizan ${options.version}">
<title>Threat report: ${report.summary.name}</title>
<style${nonce}>${trusted(style)}</style>
</head>
<body>
<div class="page">
${cover(report)}
<nav class="contents" aria-label="Contents"><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<main>
${sections.map(section)}
</main>
<footer><p>Written by Bartizan ${options.version} on ${report.today} from the architecture descriptor. It judges the design as described: what the descriptor does not say, this report does not know.</p></footer>
</div>
<script${nonce}>${trusted(script)}</script>
</body>
</html>`;
}

function sectionsOf(report: ThreatReport, diagram: Html): readonly Section[] {
  return [
    nextSection(report),
    {
      id: 'diagram',
      title: 'The system',
      lead: 'Elements, flows and trust boundaries, with open findings and controls where they stand.',
      body: html`<figure class="diagram">${diagram}</figure>`,
    },
    heatMapSection(report),
    depthSection(report),
    singlePointsSection(report),
    functionsSection(report),
    attackPathsSection(report),
    registerSection(report),
    neededSection(report),
    declaredSection(report),
    acceptancesSection(report),
    assumptionsSection(report),
    referencesSection(report),
    soundSection(report),
  ];
}
