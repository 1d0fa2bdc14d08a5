import assert from 'node:assert/strict';
import { assertFindings, catalogWith } from '../support/analysis.ts';

const screened = catalogWith({
  unscreened: `
when: { path: { from: { trust: untrusted }, to: { kind: llm }, place: target } }
require: { any-of: [screen], at: every-path }`,
});
const checkedTool = catalogWith({
  unchecked: `
when: { flow: { purpose: tool-call } }
require: { any-of: [hard-screen], at: [flow, target], assurance: deterministic }`,
});
const hardened = catalogWith({
  soft: `
when: { component: { kind: llm } }
require: { any-of: [model-hardening], at: target }`,
});

/** The chatbot of these tests; `on` gives the keys of each part, findings are written behind the parts. */
function chatbot(parts: Readonly<Record<string, string>>): string {
  const at = (id: string): string => parts[id] ?? '';
  const finding = (id: string): string => (parts[`${id}!`] === undefined ? '' : ` #! ${parts[`${id}!`]}`);
  return `bartizan: 1
system: { name: Chatbot, options: { strict: false }${at('system')} }
boundaries:
  account: { zone: environment${at('account')} }
  backend: { zone: application, within: account${at('backend')} }
actors:
  anybody: { kind: anonymous-user }
components:
  chat:  { kind: chat-ui, within: account${at('chat')} }
  bot:   { kind: application, within: backend${at('bot')} }
  model: { kind: llm, within: account${at('model')} }${finding('model')}
  ${at('more')}
data: { question: {}, answer: {} }
flows:
  ask:   { from: anybody, to: chat, carries: [question], returns: [answer]${at('ask')} }
  relay: { from: chat, to: bot, carries: [question], returns: [answer]${at('relay')} }
  infer: { from: bot, to: model, carries: [question], returns: [answer]${at('infer')} }
  ${at('more-flows')}
`;
}

const controls = (declarations: string): string => `, controls: { ${declarations} }`;
const open = { 'model!': 'high unscreened' };

/** Each case: what stands where, and whether the finding is open, planned or gone. */
function judge(cases: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  for (const [name, parts] of Object.entries(cases)) {
    it(name, () => void assertFindings(chatbot(parts), screened));
  }
}

describe('a control counts', () => {
  judge({
    'nowhere: the finding is open': open,
    'on the flow to the model': { infer: controls('screen: implemented') },
    'on an earlier flow of the path': { ask: controls('screen: implemented') },
    'on the model, for all that enters it': { model: controls('screen: implemented') },
    'on an element before the model': { chat: controls('screen: implemented') },
    'on the inner boundary': { backend: controls('screen: implemented') },
    'on the outer boundary': { account: controls('screen: implemented') },
    'on the system': { system: controls('screen: implemented') },
    'not in another boundary': {
      more: 'side: { kind: application, controls: { screen: implemented } }',
      ...open,
    },
    'not behind what it should protect': {
      'more-flows': 'log: { from: model, to: sink, carries: [answer], returns: [] }',
      more: 'sink: { kind: log-store, controls: { screen: implemented } }',
      ...open,
    },
  });

  it('on a control point for what it guards, a flow or an element', () => {
    for (const guarded of ['infer', 'ask', 'model', 'bot']) {
      const more = `shield: { kind: guardrail, guards: [${guarded}], controls: { screen: implemented } }`;
      assertFindings(chatbot({ more }), screened);
    }
  });

  it('on a control point for what passes through it', () => {
    assertFindings(
      `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  shield: { kind: guardrail, controls: [screen] }
  model:  { kind: llm }
flows:
  ask:  { from: anybody, to: shield, purpose: prompt }
  pass: { from: shield, to: model }
`,
      screened,
    );
  });

  it('on a guard of the flow, and not of the way beside it', () => {
    const more = 'shield: { kind: guardrail, guards: [infer], controls: { screen: implemented } }';
    const beside =
      'beside: { from: chat, to: model, purpose: inference, carries: [question], returns: [answer] }';
    assertFindings(chatbot({ more, 'more-flows': beside, ...open }), screened);
  });

  it('of output for what leaves an element, of input for what enters it', () => {
    const catalog = catalogWith({
      unchecked: `
when: { path: { from: { kind: llm }, to: { group: interface } } }
require: { any-of: [output-check], at: every-path }`,
    });
    const text = (at: string, finding: string): string =>
      chatbot({ [at]: controls('output-check: implemented') }).replace(
        /( {2}chat: .*)/,
        finding === '' ? '$1' : `$1 #! ${finding}`,
      );
    assertFindings(text('model', ''), catalog);
    assertFindings(text('bot', ''), catalog);
    assertFindings(text('chat', 'high unchecked'), catalog);
  });

  it('under returns for the answer alone', () => {
    const catalog = catalogWith({
      answered: `
when: { path: { from: { kind: llm }, to: { group: interface } } }
require: { any-of: [no-system], at: every-path }`,
      asked: `
when: { path: { from: { role: actor }, to: { kind: llm } } }
require: { any-of: [no-system], at: every-path }`,
    });
    assertFindings(
      `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  chat:  { kind: chat-ui }
  model: { kind: llm } #! high asked
data: { answer: {} }
flows:
  ask:   { from: anybody, to: chat }
  infer: { from: chat, to: model, returns: { carries: [answer], controls: { no-system: implemented } } }
`,
      catalog,
    );
  });
});

describe('the nearest statement', () => {
  judge({
    'absent on the flow, and another place on the path still answers': {
      infer: controls('screen: absent'),
      ask: controls('screen: implemented'),
    },
    'absent on the model beats the boundary around it for what enters it': {
      account: controls('screen: implemented'),
      chat: controls('screen: absent'),
      bot: controls('screen: absent'),
      model: controls('screen: absent'),
      ...open,
    },
    'absent on the model, and a boundary around the other end still answers': {
      backend: controls('screen: implemented'),
      model: controls('screen: absent'),
    },
    'implemented on the inner boundary beats absent on the outer one': {
      backend: controls('screen: implemented'),
      account: controls('screen: absent'),
    },
    'absent on the inner boundary beats implemented on the system': {
      system: controls('screen: implemented'),
      account: controls('screen: absent'),
      ...open,
    },
  });

  it('of several guards the one that stands decides, in whatever order', () => {
    const one = 'one: { kind: guardrail, guards: [infer], controls: { screen: absent } }';
    const two = 'two: { kind: guardrail, guards: [infer], controls: { screen: implemented } }';
    assertFindings(chatbot({ more: `${one}\n  ${two}` }), screened);
    assertFindings(chatbot({ more: `${two}\n  ${one}` }), screened);
  });
});

describe('except', () => {
  judge({
    'leaves out a flow': {
      account: controls('screen: { status: implemented, except: [ask, relay, infer] }'),
      ...open,
    },
    'leaves out an element, and the flows at it': {
      backend: controls('screen: { status: implemented, except: [bot] }'),
      ...open,
    },
    'leaves the others in': { account: controls('screen: { status: implemented, except: [infer] }') },
    'of the system is computed with, too': {
      system: controls('screen: { status: implemented, except: [ask, relay, infer] }'),
      ...open,
    },
    'of a guard leaves out one of what it guards': {
      more: 'shield: { kind: guardrail, guards: [infer], controls: { screen: { status: implemented, except: [infer] } } }',
      ...open,
    },
  });
});

describe('except at the end that a flow leaves or enters', () => {
  const catalog = catalogWith({
    unchecked: `
severity: high
when: { flow: { purpose: tool-call, to: { kind: tool } } }
require: { any-of: [hard-screen], at: [source, target] }`,
  });

  it('leaves out the flow, or all flows with the other end', () => {
    assertFindings(
      `bartizan: 1
components:
  whole:    { kind: agent, controls: [hard-screen] }
  careless: { kind: agent, controls: { hard-screen: { status: implemented, except: [shred] } } }
  selling:  { kind: agent, controls: { hard-screen: { status: implemented, except: [shop] } } }
  guarded:  { kind: agent }
  guard:    { kind: policy-engine, guards: [guarded], controls: { hard-screen: { status: implemented, except: [burn] } } }
  disk:     { kind: tool }
  shop:     { kind: tool }
flows:
  wipe:  { from: whole, to: disk }
  shred: { from: careless, to: disk } #! high unchecked
  clear: { from: careless, to: disk }
  sell:  { from: selling, to: shop } #! high unchecked
  erase: { from: selling, to: disk }
  burn:  { from: guarded, to: disk } #! high unchecked
  empty: { from: guarded, to: disk }
`,
      catalog,
    );
  });
});

describe('a status', () => {
  const stated = (declaration: string, finding?: string): Readonly<Record<string, string>> => ({
    model: controls(`screen: ${declaration}`),
    ...(finding === undefined ? {} : { 'model!': finding }),
  });
  judge({
    'implemented meets': stated('implemented'),
    'not-applicable meets': stated("{ status: not-applicable, reason: 'No text enters.' }"),
    'inherited with a name meets': stated("{ status: inherited, by: 'aws:bedrock' }"),
    'inherited with evidence meets': stated("{ status: inherited, evidence: 'https://example.com' }"),
    'planned is open, one step milder': stated('planned', 'medium unscreened planned'),
    'partial is open, one step milder': stated(
      "{ status: partial, covers: 'Half.' }",
      'medium unscreened planned',
    ),
    'absent is open': stated('absent', 'high unscreened'),
    'ineffective is open': stated("{ status: ineffective, reason: 'Lets all pass.' }", 'high unscreened'),
    'by a prompt is open where the control is no behaviour': stated(
      '{ status: implemented, by: prompt }',
      'high unscreened',
    ),
    'planned counts for what it covers only': {
      bot: controls('output-check: planned'),
      ...open,
    },
  });

  it('by a prompt meets where the control is behaviour', () => {
    const catalog = catalogWith({
      rude: `
when: { component: { kind: llm } }
require: { any-of: [tone-of-voice], at: target }`,
    });
    assertFindings(
      chatbot({ model: controls('tone-of-voice: { status: implemented, by: prompt }') }),
      catalog,
    );
  });

  it('inherited needs evidence for controls of the model once the model is ours', () => {
    const text = (scope: number, declaration: string, finding: string): string =>
      chatbot({
        system: `, scope: ${scope}`,
        model: controls(`model-hardening: ${declaration}`),
        ...(finding === '' ? {} : { 'model!': finding }),
      });
    assertFindings(text(3, "{ status: inherited, by: 'aws:bedrock' }", ''), hardened);
    assertFindings(text(4, "{ status: inherited, by: 'aws:bedrock' }", 'high soft'), hardened);
    assertFindings(text(5, "{ status: inherited, by: 'aws:bedrock', evidence: docs/x.md }", ''), hardened);
  });
});

describe('a deterministic layer', () => {
  const call = (parts: Readonly<Record<string, string>>): string => `bartizan: 1
boundaries:
  account: { zone: environment${parts.account ?? ''} }
components:
  bot:   { kind: agent, within: account, autonomy: assists }
  tool:  { kind: tool, within: account, effects: [read-only], reach: none, input: typed${parts.tool ?? ''} }
  ${parts.more ?? ''}
flows:
  call: { from: bot, to: tool${parts.call ?? ''} }${parts['call!'] === undefined ? '' : ` #! ${parts['call!']}`}
`;
  const found = { 'call!': 'high unchecked' };
  // A layer that does not bound lowers the rate: the finding stays, one step milder.
  const softened = { 'call!': 'medium unchecked' };
  const guard = (facts: string): string =>
    `gate: { kind: policy-engine, guards: [call], ${facts}controls: { hard-screen: implemented } }`;
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'is what the service of the tool always brings': { tool: ", service: 'aws:safe-model'" },
    'is not what the service brings and the tool says it has not': {
      tool: `, service: 'aws:safe-model'${controls('hard-screen: absent')}`,
      ...found,
    },
    'is no control that fails open': {
      tool: controls('hard-screen: { status: implemented, fails: open }'),
      ...softened,
    },
    'is a guard that fails closed': { more: guard('fails: closed, ') },
    'is no guard that fails open': { more: guard('fails: open, '), ...softened },
    'is no guard that only flags': { more: guard('mode: flag, '), ...softened },
    'is not what a flagging component implements': {
      tool: controls('hard-screen: { status: implemented, by: gate }'),
      more: 'gate: { kind: guardrail, guards: [call], mode: flag }',
      ...softened,
    },
    'still stands on the boundary behind a guard that only flags': {
      more: guard('mode: flag, '),
      account: controls('hard-screen: implemented'),
    },
    'still stands on the tool behind a guard that fails open': {
      more: guard('fails: open, '),
      tool: controls('hard-screen: implemented'),
    },
  };
  for (const [name, parts] of Object.entries(cases)) {
    it(name, () => void assertFindings(call(parts), checkedTool));
  }
});

describe('options', () => {
  it('a control whose option is off is absent, and the finding names the option that closes it', () => {
    const text = chatbot({ model: controls('screen: { status: implemented, when: strict }'), ...open });
    const { findings } = assertFindings(text, screened);
    assert.deepEqual(findings[0]?.closedBy, { option: 'strict', on: true });
    assert.deepEqual(
      findings[0].because.some((reason) => reason.text.includes('option "strict" is off')),
      true,
    );
    assertFindings(text.replace(' #! high unscreened', ''), screened, { switches: { strict: true } });
  });

  it('a control unless an option is off when the option is on', () => {
    const text = chatbot({ model: controls('screen: { status: implemented, unless: strict }') });
    assertFindings(text, screened);
    const { findings } = assertFindings(text.replace(/( {2}model: .*)/, '$1 #! high unscreened'), screened, {
      switches: { strict: true },
    });
    assert.deepEqual(findings[0]?.closedBy, { option: 'strict', on: false });
  });

  it('a way that a switch takes away takes its finding with it, and no switch that removes the place closes it', () => {
    const text = chatbot({
      infer: `, unless: strict`,
      ...open,
    });
    const { findings } = assertFindings(text, screened);
    assert.deepEqual(findings[0]?.closedBy, { option: 'strict', on: true });
    const gone = chatbot({ model: ', unless: strict', ...open });
    assert.deepEqual(assertFindings(gone, screened).findings[0]?.closedBy, undefined);
  });

  it('a control that lets content be trusted closes what the distrust opened', () => {
    const { findings } = assertFindings(
      `bartizan: 1
system: { options: { review: false } }
actors:
  anybody: { kind: anonymous-user }
components:
  bot: { kind: agent, controls: { content-review: { status: implemented, when: review } } } #! high tainted
data: { note: { trust: trusted } }
flows:
  ask: { from: anybody, to: bot, carries: [note], returns: [] }
`,
      catalogWith({ tainted: `when: { component: { kind: agent, trust: untrusted } }\ninstead: Do not.` }),
    );
    assert.deepEqual(findings[0]?.closedBy, { option: 'review', on: true });
  });

  it('a control that opens a stronger rule closes the weaker one', () => {
    const { findings } = assertFindings(
      `bartizan: 1
system: { options: { strict: true } }
components:
  bot: { kind: agent, controls: { screen: { status: implemented, when: strict } } } #! high weaker
`,
      catalogWith({
        stronger: `when: { component: { kind: agent } }\nrequire: { any-of: [screen], at: target }`,
        weaker: `when: { component: { kind: agent } }\ninstead: Do not.\nunless: [stronger]`,
      }),
    );
    assert.deepEqual(findings[0]?.closedBy, { option: 'strict', on: false });
  });
});
