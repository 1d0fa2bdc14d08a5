import assert from 'node:assert/strict';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { aControl, aRule, theRisks } from './samples.ts';
import { markFiles, readMarkedFiles } from './marked-files.ts';

describe('a catalog with faults', () => {
  it('says file, place and reason of an unknown key, a missing one, a wrong word and a wrong type', () => {
    check(`
=== catalog/controls/model/filter.yaml
title: Filter
#< a control needs "summary"
sumary: Screens text.
#< unknown key of a control "sumary": did you mean "summary"?
zones: [modle, data]
#       ^ unknown zone "modle": did you mean "model"?
places: { elements: [guardrial], flows: any, boundaries: [], system: perhaps }
#                    ^ unknown kind or group "guardrial": did you mean "guardrail"?
#                                       ^ this must be a list
#                                                                    ^ this must be true or false
protects: input
kind: preventive
kind: preventive
#< "kind" stands here twice
assurance:
#< "assurance" has no value
effort: [small]
#       ^ this must be one value, not a list
implement: {}
guidance: [S-189]
#          ^ "S-189" is not an item of the guidance’s checklist, S-001 to S-188
`);
  });

  it('leaves a faulty entry out and keeps the others', () => {
    const { catalog } = load(`
=== catalog/risks.yaml
${theRisks}
=== catalog/controls/model/filter.yaml
${aControl}
=== catalog/controls/model/broken.yaml
title: 1
`);
    assert.deepEqual([...catalog.controls.keys()], ['filter']);
  });

  it('reports YAML that cannot be read, and what is no map', () => {
    check(`
=== catalog/controls/model/filter.yaml
title: Filter
places:
	elements: []
#< a tab is used to indent; YAML indents with spaces only
=== catalog/risks.yaml
- prompt-injection
#< a file of the catalog must be a map of keys and values
`);
  });

  it('reports ids that are no kebab-case, that stand twice, and folders that say otherwise', () => {
    check(`
=== catalog/risks.yaml
${theRisks}
Prompt_Injection: { title: Again, summary: Again., owasp: {} }
#< "Prompt_Injection" is not an id of the risks: kebab-case, at most 64 characters
=== catalog/controls/model/filter.yaml
${aControl}
=== catalog/controls/data/filter.yaml
title: Another
#< "filter" stands twice among the controls; the first is in catalog/controls/model/filter.yaml
=== catalog/controls/data/sieve.yaml
${aControl.replace('title: Filter', 'title: Sieve\n#< the folder says "data", the first of the zones is "model"')}
=== catalog/rules/modle/fault.yaml
${aRule.replace('title: Fault', 'title: Fault\n#< unknown zone of a folder "modle": did you mean "model"?')}
`);
  });

  it('reports ids that name nothing, and entries that rest on one that was left out', () => {
    check(`
=== catalog/risks.yaml
${theRisks}
=== catalog/frameworks/owasp-agentic.yaml
title: Agentic
version: '2026'
names: { ASI01: Agent Goal Hijack }
=== catalog/controls/model/filter.yaml
${aControl}
agentic: [ASI1]
#         ^ unknown id of Agentic 2026 "ASI1": did you mean "ASI01"?
not-this-one: { filtre: never }
#               ^ unknown control "filtre": did you mean "filter"?
=== catalog/rules/model/fault.yaml
${aRule.replace('any-of: [filter]', 'any-of: [filter]\n#            ^ the control "filter" was left out because of a problem of its own')}
unless: [falt]
#        ^ unknown rule "falt": did you mean "fault"?
=== catalog/services/aws.yaml
bedrock:
  title: Amazon Bedrock
  kinds: [llm]
  brings: [{ control: filter, source: a page }]
#                     ^ the control "filter" was left out because of a problem of its own
  facts: { hosting: mine }
#                   ^ unknown value of hosting "mine": known are managed, self-hosted, third-party-api, on-device
`);
  });

  it('knows the files of small catalogs by their keys', () => {
    check(`
=== .bartizan/catalog/ours.yaml
controls:
  filter: 3
#         ^ a control must be a map of keys and values
rules: []
#< "rules" must be a map from ids to entries
=== .bartizan/catalog/other.yaml
control: {}
#< unknown part of a catalog "control": did you mean "controls"?; or put the file into a folder named controls, rules, services or frameworks
`);
  });

  it('are values, however the text is cut', () => {
    for (let end = 0; end < aRule.length; end += 1) {
      load(`=== catalog/rules/model/fault.yaml\n${aRule.slice(0, end)}`);
    }
    assert.deepEqual(load('=== .bartizan/catalog/overrides.yaml\n# nothing yet\n').problems, []);
  });
});

function load(text: string) {
  return loadCatalog(readMarkedFiles(text), 'test');
}

function check(text: string): void {
  const files = readMarkedFiles(text);
  assert.equal(markFiles(files, loadCatalog(files, 'test').problems), text.trimStart());
}
