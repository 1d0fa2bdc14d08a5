import assert from 'node:assert/strict';
import { explainRule } from '../../server/analysis/explain.ts';
import { plain } from '../../server/report/check/paint.ts';
import { controlPage, rulePage } from '../../server/report/explain/catalog-page.ts';
import { explainText } from '../../server/report/explain/explain-text.ts';
import type { AnalysisOptions } from '../../server/analysis/analysis.ts';
import { analyzeText, catalogWith } from '../support/analysis.ts';

const catalog = catalogWith({
  unscreened: `
when: { path: { from: { trust: untrusted }, to: { kind: llm }, enters-by: prompt } }
require: { any-of: [screen, hard-screen], at: every-path }
message: '"{from}" reaches "{to}" unscreened'
why: Text steers the model.`,
  scoped: `
scopes: [4, 5]
when: { component: { kind: llm } }
instead: Do not.`,
  wild: `
when: { component: { kind: agent, autonomy: [autonomous, scheduled], can: irreversible } }
require: { any-of: [human-approval], at: target }`,
  'wild-tool': `
severity: medium
when: { component: { group: tool, effects: financial } }
unless: [bare-tool]
require: { any-of: [human-approval], at: target }`,
  'bare-tool': `
when: { component: { group: tool, effects: financial, input: free-text } }
require: { any-of: [hard-screen], at: target }`,
  guessed: `
severity: medium
when: { component: { kind: agent, autonomy: autonomous } }
require: { any-of: [human-approval], at: target }`,
  clear: `
when: { flow: { purpose: tool-call, encrypted: 'false' } }
require: { any-of: [encryption-in-transit], at: flow }`,
  trifecta: `
severity: critical
when: { session: { capabilities: [untrusted-input, private-data, state-change] } }
require: { any-of: [human-approval], at: target }`,
  ungoverned: `
severity: low
when: { system: { criticality: critical, has: { kind: training-pipeline } } }
require: { any-of: [screen], at: system }`,
});

const chatbot = `bartizan: 1
system: { name: Chatbot, options: { strict: false } }
actors:
  anybody: { kind: anonymous-user }
components:
  bot:   { kind: agent }
  one:   { kind: llm, controls: { screen: { status: implemented, when: strict } } }
  two:   { kind: llm, controls: [screen] }
  three: { kind: llm }
  pay:   { kind: tool, effects: [financial], input: free-text }
  calc:  { kind: tool, effects: [read-only], input: typed, reach: none }
data: { question: { classification: public }, answer: { classification: public } }
flows:
  ask:   { from: anybody, to: bot, purpose: prompt, carries: [question], returns: [answer] }
  infer: { from: bot, to: [one, two, three], carries: [question], returns: [answer] }
  buy:   { from: bot, to: pay, carries: [answer], returns: [], encrypted: true }
  count: { from: bot, to: calc, carries: [], returns: [] }
accepted-risks:
  unscreened@three: { reason: A pilot., owner: me@example.com, expires: 2027-01-31 }
`;

function explained(
  rule: string,
  text = chatbot,
  options: Partial<AnalysisOptions> = {},
  place?: string,
): string {
  const analysis = analyzeText(text, catalog, options);
  const explanation = explainRule(analysis, rule);
  assert.ok(explanation !== undefined);
  return explainText({ file: 'x.yaml', analysis }, explanation, plain, place);
}

describe('explain', () => {
  it('says at every place what is found and why, what answers, and what is accepted', () => {
    assert.equal(
      explained('unscreened'),
      `The fault unscreened (unscreened)

x.yaml:7:3: high open: "anybody" reaches "one" unscreened
     because: content from "anybody" is untrusted: "anybody" is anybody: nobody has identified the caller
     because: the way: "anybody" → "bot" → "one"
     because: "screen" is absent on "one" because option "strict" is off
        path: anybody → ask → bot → infer → one
     missing: screen or hard-screen
      closes: with option "strict" on

"two": satisfied
     because: content from "anybody" is untrusted: "anybody" is anybody: nobody has identified the caller
     because: the way: "anybody" → "bot" → "two"
     because: "two" is of kind llm
    answered: "screen" is implemented on "two"

x.yaml:9:3: high accepted: "anybody" reaches "three" unscreened
     because: content from "anybody" is untrusted: "anybody" is anybody: nobody has identified the caller
     because: the way: "anybody" → "bot" → "three"
        path: anybody → ask → bot → infer → three
     missing: screen or hard-screen
 accepted as: unscreened@three
`,
    );
  });

  it('explains one finding alone, and says where else the rule applies', () => {
    const alone = explained('unscreened', chatbot, {}, 'two');
    assert.match(alone, /^The fault unscreened \(unscreened\)\n\n"two": satisfied\n/);
    assert.equal(
      explained('unscreened', chatbot, {}, 'bot'),
      'The fault unscreened (unscreened)\n       finds: nothing at "bot"; it applies at "one", "two", "three"\n',
    );
  });

  it('says that a rule is for another scope, or switched off', () => {
    assert.equal(
      explained('scoped'),
      'The fault scoped (scoped)\n   not asked: the rule is for scope 4, 5, and the system has scope 3\n',
    );
    assert.equal(
      explained('unscreened', chatbot, { rulesOff: ['unscreened'] }),
      'The fault unscreened (unscreened)\n   not asked: the rule is switched off\n',
    );
  });

  it('names the demand that the nearest element does not meet', () => {
    assert.equal(
      explained('wild', chatbot.replace('{ kind: agent }', '{ kind: agent, autonomy: assists }')),
      `The fault wild (wild)
       finds: nothing in x.yaml
     because: 1 element meets all but 1 of 3 conditions
     because: "bot": autonomy: autonomous or scheduled is wanted, but "bot" has autonomy: assists
`,
    );
  });

  it('names the demand that the nearest flow does not meet', () => {
    assert.equal(
      explained('clear', chatbot.replace('returns: [] }\nacc', 'returns: [], encrypted: true }\nacc')),
      `The fault clear (clear)
       finds: nothing in x.yaml
     because: 2 flows meet all but 1 of 2 conditions
     because: "buy": encrypted: false is wanted, but "buy" has encrypted: true
     because: "count": encrypted: false is wanted, but "count" has encrypted: true
`,
    );
  });

  it('says that assumptions alone complete no finding of this weight', () => {
    assert.equal(
      explained('guessed'),
      `The fault guessed (guessed)
       finds: nothing in x.yaml
     because: "bot" meets all conditions only on assumptions, which complete grave findings one at a time: "bot" does not say its autonomy, so autonomous is assumed
`,
    );
  });

  it('says which stronger rule says the same', () => {
    assert.equal(
      explained('wild-tool'),
      `The fault wild-tool (wild-tool)

"pay": said by a stronger rule
     because: "pay" is of kind tool
     because: "pay" has effects: financial
     missing: human-approval
     said by: bare-tool
`,
    );
  });

  it('says which end of a path is missing, or what keeps the way from being one', () => {
    assert.equal(
      explained('unscreened', chatbot.replace('anonymous-user', 'administrator')),
      `The fault unscreened (unscreened)
       finds: nothing in x.yaml
     because: no path starts anywhere
     because: no element meets any of: trust: untrusted
`,
    );
    assert.equal(
      explained('unscreened', chatbot.replace('purpose: prompt', 'purpose: message')),
      `The fault unscreened (unscreened)
       finds: nothing in x.yaml
     because: nothing gets from "anybody", "bot", "one" and 3 more to "one", "two", "three" as the rule asks
     because: a way is there, but a first hop for prompt is wanted
`,
    );
  });

  it('says what a session lacks', () => {
    assert.equal(
      explained('trifecta'),
      `The fault trifecta (trifecta)
       finds: nothing in x.yaml
     because: the session of "bot": it lacks private-data
`,
    );
  });

  it('says what the system is not', () => {
    assert.equal(
      explained('ungoverned'),
      `The fault ungoverned (ungoverned)
       finds: nothing in x.yaml
     because: criticality: critical is wanted, but nothing is said about criticality, so supporting is read
     because: no element meets any of: kind: training-pipeline
`,
    );
  });

  it('knows no other rules', () => {
    assert.equal(explainRule(analyzeText(chatbot, catalog), 'nothing'), undefined);
  });
});

describe('the page of the catalog', () => {
  it('of a rule', () => {
    assert.equal(
      rulePage(catalog.rules.get('unscreened')!, catalog, '2025', plain),
      `The fault unscreened (unscreened, high, LLM01:2025)
         why: Text steers the model.
    requires: screen or hard-screen (every-path)
`,
    );
  });

  it('of a control', () => {
    assert.equal(
      controlPage(catalog.controls.get('human-approval')!, catalog, plain),
      `The human-approval (human-approval, preventive, procedural, small effort)
        does: Does what human-approval says.
         aws: Switch human-approval on.
      verify: Look at human-approval.
    asked by: wild, wild-tool, guessed, trifecta
`,
    );
  });
});
