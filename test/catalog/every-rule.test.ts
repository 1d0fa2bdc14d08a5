import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis/analyze.ts';
import type { Analysis } from '../../server/analysis/analysis.ts';
import { readOwnCatalog } from '../../scripts/generate/compile-catalog.ts';
import { ROOT } from '../../scripts/lib/project.ts';

const catalog = await readOwnCatalog();
const together = judged('every-rule.genai.yaml');
const apart = judged('every-rule-2.genai.yaml');

function judged(name: string): Analysis {
  const text = fs.readFileSync(path.join(ROOT, 'examples', name), 'utf8');
  return analyze(text, catalog, { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true });
}

function fired(...analyses: readonly Analysis[]): ReadonlySet<string> {
  return new Set(analyses.flatMap(({ findings }) => findings.map((finding) => finding.rule)));
}

/** Whether a stronger rule speaks at the place, so that this one is silent. */
function silenced(rule: string, place: string): boolean {
  const stronger = catalog.rules.get(rule)?.unless ?? [];
  return together.findings.some((finding) => finding.element === place && stronger.includes(finding.rule));
}

describe('the examples of every rule', () => {
  it('set off all rules of the catalog', () => {
    const all = fired(together, apart);
    assert.deepEqual(
      [...catalog.rules.keys()].filter((rule) => !all.has(rule)),
      [],
    );
  });

  it('leave to the second only what a stronger rule of the first silences', () => {
    const first = fired(together);
    const left = apart.findings.filter((finding) => !first.has(finding.rule));
    assert.deepEqual(left.map((finding) => finding.rule).sort(), [
      'no-fallback-for-model',
      'untested-defences',
    ]);
    assert.deepEqual(
      left.filter((finding) => !silenced(finding.rule, finding.element)),
      [],
    );
  });

  it('have no error in their text', () => {
    const problems = [together, apart].flatMap((analysis) => analysis.problems);
    assert.deepEqual(
      problems.filter((problem) => problem.severity === 'error'),
      [],
    );
  });
});
