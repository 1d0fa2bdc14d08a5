import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { htmlReport } from '../../server/report/threat/html/html-report.ts';
import { script } from '../../server/report/threat/html/script.ts';
import { style } from '../../server/report/threat/html/style.ts';
import { markdownReport } from '../../server/report/threat/markdown/markdown-report.ts';
import { findingsCsv } from '../../server/report/findings/findings-csv.ts';
import { hostileSystem, someAnalysis } from './some-system.ts';

const page = (text?: string) =>
  htmlReport(someAnalysis(text), '<svg></svg>', { edition: '2025', version: '1.0.0' });

describe('the HTML report', () => {
  it('has every section, and every link leads somewhere', () => {
    const text = page();
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(target), target);
    const sections = [...text.matchAll(/<section\s+id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(sections, [
      'next',
      'diagram',
      'coverage',
      'depth',
      'single-points',
      'functions',
      'paths',
      'register',
      'needed',
      'controls',
      'accepted',
      'assumptions',
      'references',
      'sound',
    ]);
  });

  it('needs nothing else, and lets only its own style and script run', () => {
    const text = page();
    assert.doesNotMatch(text, /(?:src|href)="(?!#)[^"]*"|@import|url\(/);
    assert.doesNotMatch(text, / style="| on[a-z]+="/);
    const hash = (content: string) => createHash('sha256').update(content).digest('base64');
    assert.ok(text.includes(`&#39;sha256-${hash(style)}&#39;`), 'npm run generate');
    assert.ok(text.includes(`&#39;sha256-${hash(script)}&#39;`), 'npm run generate');
  });

  it('runs inside another program by a nonce', () => {
    const text = htmlReport(someAnalysis(), '', { edition: '2025', version: '1.0.0', nonce: 'abc' });
    assert.match(text, /<style nonce="abc">/);
    assert.match(text, /<script nonce="abc">/);
    assert.match(text, /data-line="\d+"/);
    assert.match(text, /data-finding="unscreened@llm"/);
  });

  it('shows what a hostile descriptor says as text', () => {
    const text = page(hostileSystem);
    assert.equal([...text.matchAll(/<script/g)].length, 1);
    assert.equal([...text.matchAll(/<\/style>/g)].length, 1);
    assert.doesNotMatch(text, /<img|<iframe|<svg onload|\u202e/);
    assert.match(text, /&lt;script&gt;alert\(1\)/);
  });

  it('says that it is incomplete when the descriptor has faults', () => {
    assert.match(page('bartizan: 1\ncomponents: { a: { kind: agnet } }'), /this report is incomplete/);
    assert.match(page(''), /this report is incomplete/);
  });
});

describe('the Markdown report', () => {
  it('shows what a hostile descriptor says as text', () => {
    const text = markdownReport(someAnalysis(hostileSystem), 'flowchart LR', '2025');
    assert.doesNotMatch(text, /<(?!br>)[a-z/]/i);
    assert.doesNotMatch(text, /(?<!\\)\]\(|(?<!\\)!\[|javascript:|http:|\u202e|^# heading/m);
    assert.doesNotMatch(text, /@team/);
    for (const row of text.split('\n').filter((line) => line.startsWith('|')))
      assert.ok(row.endsWith('|'), row);
  });
});

describe('the findings as CSV', () => {
  it('holds no cell that a spreadsheet would run', () => {
    const hostile = someAnalysis(hostileSystem);
    const finding = {
      ...hostile.findings[0]!,
      title: '=1+1',
      message: '@SUM(A1)',
      element: '+x',
      rule: '-x',
    };
    const text = findingsCsv('=evil.genai.yaml', { ...hostile, findings: [finding] });
    assert.doesNotMatch(text, /(?:^|,)"?\s*[=+@-]/m);
    assert.match(text, /,"'=1\+1",/);
  });
});
