import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Analysis } from '../../../server/analysis/analysis.ts';
import type { Catalog } from '../../../server/catalog/catalog.ts';
import { controlFormActions } from '../../../server/features/fixes/control-form.ts';
import { extractionsAt } from '../../../server/features/rewrites-at.ts';
import type { Architecture, ControlStatement } from '../../../server/model/architecture.ts';
import { applyEdits } from '../../../server/text/text-edit.ts';
import { readOwnCatalog } from '../../../scripts/generate/compile-catalog.ts';
import { analyzed } from './some-rules.ts';

/** The example systems: long descriptors in every style. */
describe('a rewrite of an example system', function () {
  this.timeout(60_000);
  let catalog: Catalog;
  let systems: readonly Analysis[];

  before(async () => {
    catalog = await readOwnCatalog();
    const names = fs.readdirSync('examples').filter((name) => name.endsWith('.genai.yaml'));
    systems = names.map((name) => analyzed(fs.readFileSync(`examples/${name}`, 'utf8'), catalog));
  });

  it('changes the form of a control and nothing that is said of it', () => {
    let rewritten = 0;
    for (const before of systems) {
      for (const { controlSpan } of statementsOf(before.architecture).slice(0, 12)) {
        for (const { title, edits } of controlFormActions(before, controlSpan.start)) {
          rewritten += 1;
          const after = analyzed(applyEdits(before.text, edits), catalog);
          assert.deepEqual(said(after.architecture), said(before.architecture), title);
          assert.deepEqual(idsOf(after), idsOf(before), title);
        }
      }
    }
    assert.ok(rewritten > 20, `only ${rewritten}`);
  });

  it('puts what is selected into a boundary, and leaves the rest where it is', () => {
    for (const before of systems) {
      const [first, second] = [...before.architecture.elements.values()].filter(
        ({ role }) => role === 'component',
      );
      assert.ok(first && second);
      const selection = { start: first.idSpan.start, end: second.idSpan.end };
      const [action] = extractionsAt(before, selection);
      assert.ok(action);
      const after = analyzed(applyEdits(before.text, action.edits), catalog);
      const moved = new Set([first.id, second.id]);
      for (const { id, within } of after.architecture.elements.values()) {
        const was = before.architecture.elements.get(id)?.within;
        assert.equal(within, moved.has(id) ? 'new-boundary' : was, `${id}\n${after.text}`);
      }
      assert.equal(after.problems.filter(isError).length, before.problems.filter(isError).length);
    }
  });
});

function statementsOf({ system, boundaries, elements, flows }: Architecture): readonly ControlStatement[] {
  return [system, ...boundaries.values(), ...elements.values(), ...flows].flatMap(({ controls }) => controls);
}

function said(architecture: Architecture): readonly string[] {
  return statementsOf(architecture).map(({ control, status }) => `${control} ${status}`);
}

function idsOf({ findings }: Analysis): readonly string[] {
  return findings.map(({ id }) => id);
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}
