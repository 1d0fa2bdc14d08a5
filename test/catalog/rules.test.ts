import assert from 'node:assert/strict';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import type { Rule } from '../../server/catalog/rule.ts';
import { aControl, aRule, theRisks } from './samples.ts';
import { markFiles, readMarkedFiles } from './marked-files.ts';

describe('a rule', () => {
  it('of the form path decodes with all its keys', () => {
    const rule = decode(`
when:
  path:
    from: { trust: [untrusted, semi-trusted] }
    to: { kind: [llm, agent] }
    enters-by: [prompt, upload]
    arrives-by: inference
    carrying: { classification: confidential, tags: pii }
    through: { group: application }
    last-hop: { encrypted: false, crosses: public-network }
    place: session
require:
  - any-of: [filter]
    at: [every-path, last-hop]
    assurance: probabilistic
    where: { can: [side-effects] }
`);
    assert.deepEqual(rule.when, {
      form: 'path',
      from: { ...anyElement, trust: ['untrusted', 'semi-trusted'] },
      to: { ...anyElement, facts: { kind: ['llm', 'agent'] } },
      entersBy: ['prompt', 'upload'],
      arrivesBy: ['inference'],
      carrying: { classification: 'confidential', tags: ['pii'] },
      through: { ...anyElement, facts: { group: ['application'] } },
      lastHop: { ...anyFlow, facts: { encrypted: ['false'] }, crosses: ['public-network'] },
      place: 'session',
    });
    assert.deepEqual(rule.require, [
      {
        anyOf: ['filter'],
        at: ['every-path', 'last-hop'],
        assurance: 'probabilistic',
        where: { ...anyElement, can: ['side-effects'] },
        softenedBy: [],
      },
    ]);
  });

  it('of the form flow stands on the flow unless it says otherwise', () => {
    const rule = decode(`
when: { flow: { purpose: [prompt], to: { zone: model }, unstated: [authentication], place: to } }
require: { any-of: filter, at: flow }
`);
    assert.deepEqual(rule.when, {
      form: 'flow',
      flow: {
        ...anyFlow,
        facts: { purpose: ['prompt'] },
        to: { ...anyElement, facts: { zone: ['model'] } },
        unstated: ['authentication'],
      },
      place: 'to',
    });
  });

  it('of the form component nests conditions', () => {
    const rule = decode(`
when:
  component:
    any-of: [{ kind: agent, autonomy: autonomous }, { not: { group: model } }]
    holds: { tags: [pii] }
    receives: { purpose: tool-call }
`);
    assert.deepEqual(rule.when, {
      form: 'component',
      element: {
        ...anyElement,
        anyOf: [
          { ...anyElement, facts: { kind: ['agent'], autonomy: ['autonomous'] } },
          { ...anyElement, not: { ...anyElement, facts: { group: ['model'] } } },
        ],
        holds: { tags: ['pii'] },
        receives: { ...anyFlow, facts: { purpose: ['tool-call'] } },
      },
    });
  });

  it('of the forms session and system decodes', () => {
    const session = decode(`
when: { session: { capabilities: [untrusted-input, private-data], owner: { kind: agent } } }
`);
    assert.deepEqual(session.when, {
      form: 'session',
      capabilities: ['untrusted-input', 'private-data'],
      owner: { ...anyElement, facts: { kind: ['agent'] } },
    });
    const system = decode(`
when: { system: { scope: [4, 5], has: { group: model }, has-flow: [{ purpose: training }], has-not: [{ kind: siem }] } }
`);
    assert.deepEqual(system.when, {
      form: 'system',
      unstated: [],
      facts: { scope: ['4', '5'] },
      has: [{ ...anyElement, facts: { group: ['model'] } }],
      hasFlow: [{ ...anyFlow, facts: { purpose: ['training'] } }],
      hasNot: [{ ...anyElement, facts: { kind: ['siem'] } }],
    });
  });

  it('changes its severity by conditions beside `to` or under `when`', () => {
    const rule = decode(`
raise:
  - { to: critical, target: { can: side-effects }, system: { criticality: critical } }
  - { when: { to: { can: side-effects }, data: { tags: phi } }, to: high }
lower: { to: low, from: { trust: trusted } }
`);
    const acts = { ...anyElement, can: ['side-effects'] };
    assert.deepEqual(rule.raise, [
      { to: 'critical', target: acts, system: { criticality: ['critical'] } },
      { to: 'high', target: acts, data: { tags: ['phi'] } },
    ]);
    assert.deepEqual(rule.lower, [{ to: 'low', from: { ...anyElement, trust: ['trusted'] } }]);
  });

  it('has one pair of examples or several', () => {
    const one = decode('examples: { fails: a, passes: b }');
    const two = decode('examples: [{ fails: a, passes: b }, { fails: c, passes: d }]');
    assert.deepEqual(one.examples, [{ fails: 'a', passes: 'b' }]);
    assert.equal(two.examples.length, 2);
  });

  it('takes its zone from the folder', () => {
    assert.equal(decode('').zone, 'model');
  });

  it('tests only what the language and the engine know', () => {
    check(`
=== catalog/rules/model/fault.yaml
title: Fault
severity: medium
when:
  path:
    from: { trust: nobody, can: fly, colour: red }
#                  ^ unknown trust level "nobody": known are untrusted, semi-trusted, trusted
#                               ^ unknown ability "fly": known are side-effects, state-change, irreversible, external-communication, code-execution, url-fetch, call-tools, read-private-data
#                                    ^ unknown key of a condition on an element "colour"
    to: { kind: llmm, writers: [editor], stated: [writers, exposur] }
#               ^ unknown value of kind "llmm": did you mean "llm"?
#                     ^ no rule can know the values of "writers": ask for it with "stated" or "unstated"
#                                                          ^ unknown property "exposur": did you mean "exposure"?
    last-hop: { sink: templat, crosses: [border], carries: { tags: [secrets] } }
#                     ^ unknown value of sink "templat": did you mean "template"?
#                                        ^ unknown crossing "border": known are boundary, public-network, region, tenant, account, sandbox, out-of-control, user-interface, application, model, data, organization, environment, external
#                                                                   ^ unknown tag "secrets": known are pii, phi, pci, credentials, source-code, model-weights, training-data, prompts, legal, biometric
message: '"{elemnt}" asks "{element}"'
#        ^ unknown placeholder "elemnt": did you mean "element"?
why: Because.
instead: Do not.
`);
  });

  it('has exactly one form', () => {
    check(`
=== catalog/rules/model/fault.yaml
title: Fault
severity: medium
when: { component: { kind: llm }, flow: { purpose: prompt } }
#     ^ a rule has exactly one form: component, flow, path, session or system
message: '"{element}" is at fault'
why: Because.
instead: Do not.
`);
  });

  it('asks where its form can look, for controls that can stand there', () => {
    const rule = (when: string, at: string): string =>
      `title: Fault\nseverity: medium\nwhen: ${when}\nrequire: [{ any-of: filter, at: ${at} }]\nmessage: m\nwhy: w\n`;
    check(`
=== catalog/risks.yaml
${theRisks}
=== catalog/controls/model/filter.yaml
${aControl}
=== catalog/rules/model/legal.yaml
${rule('{ flow: {} }', '[flow, target]')}
=== catalog/rules/model/illegal.yaml
${mark(rule('{ component: { kind: llm } }', 'last-hop'), 'a rule of the form component cannot ask at "last-hop"; it can at target, source, flow, every-path, boundary, system')}
=== catalog/rules/model/nowhere.yaml
${mark(rule('{ system: {} }', 'system'), 'the control "filter" can never stand at system of this rule')}
=== catalog/rules/model/wrong-kind.yaml
${mark(rule('{ component: { group: data } }', 'target'), 'the control "filter" can never stand at target of this rule')}
`);
  });

  it('without a requirement says what to do instead', () => {
    check(`
=== catalog/rules/model/fault.yaml
title: Fault
#< a rule without "require" needs "instead": what to do where no control answers
severity: medium
when: { component: { kind: llm } }
raise: { to: low, target: {} }
#< "low" is not above "medium"
message: m
why: w
`);
  });
});

const anyElement = { facts: {}, stated: [], unstated: [], trust: [], can: [], anyOf: [] };
const anyFlow = { facts: {}, stated: [], unstated: [], crosses: [], anyOf: [] };

/** The sample rule with these keys in the place of its own. */
function decode(keys: string): Rule {
  const own = new Set([...keys.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key));
  const blocks = aRule.split(/\n(?=\S)/).filter((block) => !own.has(block.split(':')[0] ?? ''));
  const rule = [...blocks, ...(own.has('when') && !own.has('require') ? ['instead: Do not.'] : []), keys]
    .filter((block) => !(own.has('when') && !own.has('require') && block.startsWith('require:')))
    .join('\n');
  const files = readMarkedFiles(`
=== catalog/risks.yaml
${theRisks}
=== catalog/controls/model/filter.yaml
${aControl}
=== catalog/rules/model/fault.yaml
${rule}
`);
  const { catalog, problems } = loadCatalog(files, 'test');
  assert.deepEqual(problems, []);
  return catalog.rules.get('fault')!;
}

function mark(rule: string, message: string): string {
  return rule.replace(/^require:.*$/m, (line) => `${line}\n#< ${message}`);
}

function check(text: string): void {
  const files = readMarkedFiles(text);
  assert.equal(markFiles(files, loadCatalog(files, 'test').problems), text.trimStart());
}
