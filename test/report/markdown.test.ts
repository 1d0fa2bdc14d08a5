import assert from 'node:assert/strict';
import { buildGraph } from '../../server/diagram/graph/build-graph.ts';
import { renderMermaid } from '../../server/diagram/mermaid/render-mermaid.ts';
import { checkMarkdown } from '../../server/report/check/check-markdown.ts';
import { compare } from '../../server/report/diff/compare.ts';
import { diffMarkdown } from '../../server/report/diff/diff-markdown.ts';
import { md } from '../../server/report/markup/markdown.ts';
import { markdownReport } from '../../server/report/threat/markdown/markdown-report.ts';
import { checked, hostileSystem, someAnalysis, someCatalog, someSystem } from './some-system.ts';

/** Names with all that means something in a pull request. */
const hostile = hostileSystem
  .replaceAll('bot:', '"b|ot`x`":')
  .replaceAll('to: bot', 'to: "b|ot`x`"')
  .replaceAll('from: bot', 'from: "b|ot`x`"');

describe('Markdown', () => {
  const analysis = someAnalysis(hostile);
  const nothing = someAnalysis(someSystem.replace(/components:[^]*/, 'components: {}\n'));
  const file = 'a|b <img src=x> @team #1 `c`/[x](javascript:y).genai.yaml';
  const outputs: Readonly<Record<string, () => string>> = {
    check: () => checkMarkdown([checked(hostile, file)], someCatalog, '2025'),
    'diff, opened': () => diffMarkdown(compare(nothing, analysis), file),
    'diff, closed': () => diffMarkdown(compare(analysis, nothing), file),
    report: () => markdownReport(analysis, renderMermaid(buildGraph(analysis)), '2025'),
  };
  for (const [name, make] of Object.entries(outputs)) {
    it(`shows hostile names as they are: ${name}`, () => {
      const lines = make()
        .replace(/```mermaid\n[^]*?\n```/, '')
        .split('\n');
      for (const line of lines) {
        // In a code span nothing is markup, and a line break in a cell is ours.
        const text = line.replaceAll(/(?<!\\)`[^`]*`/g, '').replaceAll('<br>', '');
        assert.doesNotMatch(text, /<|(?<!\\)\]\(|(?<![\w\u2060])@team|javascript:|https?:|#1/, line);
      }
      assert.deepEqual(tornRows(lines), []);
    });
  }

  it('escapes what is markup and leaves the rest', () => {
    assert.equal(md('plain, "quoted" and e-mail: a@b'), 'plain, "quoted" and e-mail: a@b');
    assert.equal(
      md('# a *b* _c_ ~d~ [e](f) | `g` \\'),
      '\\# a \\*b\\* \\_c\\_ \\~d\\~ \\[e\\]\\(f\\) \\| \\`g\\` \\\\',
    );
    assert.equal(md('1. first'), '1\\. first');
    assert.equal(md('two\n\n# lines'), 'two \\# lines');
  });
});

/** Rows of tables with another number of cells than their head. A bar is a border unless it is escaped. */
function tornRows(lines: readonly string[]): readonly string[] {
  const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
  return lines.filter((line, at) => {
    if (!line.startsWith('|')) return false;
    let head = at;
    while (lines[head - 1]?.startsWith('|') === true) head -= 1;
    return cells(line) !== cells(lines[head] ?? '');
  });
}
