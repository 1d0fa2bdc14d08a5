import assert from 'node:assert/strict';
import type { Rule } from '../../server/catalog/rule.ts';
import { confusedControls } from './confused-controls.ts';
import { namedServices } from './guidance-services.ts';
import { readOwnCatalog } from '../../scripts/generate/compile-catalog.ts';

const catalog = await readOwnCatalog();
const rules = [...catalog.rules.values()];

/** How many rules name each word. */
function countBy(words: (rule: Rule) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of rules.flatMap(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function rarer(
  counts: ReadonlyMap<string, number>,
  words: Iterable<string>,
  least: number,
): readonly string[] {
  return [...words].filter((word) => (counts.get(word) ?? 0) < least);
}

describe('the catalog', () => {
  it('has 90 to 110 rules', () => {
    assert.ok(rules.length >= 90 && rules.length <= 110, String(rules.length));
  });

  it('reaches every risk, and so every entry of every edition, by at least three rules', () => {
    assert.deepEqual(
      rarer(
        countBy((rule) => rule.risks),
        catalog.risks.keys(),
        3,
      ),
      [],
    );
  });

  it('reaches every entry of the agentic top ten by at least three rules', () => {
    const entries = Object.keys(catalog.frameworks.get('owasp-agentic')?.names ?? {});
    assert.equal(entries.length, 10);
    assert.deepEqual(
      rarer(
        countBy((rule) => rule.agentic),
        entries,
        3,
      ),
      [],
    );
  });

  it('uses every zone and every form', () => {
    const zones = ['user-interface', 'application', 'model', 'data', 'organization', 'environment'];
    assert.deepEqual(
      rarer(
        countBy((rule) => [rule.zone]),
        zones,
        1,
      ),
      [],
    );
    const forms = ['component', 'flow', 'path', 'session', 'system'];
    assert.deepEqual(
      rarer(
        countBy((rule) => [rule.when.form]),
        forms,
        1,
      ),
      [],
    );
  });

  it('asks for every control', () => {
    const asked = new Set(rules.flatMap((rule) => rule.require.flatMap((group) => group.anyOf)));
    assert.deepEqual(
      [...catalog.controls.keys()].filter((control) => !asked.has(control)),
      [],
    );
  });

  it('says of every control how to implement it on each platform, and how to verify it', () => {
    const silent = [...catalog.controls.values()].filter(
      ({ implement, verify, source }) =>
        Object.values(implement).some((ways) => ways.length === 0) || verify.length === 0 || source === '',
    );
    assert.deepEqual(
      silent.map((control) => control.id),
      [],
    );
  });

  it('names every AWS service of the source guidance where it belongs', () => {
    const missing = namedServices.flatMap(({ service, feature = /./, controls }) =>
      controls
        .filter((id) => {
          const ways = catalog.controls.get(id)?.implement.aws ?? [];
          return !ways.some((way) => way.service === service && feature.test(way.how));
        })
        .map((id) => `${id}: ${service} ${String(feature)}`),
    );
    assert.deepEqual(missing, []);
  });

  it('tells controls that are confused with each other apart, each from its side', () => {
    const silent = Object.values(confusedControls).flatMap((group) =>
      group.flatMap((id) =>
        group
          .filter((other) => other !== id && catalog.controls.get(id)?.notThisOne[other] === undefined)
          .map((other) => `${id} does not say when ${other} is meant`),
      ),
    );
    assert.deepEqual(silent, []);
  });
});
