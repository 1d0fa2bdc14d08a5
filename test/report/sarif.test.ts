import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv, type SchemaObject } from 'ajv';
import type { Log } from 'sarif';
import { readOwnCatalog } from '../../scripts/generate/compile-catalog.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import type { Catalog } from '../../server/catalog/catalog.ts';
import { checkSarif } from '../../server/report/sarif/check-sarif.ts';
import { analyzeText } from '../support/analysis.ts';
import { checked, hostileSystem, someCatalog, someSystem } from './some-system.ts';

/** The official schema is of draft 4, which says `id` where later drafts say `$id`; nothing else of it differs here. */
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'sarif-schema-2.1.0.json'), 'utf8'),
) as SchemaObject;

const examples = fs.readdirSync(path.join(ROOT, 'examples')).filter((name) => name.endsWith('.genai.yaml'));

describe('SARIF', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  let catalog: Catalog;
  before(async () => (catalog = await readOwnCatalog()));

  function valid(text: string): Log {
    const log: unknown = JSON.parse(text);
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
    return log as Log;
  }

  it('is valid for every example, within what GitHub documents', () => {
    const files = examples.map((name) => ({
      file: `examples/${name}`,
      analysis: analyzeText(fs.readFileSync(path.join(ROOT, 'examples', name), 'utf8'), catalog),
      known: undefined,
    }));
    const [run] = valid(checkSarif(files, catalog, '1.2.3')).runs;
    const { rules = [] } = run!.tool.driver;
    for (const rule of rules) {
      assert.ok(rule.shortDescription!.text.length <= 1024, rule.id);
      assert.ok(rule.fullDescription!.text.length <= 1024, rule.id);
      assert.ok((rule.help?.text ?? '') !== '' && (rule.help?.markdown ?? '') !== '', rule.id);
      assert.ok(rule.properties!.tags!.length <= 10, rule.id);
    }
    for (const result of run!.results!) {
      assert.equal(rules[result.ruleIndex!]?.id, result.ruleId);
      assert.ok(result.locations![0]!.physicalLocation!.region!.startLine! >= 1);
      assert.match(result.partialFingerprints!.primaryLocationLineHash!, /^[0-9a-f]{16}:\d+$/);
      assert.ok((result.relatedLocations?.length ?? 0) <= 100);
      const steps = (result.codeFlows ?? []).flatMap(({ threadFlows }) => threadFlows);
      assert.ok(steps.flatMap(({ locations }) => locations).length <= 1000);
    }
  });

  it('keeps the worst where there are more results than GitHub takes', () => {
    const one = checked();
    const files = Array.from({ length: 9000 }, (_, at) => ({ ...one, file: `${at}.genai.yaml` }));
    // Not validated: that takes half a minute, and the other tests have every shape.
    const { runs } = JSON.parse(checkSarif(files, someCatalog, '1.0.0')) as Log;
    const [run] = runs;
    assert.equal(run!.results!.length, 25_000);
    assert.equal(run!.results!.filter(({ level }) => level === 'error').length, 18_000);
    const size = gzipSync(JSON.stringify(run)).length;
    assert.ok(size < 10_000_000, `${size} bytes`);
  });

  it('tells equal problems apart, and lets no name become a link', () => {
    const twice = someSystem.replace('chat-ui, within', 'chat-ui, "[x](//evil.example)": 1, within');
    const again = twice.replace('kind: llm, within', 'kind: llm, "[x](//evil.example)": 1, within');
    const results = valid(checkSarif([checked(again)], someCatalog, '1.0.0')).runs[0]!.results!;
    const unknown = results.filter(({ ruleId }) => ruleId === 'unknown-key');
    assert.equal(new Set(unknown.map((one) => one.partialFingerprints!.primaryLocationLineHash)).size, 2);
    assert.match(unknown[0]!.message.text!, /\[x\] \(/);
  });

  it('has the path as a code flow, and an accepted risk as a suppression', () => {
    const [run] = valid(checkSarif([checked()], someCatalog, '1.0.0')).runs;
    const flow = run!.results!.find(({ ruleId }) => ruleId === 'unscreened')!.codeFlows![0]!;
    const steps = flow.threadFlows[0]!.locations.map(({ location }) => location!.message!.text);
    assert.deepEqual(steps, ['customer', 'flow ask', 'chat', 'flow relay', 'bot', 'flow infer', 'llm']);
    const [suppression] = run!.results!.find(({ ruleId }) => ruleId === 'unmarked')!.suppressions!;
    assert.equal(suppression!.kind, 'inSource');
    assert.match(suppression!.justification ?? '', /Internal pilot.*until 2026-12-24/);
  });

  it('keeps its fingerprints when lines move', () => {
    const prints = (text: string) =>
      valid(checkSarif([checked(text)], someCatalog, '1.0.0')).runs[0]!.results!.map(
        (one) => one.partialFingerprints,
      );
    assert.deepEqual(
      prints(someSystem.replace('bartizan: 1\n', 'bartizan: 1\n\n\n# moved\n')),
      prints(someSystem),
    );
  });

  it('escapes file names, and stays valid for a hostile or broken descriptor', () => {
    const [run] = valid(
      checkSarif([checked(hostileSystem, './a b/ü#?.genai.yaml')], someCatalog, '1.0.0'),
    ).runs;
    assert.equal(run!.artifacts![0]!.location!.uri, 'a%20b/%C3%BC%23%3F.genai.yaml');
    for (const text of ['', '[', 'bartizan: 1\nflows: { a: { from: b } }']) {
      valid(checkSarif([checked(text)], someCatalog, '1.0.0'));
    }
  });
});
