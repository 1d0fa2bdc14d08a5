import assert from 'node:assert/strict';
import { assertFindings, catalogWith } from '../support/analysis.ts';

describe('a rule about components', () => {
  const catalog = (rest: string): ReturnType<typeof catalogWith> => catalogWith({ fault: rest });

  it('asks at the target: the element, a guard of it, the boundaries around, the system', () => {
    const rule = catalog(`when: { component: { kind: llm } }
require: { any-of: [screen], at: target }`);
    assertFindings(
      `bartizan: 1
boundaries:
  line: { zone: model, controls: [screen] }
components:
  bare:    { kind: llm } #! high fault
  itself:  { kind: llm, controls: [screen] }
  within:  { kind: llm, within: line }
  without: { kind: llm, within: line, controls: { screen: absent } } #! high fault
  guarded: { kind: llm }
  guard:   { kind: guardrail, guards: [guarded], controls: [screen] }
`,
      rule,
    );
    assertFindings(
      `bartizan: 1
system: { controls: [screen] }
components:
  bare: { kind: llm }
`,
      rule,
    );
  });

  it('asks at the system alone', () => {
    assertFindings(
      `bartizan: 1
system: { controls: { screen: absent } }
components:
  one: { kind: llm, controls: [screen] } #! high fault
`,
      catalog(`when: { component: { kind: llm } }
require: { any-of: [screen], at: system }`),
    );
  });

  it('without a requirement is excused by nothing', () => {
    assertFindings(
      `bartizan: 1
system: { controls: [screen, hard-screen] }
components:
  one: { kind: browser-tool } #! high fault
`,
      catalog(`when: { component: { kind: browser-tool } }
instead: Use none.`),
    );
  });

  it('asks all groups, and a group only where its own condition holds', () => {
    const { findings } = assertFindings(
      `bartizan: 1
components:
  plain:  { kind: llm, controls: [screen] }
  tuned:  { kind: llm, tuning: fine-tuned, controls: [screen] } #! high fault
  better: { kind: llm, tuning: fine-tuned, controls: [screen, model-hardening] }
`,
      catalog(`when: { component: { kind: llm } }
require:
  - { any-of: [screen, hard-screen], at: target }
  - { any-of: [model-hardening], at: target, where: { tuning: fine-tuned } }`),
    );
    assert.deepEqual(
      findings[0]?.missing.map(({ controls }) => controls),
      [['model-hardening']],
    );
  });
});

describe('a rule about flows', () => {
  const at = (places: string): ReturnType<typeof catalogWith> =>
    catalogWith({
      fault: `
when: { flow: { purpose: tool-call } }
require: { any-of: [hard-screen], at: ${places} }`,
    });
  const call = (parts: Readonly<Record<string, string>>, finding = ''): string => `bartizan: 1
boundaries:
  line: { zone: application${parts.line ?? ''} }
components:
  app:  { kind: application, within: line${parts.app ?? ''} }
  tool: { kind: tool${parts.tool ?? ''} }
flows:
  call: { from: app, to: tool${parts.call ?? ''} }${finding}
`;
  const declared = ', controls: [hard-screen]';
  const fault = ' #! high fault';

  it('asks at the flow, which its ends and boundaries protect as they enter or leave', () => {
    assertFindings(call({}, fault), at('flow'));
    assertFindings(call({ call: declared }), at('flow'));
    assertFindings(call({ tool: declared }), at('flow'));
    assertFindings(call({ line: declared }), at('flow'));
  });

  it('asks at source, target, boundary', () => {
    assertFindings(call({ app: declared }), at('source'));
    assertFindings(call({ tool: declared }, fault), at('source'));
    assertFindings(call({ tool: declared }), at('target'));
    assertFindings(call({ app: declared }, fault), at('target'));
    assertFindings(call({ line: declared }), at('boundary'));
    assertFindings(call({ call: declared }), at('boundary'));
    assertFindings(call({ app: declared }, fault), at('boundary'));
  });

  it('stands once where its place says, shows the worst and counts the others', () => {
    const catalog = catalogWith({
      fault: `
severity: medium
when: { flow: { purpose: tool-call, place: from } }
require: { any-of: [hard-screen], at: flow }
raise: { target: { effects: financial }, to: high }`,
    });
    const { findings } = assertFindings(
      `bartizan: 1
components:
  app:  { kind: application } #! high fault
  one:  { kind: tool, effects: [read-only] }
  pay:  { kind: tool, effects: [financial] }
  safe: { kind: tool, effects: [financial], controls: [hard-screen] }
flows:
  a: { from: app, to: one }
  b: { from: app, to: pay }
  c: { from: app, to: safe }
`,
      catalog,
    );
    assert.deepEqual(findings[0]?.paths, [['app', 'b', 'pay']]);
    assert.equal(findings[0].morePaths, 1);
  });

  it('stands on the boundary that is crossed, or on the system', () => {
    const catalog = catalogWith({
      crossing: `
when: { flow: { crosses: boundary, place: boundary } }
require: { any-of: [encryption-in-transit], at: flow }`,
      anywhere: `
severity: low
when: { flow: { crosses: boundary, place: system } }
require: { any-of: [encryption-in-transit], at: flow }`,
    });
    assertFindings(
      `bartizan: 1
system: { name: Two } #! low anywhere
boundaries:
  one: { zone: application }
  two: { zone: data } #! high crossing
components:
  app: { kind: application, within: one }
  db:  { kind: database, within: two }
flows:
  read: { from: app, to: db }
`,
      catalog,
    );
  });
});

describe('a rule about paths', () => {
  const system = (flows: string, parts: Readonly<Record<string, string>> = {}): string => `bartizan: 1
actors:
  anybody: { kind: anonymous-user${parts.anybody ?? ''} }
components:
  chat:  { kind: chat-ui${parts.chat ?? ''} }
  bot:   { kind: agent, autonomy: assists${parts.bot ?? ''} }
  model: { kind: llm${parts.model ?? ''} }${parts['model!'] ?? ''}
data: { question: {}, answer: {}, other: {} }
flows:
  ask:   { from: anybody, to: chat, carries: [question], returns: [answer] }
  relay: { from: chat, to: bot, carries: [question], returns: [answer] }
${flows}
`;
  const infer = '  infer: { from: bot, to: model, carries: [question], returns: [answer] }';
  const fault = { 'model!': ' #! high fault' };
  const at = (places: string): ReturnType<typeof catalogWith> =>
    catalogWith({
      fault: `
when: { path: { from: { kind: anonymous-user }, to: { kind: llm } } }
require: { any-of: [screen], at: ${places} }`,
    });
  const declared = ', controls: [screen]';

  it('asks on every path, at either end, on the last hop', () => {
    const cases = [
      ['every-path', { chat: declared }, true],
      ['every-path', { bot: declared }, true],
      ['every-path', { model: declared }, true],
      ['source', { anybody: declared }, true],
      ['source', { chat: declared }, false],
      ['target', { model: declared }, true],
      ['target', { bot: declared }, false],
      ['last-hop', { model: declared }, true],
      ['last-hop', { chat: declared }, false],
      ['flow', { model: declared }, true],
      ['path', { chat: declared }, true],
      ['boundary', { model: declared }, true],
      ['[source, last-hop]', { anybody: declared }, true],
    ] as const;
    for (const [place, parts, isMet] of cases) {
      assertFindings(system(infer, isMet ? parts : { ...parts, ...fault }), at(place));
    }
  });

  it('counts nothing at the target for a flow that the control excepts', () => {
    const screen = (except: string): string =>
      `, controls: { screen: { status: implemented, except: [${except}] } }`;
    assertFindings(system(infer, { model: screen('relay') }), at('target'));
    assertFindings(system(infer, { model: screen('infer'), ...fault }), at('target'));
    assertFindings(system(infer, { model: screen('bot'), ...fault }), at('target'));
  });

  it('shows the way that passes no control, though it is the longer one', () => {
    const beside = `${infer}
  direct: { from: chat, to: model, carries: [question], returns: [answer], controls: { screen: implemented } }`;
    const { findings } = assertFindings(system(beside, fault), at('every-path'));
    assert.deepEqual(findings[0]?.paths, [['anybody', 'ask', 'chat', 'relay', 'bot', 'infer', 'model']]);
    assert.equal(findings[0].morePaths, 0);
  });

  it('shows the shortest way and counts the others', () => {
    const beside = `${infer}
  direct: { from: chat, to: model, carries: [question], returns: [answer] }
  again:  { from: chat, to: model, carries: [other], returns: [answer] }`;
    const { findings } = assertFindings(system(beside, fault), at('every-path'));
    assert.deepEqual(findings[0]?.paths, [['anybody', 'ask', 'chat', 'direct', 'model']]);
    assert.equal(findings[0].morePaths, 2);
  });

  it('goes on from an agent to the model that is drawn behind it', () => {
    const catalog = catalogWith({
      fault: `
when: { path: { from: { kind: anonymous-user }, to: { kind: [llm, agent] } } }
require: { any-of: [screen], at: every-path }`,
    });
    assertFindings(system(infer, fault), catalog);
    assertFindings(system(infer, { bot: declared }), catalog);
    assertFindings(system('').replace(/( {2}bot: .*)/, '$1 #! high fault'), catalog);
  });

  it('stands on who asks the model, for each of them by itself', () => {
    const catalog = catalogWith({
      fault: `
when: { path: { from: { kind: anonymous-user }, to: { kind: llm }, place: session } }
require: { any-of: [screen], at: every-path }`,
    });
    assertFindings(
      `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  one:     { kind: agent } #! high fault
  two:     { kind: agent } #! high fault
  three:   { kind: agent, controls: [screen] }
  gateway: { kind: model-gateway }
  model:   { kind: llm }
data: { question: {}, answer: {} }
flows:
  ask:   { from: anybody, to: [one, two, three], purpose: prompt, carries: [question], returns: [answer] }
  infer: { from: [one, two, three], to: gateway, carries: [question], returns: [answer] }
  pass:  { from: gateway, to: model, carries: [question], returns: [answer] }
`,
      catalog,
    );
  });

  it('a source is seen on the way of another source, too', () => {
    const catalog = catalogWith({
      fault: `
when: { path: { from: { trust: untrusted }, to: { kind: llm }, enters-by: store } }
require: { any-of: [screen], at: every-path }`,
    });
    assertFindings(
      `bartizan: 1
actors:
  writer: { kind: contributor }
components:
  forum: { kind: external-content, holds: [post] }
  app:   { kind: application }
  model: { kind: llm } #! high fault
data: { post: {}, answer: {} }
flows:
  write: { from: writer, to: forum, purpose: store, carries: [post] }
  read:  { from: app, to: forum, purpose: retrieval, carries: [], returns: [post] }
  infer: { from: app, to: model, carries: [post], returns: [answer] }
`,
      catalog,
    );
  });

  it('asks for what must be carried, stand between, arrive and come in', () => {
    const catalog = catalogWith({
      carried: `
when: { path: { from: { group: data }, to: { kind: llm }, carrying: { tags: pii } } }
instead: Leave it out.`,
      through: `
when: { path: { from: { group: data }, to: { kind: llm }, through: { kind: message-bus } } }
instead: Leave it out.`,
      hop: `
when: { path: { from: { group: data }, to: { kind: llm }, arrives-by: inference, last-hop: { format: json } } }
instead: Leave it out.`,
    });
    const text = (keys: Readonly<Record<string, string>>, finding: string): string => `bartizan: 1
components:
  db:    { kind: database, holds: [record] }
  app:   { kind: ${keys.app ?? 'application'} }
  model: { kind: llm }${finding}
data: { record: { classification: internal${keys.record ?? ''} }, answer: {} }
flows:
  read:  { from: app, to: db, carries: [], returns: [record] }
  infer: { from: app, to: model, purpose: inference, carries: [record]${keys.infer ?? ''}, returns: [answer] }
`;
    assertFindings(text({}, ''), catalog);
    assertFindings(text({ record: ', tags: [pii]' }, ' #! high carried'), catalog);
    assertFindings(text({ app: 'message-bus' }, ' #! high through'), catalog);
    assertFindings(text({ infer: ', format: json' }, ' #! high hop'), catalog);
  });

  it('follows what is tainted, and ends where trust is raised', () => {
    const catalog = catalogWith({
      fault: `
when: { path: { from: { trust: untrusted }, to: { kind: llm } } }
instead: Do not.`,
    });
    assertFindings(system(infer, fault), catalog);
    assertFindings(
      system(infer.replace('carries: [question]', 'carries: [question], format: enumerated')),
      catalog,
    );
  });

  it('an assumption completes a grave finding, one step milder; two do not', () => {
    const rules = (severity: string): ReturnType<typeof catalogWith> =>
      catalogWith({
        fault: `
severity: ${severity}
when: { path: { from: { kind: anonymous-user }, to: { group: tool, can: state-change } } }
instead: Do not.`,
      });
    const text = (tool: string, finding: string): string => `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  app:  { kind: application }
  tool: { kind: tool${tool} }${finding}
flows:
  ask:  { from: anybody, to: app }
  call: { from: app, to: tool }
`;
    assertFindings(text('', ' #! medium fault assumed'), rules('high'));
    assertFindings(text('', ''), rules('medium'));
    assertFindings(text('', ''), rules('high'), { assumptions: false });
    assertFindings(text(', effects: [financial]', ' #! high fault'), rules('high'));
    assertFindings(text(', effects: [financial]', ' #! medium fault'), rules('medium'));
    assertFindings(text(', effects: [read-only]', ''), rules('high'));
  });

  it('a certain way is shown before an assumed one that is shorter', () => {
    const catalog = catalogWith({
      fault: `
when: { path: { from: { group: tool, effects: fetches-urls, reach: internet }, to: { kind: llm } } }
require: { any-of: [screen], at: every-path }`,
    });
    assertFindings(
      `bartizan: 1
components:
  sure:  { kind: tool, effects: [fetches-urls], reach: internet }
  app:   { kind: application }
  model: { kind: llm } #! high fault
data: { page: {} }
flows:
  get:   { from: app, to: sure, carries: [], returns: [page] }
  infer: { from: app, to: model, carries: [page], returns: [] }
`,
      catalog,
    );
  });
});

describe('a rule about the system', () => {
  it('asks of facts, parts and flows; a control of all our outermost boundaries holds for the system', () => {
    const catalog = catalogWith({
      fault: `
when: { system: { criticality: critical, has: { kind: llm }, has-flow: { purpose: inference }, has-not: { kind: siem } } }
require: { any-of: [screen], at: system }`,
    });
    const text = (parts: Readonly<Record<string, string>>): string => `bartizan: 1
system: { criticality: ${parts.criticality ?? 'critical'}${parts.system ?? ''} }${parts['!'] ?? ''}
boundaries:
  one: { zone: application${parts.one ?? ''} }
  two: { zone: model${parts.two ?? ''} }
components:
  app:   { kind: application, within: one${parts.app ?? ''} }
  model: { kind: llm, within: two${parts.model ?? ''} }
  ${parts.more ?? ''}
flows:
  ask: { from: app, to: model }
`;
    const found = { '!': ' #! high fault' };
    const declared = ', controls: [screen]';
    assertFindings(text(found), catalog);
    assertFindings(text({ system: declared }), catalog);
    assertFindings(text({ one: declared, two: declared }), catalog);
    assertFindings(text({ one: declared, ...found }), catalog);
    assertFindings(text({ app: declared, model: declared }), catalog);
    assertFindings(text({ app: declared, ...found }), catalog);
    assertFindings(text({ criticality: 'supporting' }), catalog);
    assertFindings(text({ more: 'alarm: { kind: siem }' }), catalog);
  });

  it('may be content with a control at each element that it asks about, or at all that call it', () => {
    const catalog = catalogWith({
      fault: `
when: { system: { has: { kind: llm } } }
require: { any-of: [screen], at: [system, target, source] }`,
    });
    const text = (controls: Readonly<Record<string, string>>, finding = ''): string => `bartizan: 1
system: { name: Two models }${finding}
components:
  desk:  { kind: application${controls.desk ?? ''} }
  batch: { kind: application${controls.batch ?? ''} }
  hub:   { kind: model-hub }
  large: { kind: llm${controls.large ?? ''} }
  small: { kind: llm }
flows:
  ask:   { from: desk, to: large }
  sort:  { from: batch, to: small }
  fetch: { from: hub, to: small, purpose: delivery }
`;
    const declared = ', controls: [screen]';
    assertFindings(text({ desk: declared, batch: declared }), catalog);
    assertFindings(text({ large: declared, batch: declared }), catalog);
    assertFindings(text({ large: declared, desk: declared }, ' #! high fault'), catalog);
  });

  it('applies in its scopes and stages', () => {
    const catalog = catalogWith({
      scoped: `
scopes: [4, 5]
when: { component: { kind: llm } }
instead: Do not.`,
      staged: `
stages: [deployment]
when: { component: { kind: llm } }
instead: Do not.`,
    });
    const text = (system: string, finding: string): string => `bartizan: 1
system: { ${system} }
components:
  model: { kind: llm }${finding}
`;
    assertFindings(text('scope: 3', ''), catalog);
    assertFindings(text('scope: 4', ' #! high scoped'), catalog);
    assertFindings(text('stage: deployment', ' #! high staged'), catalog);
    assertFindings(text('stage: operation', ''), catalog);
  });
});

describe('a path to an agent', () => {
  it('goes on to its model behind a gateway, and what the gateway screens is screened', () => {
    const catalog = catalogWith({
      fault: `
when: { path: { from: { trust: untrusted }, to: { kind: [agent, llm] } } }
require: { any-of: [screen], at: every-path }`,
    });
    assertFindings(
      `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:     { kind: agent }
  gateway: { kind: model-gateway, controls: [screen] }
  model:   { kind: llm }
  other:   { kind: agent }
  open:    { kind: model-gateway }
  large:   { kind: llm } #! high fault
  alone:   { kind: agent } #! high fault
flows:
  ask:   { from: anybody, to: [bot, other, alone], purpose: prompt, returns: [] }
  infer: { from: bot, to: gateway, purpose: inference, returns: [] }
  pass:  { from: gateway, to: model, purpose: inference, returns: [] }
  pose:  { from: other, to: open, purpose: inference, returns: [] }
  hand:  { from: open, to: large, purpose: inference, returns: [] }
`,
      catalog,
    );
  });
});
