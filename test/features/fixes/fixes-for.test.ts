import assert from 'node:assert/strict';
import type { Catalog } from '../../../server/catalog/catalog.ts';
import type { Fix } from '../../../server/features/fixes/fix.ts';
import { fixAll, fixesFor, foremostFixesFor } from '../../../server/features/fixes/fixes-for.ts';
import { applyEdits } from '../../../server/text/text-edit.ts';
import { readCases } from './before-after.ts';
import { analyzed, someCatalog } from './some-rules.ts';

let catalog: Catalog;

before(async () => {
  catalog = await someCatalog();
});

describe('a fix of a finding', () => {
  for (const { title, says, before, after } of readCases('findings.yaml')) {
    it(title, () => {
      const fix = fixesOfFinding(before, says.finding ?? '').find((one) => one.title === says.fix);
      if (after === undefined) return assert.equal(fix, undefined);
      assert.ok(fix, titles(fixesOfFinding(before, says.finding ?? '')));
      assert.equal(applyEdits(before, fix.edits), after);
      assert.equal(fix.kind, 'suggestion');
    });
  }

  it('comes for every control at every place, the first both ways before the others', () => {
    const text = `bartizan: 1
boundaries:
  account: { zone: environment }
  backend: { zone: application, within: account }
components:
  bot: { kind: agent, autonomy: autonomous, within: backend }
`;
    assert.deepEqual(
      fixesOfFinding(text, 'unapproved-action@bot').map(({ title }) => title),
      [
        'Declare "human-approval" as implemented on "bot"',
        'Plan "human-approval" on "bot"',
        'Declare "execution-budget" as implemented on "bot"',
        'Declare "human-approval" as implemented on "backend"',
        'Declare "execution-budget" as implemented on "backend"',
        'Plan "execution-budget" on "bot"',
        'Plan "human-approval" on "backend"',
        'Plan "execution-budget" on "backend"',
        'Accept the risk "unapproved-action@bot" until 2027-02-22',
        'Ignore "unapproved-action" here',
      ],
    );
  });
});

describe('the comment that ignores a finding', () => {
  it('ends as the lines of the file do', () => {
    const text = 'bartizan: 1\r\ncomponents:\r\n  bot: { kind: agent, autonomy: autonomous }\r\n';
    const fix = fixesOfFinding(text, 'unapproved-action@bot').find(({ title }) => title.startsWith('Ignore'));
    const after = applyEdits(text, fix?.edits ?? []);
    assert.match(after, /components:\r\n {2}# bartizan-ignore .* here\r\n {2}bot:/);
    assert.deepEqual(
      analyzed(after, catalog).findings.map(({ id }) => id),
      [],
    );
  });
});

describe('the foremost fixes of a finding', () => {
  it('are few, and say how to bear it whatever else there is', () => {
    const text = `bartizan: 1
boundaries:
  account: { zone: environment }
  backend: { zone: application, within: account }
components:
  bot: { kind: agent, within: backend }
`;
    const analysis = analyzed(text, catalog);
    const finding = analysis.findings.find(({ id }) => id === 'unapproved-action@bot');
    assert.ok(finding);
    assert.deepEqual(
      foremostFixesFor(analysis, { finding }).map(({ title }) => title),
      [
        'Declare "human-approval" as implemented on "bot"',
        'Plan "human-approval" on "bot"',
        'Declare "execution-budget" as implemented on "bot"',
        'Declare "human-approval" as implemented on "backend"',
        'Say what "autonomy" is for "bot": assists',
        'Say what "autonomy" is for "bot": asks-first',
        'Accept the risk "unapproved-action@bot" until 2027-02-22',
        'Ignore "unapproved-action" here',
      ],
    );
  });
});

describe('a fix of a problem', () => {
  for (const { title, says, before, after } of readCases('problems.yaml')) {
    it(title, () => {
      const fixes = fixesOfProblem(before, says.problem ?? '');
      const fix = fixes.find((one) => one.title === says.fix);
      assert.ok(fix, titles(fixes));
      assert.equal(applyEdits(before, fix.edits), after);
      assert.equal(`${fix.kind}${fix.preferred ? ', preferred' : ''}`, says.kind);
    });
  }
});

describe('all safe fixes', () => {
  it('are made at once', () => {
    const text = 'components:\n  bot: { kind: agnt, exposur: internet, within: nowhere }\n';
    assert.equal(
      applyEdits(text, fixAll(analyzed(text, catalog))),
      'bartizan: 1\ncomponents:\n  bot: { kind: agent, exposure: internet, within: nowhere }\n',
    );
  });

  it('end when there is nothing more to do', () => {
    const text = 'bartizan: 1\ncomponents:\n  bot: { kind: agent, within: nowhere }\n';
    assert.deepEqual(fixAll(analyzed(text, catalog)), []);
  });
});

function fixesOfFinding(text: string, id: string): readonly Fix[] {
  const analysis = analyzed(text, catalog);
  const finding = analysis.findings.find((one) => one.id === id);
  assert.ok(finding, `no finding ${id} among ${analysis.findings.map((one) => one.id).join(', ')}`);
  return fixesFor(analysis, { finding });
}

function fixesOfProblem(text: string, code: string): readonly Fix[] {
  const analysis = analyzed(text, catalog);
  return analysis.problems
    .filter((one) => one.code === code)
    .flatMap((problem) => fixesFor(analysis, { problem }));
}

function titles(fixes: readonly Fix[]): string {
  return `offered: ${fixes.map(({ title }) => title).join(' | ')}`;
}
