import { buildGraph } from '../../server/diagram/graph/build-graph.ts';
import { renderMermaid } from '../../server/diagram/mermaid/render-mermaid.ts';
import { placeInRows } from '../../server/diagram/place/row-layout.ts';
import { renderSvg } from '../../server/diagram/svg/render-svg.ts';
import { catalogText } from '../../server/report/catalog/list-catalog.ts';
import { renderBaseline } from '../../server/report/check/baseline.ts';
import { checkJson } from '../../server/report/check/check-json.ts';
import { checkMarkdown } from '../../server/report/check/check-markdown.ts';
import { checkText } from '../../server/report/check/check-text.ts';
import { plain } from '../../server/report/check/paint.ts';
import { compare } from '../../server/report/diff/compare.ts';
import { diffMarkdown } from '../../server/report/diff/diff-markdown.ts';
import { diffText } from '../../server/report/diff/diff-text.ts';
import { findingsCsv } from '../../server/report/findings/findings-csv.ts';
import { findingsJson } from '../../server/report/findings/findings-json.ts';
import { checkSarif } from '../../server/report/sarif/check-sarif.ts';
import { htmlReport } from '../../server/report/threat/html/html-report.ts';
import { markdownReport } from '../../server/report/threat/markdown/markdown-report.ts';
import { assertGolden } from '../support/golden.ts';
import { checked, someAnalysis, someCatalog, someSystemLater } from './some-system.ts';

describe('outputs', () => {
  const analysis = someAnalysis();
  const file = 'desk/help.genai.yaml';
  const graph = buildGraph(analysis);
  const later = compare(analysis, someAnalysis(someSystemLater));
  const picture = renderSvg(placeInRows(graph), { theme: 'editor', frame: 'bare' });
  const outputs: Readonly<Record<string, () => string>> = {
    'check.txt': () => checkText([checked()], someCatalog, { edition: '2025', paint: plain }),
    'check.json': () => checkJson([checked()], someCatalog),
    'check.md': () => checkMarkdown([checked()], someCatalog, '2025'),
    'check.sarif': () => checkSarif([checked()], someCatalog, '1.0.0'),
    'baseline.json': () => renderBaseline([{ file, findings: analysis.findings }]),
    'findings.csv': () => findingsCsv(file, analysis).replaceAll('\r\n', '\n'),
    'findings.json': () => findingsJson(file, analysis),
    'report.md': () => markdownReport(analysis, renderMermaid(graph), '2025'),
    'report.html': () => htmlReport(analysis, picture, { edition: '2025', version: '1.0.0' }),
    'diff.txt': () => diffText(later, plain),
    'diff.md': () => diffMarkdown(later, file),
    'catalog.txt': () => catalogText(someCatalog),
  };
  for (const [name, make] of Object.entries(outputs)) {
    it(`writes ${name}`, () => assertGolden(`report/${name}`, make()));
  }
});
