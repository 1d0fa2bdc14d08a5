import assert from 'node:assert/strict';
import { loadGuidance } from '../../server/catalog/guidance.ts';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { readOwnCatalog, readOwnGuidance } from '../../scripts/generate/compile-catalog.ts';
import { markFiles, readMarkedFiles } from './marked-files.ts';
import { aControl, aRule, theRisks } from './samples.ts';

describe('the checklist of the guidance', () => {
  it('is answered by controls, and by rules wherever it asks for more than reading', async () => {
    const items = await readOwnGuidance(await readOwnCatalog());
    const unasked = items.filter(({ kind, rules }) => kind !== 'reference' && rules.length === 0);
    assert.deepEqual(
      unasked.map(({ id }) => id),
      [],
    );
    assert.deepEqual(
      items.filter(({ controls }) => controls.length === 0).map(({ id }) => id),
      [],
    );
  });

  it('reports what nothing answers, what does not exist, and who does not agree with whom', () => {
    const expected = `
=== catalog/guidance.yaml
S-001: { item: Screen what is asked, section: A, kind: control, controls: [filter], rules: [fault] }
S-002: { item: Name the model, section: A, kind: control, controls: [filter], rules: [flaw] }
#< S-002 and the control "filter" do not name each other
#< the rule "fault" claims S-002, which does not name it
#                                                                                     ^ unknown rule "flaw"
S-003: { item: Keep calm, section: A, kind: practice }
#< nothing answers S-003: name a control, a rule or a page
S-004: { item: Read on, section: A, kind: reference, docs: [docs/guides/resources.md] }
S-200: { item: Go beyond, section: A, kind: practice, rules: [fault] }
#< "S-200" is not an item from S-001 to S-188
`;
    const { catalog } = loadCatalog(
      readMarkedFiles(`
=== catalog/risks.yaml
${theRisks}
=== catalog/controls/model/filter.yaml
${aControl}
guidance: [S-001]
=== catalog/rules/model/fault.yaml
${aRule}
examples: { fails: "bartizan: 1", passes: "bartizan: 1" }
guidance: [S-002]
`),
      'test',
    );
    const [file] = readMarkedFiles(expected);
    assert.ok(file);
    assert.equal(`\n${markFiles([file], loadGuidance(file, catalog).problems)}`, expected);
  });
});
