import assert from 'node:assert/strict';
import type { Analysis } from '../../../server/analysis/analysis.ts';
import type { Catalog } from '../../../server/catalog/catalog.ts';
import { controlFormActions } from '../../../server/features/fixes/control-form.ts';
import { createActorActions } from '../../../server/features/fixes/create-element.ts';
import { denyControlActions } from '../../../server/features/fixes/deny-control.ts';
import { extractBoundaryActions } from '../../../server/features/fixes/extract-boundary.ts';
import type { Action } from '../../../server/features/fixes/fix.ts';
import { planBoundaryActions } from '../../../server/features/fixes/plan-boundary.ts';
import { applyEdits } from '../../../server/text/text-edit.ts';
import { readCases } from './before-after.ts';
import { analyzed, someCatalog } from './some-rules.ts';

describe('an action', () => {
  let catalog: Catalog;

  before(async () => {
    catalog = await someCatalog();
  });

  for (const { title, says, before, after } of readCases('actions.yaml')) {
    it(title, () => {
      const actions = offered(analyzed(before, catalog), says);
      if (after === undefined) return assert.deepEqual(actions, []);
      const action = actions.find((one) => one.title === says.title);
      assert.ok(action, `offered: ${actions.map((one) => one.title).join(' | ')}`);
      assert.equal(applyEdits(before, action.edits), after);
    });
  }
});

function offered(analysis: Analysis, says: Readonly<Record<string, string>>): readonly Action[] {
  const { deny, plan, form, create, extract } = says;
  if (deny !== undefined) {
    return analysis.findings
      .filter(({ id }) => id === deny)
      .flatMap((finding) => denyControlActions(analysis, finding));
  }
  if (plan !== undefined) return planBoundaryActions(analysis, plan);
  if (form !== undefined) return controlFormActions(analysis, analysis.text.indexOf(form));
  if (create !== undefined) {
    return analysis.problems
      .filter(({ code }) => code === create)
      .flatMap((problem) => createActorActions(analysis, problem));
  }
  const [ids = '', boundary = ''] = (extract ?? '').split(' > ');
  return extractBoundaryActions(analysis, ids.split(' '), boundary);
}
