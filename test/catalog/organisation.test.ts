import assert from 'node:assert/strict';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { aControl, aRule, theRisks } from './samples.ts';
import { markFiles, readMarkedFiles } from './marked-files.ts';

const base = loadCatalog(
  readMarkedFiles(`
=== catalog/risks.yaml
${theRisks}
=== catalog/controls/model/filter.yaml
${aControl}
=== catalog/rules/model/fault.yaml
${aRule}
=== catalog/rules/model/other.yaml
${aRule}
`),
  'bartizan',
).catalog;

describe('the catalog of an organisation', () => {
  it('adds controls and rules, from folders', () => {
    const { catalog, problems } = over(`
=== .bartizan/catalog/controls/model/sieve.yaml
${aControl}
=== .bartizan/catalog/rules/application/our-fault.yaml
${aRule.replace('[filter]', '[filter, sieve]')}
`);
    assert.deepEqual(problems, []);
    assert.deepEqual([...catalog.rules.keys()], ['fault', 'other', 'our-fault']);
    assert.equal(catalog.rules.get('our-fault')?.origin, 'acme');
    assert.equal(catalog.rules.get('fault')?.origin, 'bartizan');
    assert.deepEqual([...catalog.controls.keys()], ['filter', 'sieve']);
  });

  it('may stand in one file', () => {
    const { catalog, problems } = over(`
=== security/genai.yaml
controls:
  sieve:
${indented(aControl)}
rules:
  our-fault:
    zone: data
${indented(aRule)}
overrides:
  other: off
  fault: { severity: critical, reason: We have seen it. }
`);
    assert.deepEqual(problems, []);
    assert.equal(catalog.rules.get('our-fault')?.zone, 'data');
    assert.equal(catalog.rules.get('fault')?.severity, 'critical');
    assert.ok(!catalog.rules.has('other'));
  });

  it('takes the place of an entry of the same id, in its order', () => {
    const { catalog } = over(`
=== .bartizan/catalog/rules/model/fault.yaml
${aRule.replace('title: Fault', 'title: Our own fault')}
`);
    assert.deepEqual(
      [...catalog.rules.values()].map(({ title }) => title),
      ['Our own fault', 'Fault'],
    );
  });

  it('keeps an entry of the base where its own is faulty', () => {
    const { catalog } = over(`
=== .bartizan/catalog/controls/model/filter.yaml
title: Filter
`);
    assert.equal(catalog.controls.get('filter')?.origin, 'bartizan');
  });

  it('hears of overrides that change nothing', () => {
    const text = `
=== .bartizan/catalog/overrides.yaml
falt: off
#< unknown rule "falt": did you mean "fault"?
other: on
#      ^ this must be off, or a map with a severity: { severity: high }
fault: { severity: higher }
#                  ^ unknown severity "higher": did you mean "high"?
`;
    const files = readMarkedFiles(text);
    assert.equal(markFiles(files, loadCatalog(files, 'acme', base).problems), text.trimStart());
  });

  it('does not change the base', () => {
    over('=== .bartizan/catalog/overrides.yaml\nfault: off\n');
    assert.ok(base.rules.has('fault'));
  });
});

function over(text: string) {
  return loadCatalog(readMarkedFiles(text), 'acme', base);
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
