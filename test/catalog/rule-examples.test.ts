import assert from 'node:assert/strict';
import { testExamples } from '../../server/analysis/rule-examples.ts';
import { readOwnCatalog } from '../../scripts/generate/compile-catalog.ts';

const catalog = await readOwnCatalog();

describe('the examples of the rule', () => {
  for (const rule of catalog.rules.values()) {
    it(`${rule.id} hold, alone and with all other rules on`, () => {
      assert.ok(rule.examples.length > 0, 'a rule has examples');
      assert.deepEqual([...testExamples(catalog, rule, false), ...testExamples(catalog, rule, true)], []);
    });
  }
});
