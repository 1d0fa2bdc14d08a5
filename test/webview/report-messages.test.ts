import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { readFromPage, readToPage } from '../../client/report/messages.ts';
import { formatOf } from '../../client/report/report-file.ts';

describe('messages of the report panel', () => {
  it('are read when they are whole', () => {
    assert.deepEqual(readFromPage({ type: 'ready', more: 1 }), { type: 'ready' });
    assert.deepEqual(readFromPage({ type: 'go', line: 7 }), { type: 'go', line: 7 });
    const report = { type: 'report', uri: 'file:///a', html: '<p>', stale: false };
    assert.deepEqual(readToPage({ ...report, more: 1 }), report);
    assert.equal(readToPage({ ...report, html: undefined })?.type, 'report');
    assert.deepEqual(readToPage({ type: 'nothing', why: 'so' }), { type: 'nothing', why: 'so' });
  });

  it('say what failed in few words', () => {
    const said = readFromPage({ type: 'failed', what: 'x'.repeat(10_000) });
    assert.equal(said?.type === 'failed' ? said.what.length : 0, 300);
  });

  const broken: readonly unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'run' },
    { type: 'go' },
    { type: 'go', line: '7' },
    { type: 'go', line: 0 },
    { type: 'go', line: 1.5 },
    { type: 'go', line: NaN },
    { type: 'failed', what: {} },
    { type: '__proto__' },
  ];
  for (const said of broken) {
    it(`are left alone when the page says ${inspect(said)}`, () => {
      assert.equal(readFromPage(said), undefined);
    });
  }

  it('are left alone when a stranger sends half of one', () => {
    for (const said of [
      { type: 'report', uri: 'file:///a' },
      { type: 'report', uri: 1, stale: false },
      { type: 'report', uri: 'file:///a', html: {}, stale: true },
      { type: 'nothing' },
      'report',
    ]) {
      assert.equal(readToPage(said), undefined, inspect(said));
    }
  });
});

describe('the name of a report', () => {
  it('says its form', () => {
    assert.equal(formatOf('/a/b.report.html'), 'html');
    assert.equal(formatOf('/a/b.HTM'), 'html');
    assert.equal(formatOf('/a.html/b.md'), 'markdown');
    assert.equal(formatOf('/a/b.sarif'), 'sarif');
    assert.equal(formatOf('/a/b.sarif.json'), 'sarif');
    assert.equal(formatOf('/a/b.json'), 'json');
    assert.equal(formatOf('/a/b.csv'), 'csv');
  });

  it('may say none that is written', () => {
    for (const path of ['/a/b.pdf', '/a/html', '/a/b.genai.yaml']) assert.equal(formatOf(path), undefined);
  });
});
