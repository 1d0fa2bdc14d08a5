import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis/analyze.ts';
import type { Analysis } from '../../server/analysis/analysis.ts';
import { readOwnCatalog } from '../../scripts/generate/compile-catalog.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import { readExpectations, variantOf, type Expectation } from './expectations.ts';

const catalog = await readOwnCatalog();
const folder = path.join(ROOT, 'test/fixtures/architectures');

function judged(text: string): Analysis {
  return analyze(text, catalog, { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true });
}

function idsOf({ findings }: Analysis): string[] {
  return findings.map(({ id }) => id).toSorted();
}

function idOf({ rule, place }: Expectation): string {
  assert.ok(place !== undefined, `${rule}: say where`);
  return `${rule}@${place}`;
}

function isNamed({ rule, place }: Expectation, id: string): boolean {
  return id.startsWith(`${rule}@`) && (place === undefined || id === `${rule}@${place}`);
}

/** An expectation that names nothing real would hold by itself. */
function assertReal({ rule, place }: Expectation, { active: architecture }: Analysis): void {
  assert.ok(catalog.rules.has(rule), `no rule ${rule}`);
  const isPlace =
    place === undefined ||
    place === 'system' ||
    architecture.elements.has(place) ||
    architecture.boundaries.has(place) ||
    architecture.flows.some((flow) => flow.id === place);
  assert.ok(isPlace, `no place ${String(place)}`);
}

describe('a system described by somebody who has not read the rules', () => {
  for (const name of fs.readdirSync(folder)) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    const { expected, never, atMost, news } = readExpectations(text);
    const base = judged(variantOf(text));

    it(`${name}: is told what its note tells, and no more than it bears`, () => {
      assert.deepEqual(
        base.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        [],
      );
      for (const expectation of [...expected, ...never]) assertReal(expectation, base);
      const found = idsOf(base);
      assert.deepEqual(
        expected.map(idOf).filter((id) => !found.includes(id)),
        [],
        'missed',
      );
      assert.deepEqual(
        found.filter((id) => never.some((named) => isNamed(named, id))),
        [],
        'false alarms',
      );
      const perElement = base.findings.length / base.active.elements.size;
      assert.ok(perElement <= atMost, `${perElement.toFixed(2)} findings per element`);
    });

    for (const [variant, wanted] of news) {
      it(`${name}: ${variant} brings what follows from it and nothing else`, () => {
        const changed = judged(variantOf(text, variant));
        for (const expectation of wanted) assertReal(expectation, changed);
        const known = new Set(idsOf(base));
        assert.deepEqual(
          idsOf(changed).filter((id) => !known.has(id)),
          wanted.map(idOf).toSorted(),
        );
      });
    }
  }
});
