import assert from 'node:assert/strict';
import type { Analysis } from '../../../server/analysis/analysis.ts';
import type { Finding } from '../../../server/analysis/finding.ts';
import { denyControlActions } from '../../../server/features/fixes/deny-control.ts';
import { fixesFor } from '../../../server/features/fixes/fixes-for.ts';
import type { Fix } from '../../../server/features/fixes/fix.ts';
import { planBoundaryActions } from '../../../server/features/fixes/plan-boundary.ts';
import { applyEdits } from '../../../server/text/text-edit.ts';
import { readOwnCatalog } from '../../../scripts/generate/compile-catalog.ts';
import { analyzed } from './some-rules.ts';

/** Every finding of every failing example of the catalog, with every fix that is offered for it. */
describe('a fix of an example of the catalog', () => {
  let cases: readonly {
    readonly analysis: Analysis;
    readonly finding: Finding;
    readonly fix: Fix;
    readonly after: Analysis;
  }[];

  before(async function () {
    this.timeout(60_000);
    const catalog = await readOwnCatalog();
    cases = [...catalog.rules.values()].flatMap((rule) =>
      rule.examples.flatMap(({ fails }) => {
        const analysis = analyzed(fails, catalog);
        const own = analysis.findings.filter((finding) => finding.rule === rule.id);
        return own.flatMap((finding) =>
          fixesFor(analysis, { finding }).map((fix) => ({
            analysis,
            finding,
            fix,
            after: analyzed(applyEdits(analysis.text, fix.edits), catalog),
          })),
        );
      }),
    );
    assert.ok(cases.length > catalog.rules.size, `only ${cases.length} fixes`);
  });

  it('leaves a text without a new problem', () => {
    for (const { analysis, fix, after } of cases) {
      const problems = after.problems.filter(({ severity }) => severity === 'error');
      const before = analysis.problems.filter(({ severity }) => severity === 'error');
      assert.ok(
        problems.length <= before.length,
        `${fix.title}\n${after.text}\n${problems.map((one) => one.message).join('\n')}`,
      );
    }
  });

  it('changes no more than a line that stands there', () => {
    for (const { analysis, fix } of cases) {
      const kept = new Set(applyEdits(analysis.text, fix.edits).split('\n'));
      const gone = analysis.text.split('\n').filter((line) => !kept.has(line));
      assert.ok(gone.length <= 1, `${fix.title}\n${gone.join('\n')}`);
    }
  });

  it('does what its title says', () => {
    const failures: string[] = [];
    for (const { finding, fix, after } of cases) {
      const left = after.findings.find((one) => one.id === finding.id);
      if (!answered(fix, finding, left)) {
        failures.push(`${finding.id}: ${fix.title} leaves ${left?.status ?? 'nothing'}`);
      }
    }
    assert.deepEqual(failures, []);
  });
});

/** Every boundary of every failing example, with what its action plans. */
describe('planning what a boundary lacks', () => {
  it('takes something from what is open, and adds nothing to it', async function () {
    this.timeout(60_000);
    const catalog = await readOwnCatalog();
    let plans = 0;
    for (const { examples } of catalog.rules.values()) {
      for (const { fails } of examples) {
        const before = analyzed(fails, catalog);
        for (const boundary of before.architecture.boundaries.keys()) {
          for (const { title, edits } of planBoundaryActions(before, boundary)) {
            plans += 1;
            const after = analyzed(applyEdits(fails, edits), catalog);
            assert.ok(errorsOf(after) <= errorsOf(before), `${title}\n${after.text}`);
            assert.ok(openGroups(after) < openGroups(before), `${title}\n${after.text}`);
          }
        }
      }
    }
    assert.ok(plans > 100, `only ${plans} plans`);
  });
});

/** Every finding of every failing example, with each way to say that a control is not there. */
describe('saying that a control is not there', () => {
  it('says so at the place of the title, and of the rest nothing changes', async function () {
    this.timeout(60_000);
    const catalog = await readOwnCatalog();
    let denials = 0;
    for (const { id, examples } of catalog.rules.values()) {
      for (const { fails } of examples) {
        const before = analyzed(fails, catalog);
        for (const finding of before.findings.filter(({ rule }) => rule === id)) {
          for (const { title, edits } of denyControlActions(before, finding)) {
            denials += 1;
            const after = analyzed(applyEdits(fails, edits), catalog);
            const [, control = '', words = ''] = /^Say that "(.+)" is (.+) on /.exec(title) ?? [];
            assert.ok(statedOf(after, control).includes(words.replace(' ', '-')), `${title}\n${after.text}`);
            assert.ok(errorsOf(after) <= errorsOf(before), `${title}\n${after.text}`);
            const kept = new Set(after.text.split('\n'));
            const gone = fails.split('\n').filter((line) => !kept.has(line));
            assert.ok(gone.length <= 1, `${title}\n${gone.join('\n')}`);
          }
        }
      }
    }
    assert.ok(denials > 200, `only ${denials} denials`);
  });
});

function errorsOf({ problems }: Analysis): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function openGroups({ findings }: Analysis): number {
  return findings.filter(({ status }) => status === 'open').flatMap(({ missing }) => missing).length;
}

function statedOf({ architecture }: Analysis, control: string): readonly string[] {
  const { system, boundaries, elements, flows } = architecture;
  return [system, ...boundaries.values(), ...elements.values(), ...flows]
    .flatMap(({ controls }) => controls)
    .flatMap((statement) => (statement.control === control ? [statement.status] : []));
}

function answered(fix: Fix, before: Finding, after: Finding | undefined): boolean {
  const groups = before.missing.length;
  if (fix.title.startsWith('Ignore')) return after === undefined;
  if (fix.title.startsWith('Accept')) return after?.status === 'accepted';
  // Another word may be as bad as the one that was assumed; it is no assumption then.
  if (fix.title.endsWith('is encrypted')) return after?.missing.length !== groups;
  if (fix.title.startsWith('Say')) return after === undefined || !sameReasons(before, after);
  if (fix.title.startsWith('Plan')) return after === undefined || after.status === 'planned' || groups > 1;
  return after === undefined || after.missing.length < groups;
}

function sameReasons(before: Finding, after: Finding): boolean {
  return before.because.map(({ text }) => text).join() === after.because.map(({ text }) => text).join();
}
