import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { ProblemCode } from '../../../server/model/problem.ts';
import { assertProblems, build } from '../../support/problems.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/problems');

/** The codes that the model reports; the others belong to the analysis. */
const codes: readonly ProblemCode[] = [
  'yaml-syntax',
  'missing-version',
  'unknown-version',
  'unknown-key',
  'missing-key',
  'duplicate-key',
  'wrong-type',
  'unknown-value',
  'malformed-id',
  'duplicate-id',
  'dangling-reference',
  'containment-cycle',
  'outside-every-boundary',
  'impossible-flow',
  'unreachable-component',
  'idle-control-point',
  'contradiction',
  'unknown-control',
  'misplaced-control',
  'unknown-option',
  'unknown-service',
  'unsaid-return',
];

describe('problems of a descriptor', () => {
  const fixtures = fs.readdirSync(folder).map((name) => {
    return { name, text: fs.readFileSync(path.join(folder, name), 'utf8') };
  });
  for (const { name, text } of fixtures) {
    it(name, () => {
      assertProblems(text);
    });
  }

  it('cover every code', () => {
    const reported = new Set(
      fixtures.flatMap(({ text }) => build(text).problems.map((problem) => problem.code)),
    );
    assert.deepEqual([...reported].sort(), [...codes].sort());
  });
});
