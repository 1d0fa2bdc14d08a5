import assert from 'node:assert/strict';
import { analyzeText, assertFindings, catalogWith } from '../support/analysis.ts';

describe('the severity of a finding', () => {
  const catalog = catalogWith({
    moved: `
severity: medium
when: { component: { kind: llm } }
raise: { target: { tuning: fine-tuned }, to: high }
lower: { target: { hosting: on-device }, to: low }
instead: Do not.`,
    leak: `
severity: medium
risks: [sensitive-disclosure]
when: { component: { group: data } }
require: { any-of: [screen], at: target }`,
    baseline: `
severity: low
risks: [sensitive-disclosure]
when: { component: { kind: database } }
instead: Do not.`,
  });

  it('is raised and lowered where the rule says so, and says why', () => {
    const { findings } = assertFindings(
      `bartizan: 1
components:
  plain: { kind: llm } #! medium moved
  tuned: { kind: llm, tuning: fine-tuned } #! high moved
  small: { kind: llm, hosting: on-device } #! low moved
`,
      catalog,
    );
    const tuned = findings.find(({ element }) => element === 'tuned');
    assert.ok(
      tuned?.because.some(
        ({ text }) => text === 'raised from medium to high: "tuned" has tuning: fine-tuned',
      ),
    );
  });

  it('is a step higher where restricted or regulated data can leak, but for rules about order', () => {
    assertFindings(
      `bartizan: 1
components:
  open:    { kind: object-store, holds: [notes] } #! medium leak
  secret:  { kind: object-store, holds: [plans] } #! high leak
  health:  { kind: object-store, holds: [records] } #! high leak
  ordered: { kind: database, holds: [plans], controls: [screen] } #! low baseline
data:
  notes:   { classification: internal }
  plans:   { classification: restricted }
  records: { classification: internal, tags: [phi] }
`,
      catalog,
    );
  });

  it('is a step lower with a control that softens and never closes; inherently it stays', () => {
    const softened = catalogWith({
      driven: `
severity: critical
when: { path: { from: { kind: anonymous-user }, to: { kind: tool } } }
require: { any-of: [hard-screen], at: every-path, assurance: deterministic, softened-by: [screen] }`,
    });
    const text = (bot: string, finding: string): string => `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:  { kind: agent${bot} }
  tool: { kind: tool, effects: [financial] } #! ${finding}
flows:
  ask:  { from: anybody, to: bot }
  call: { from: bot, to: tool }
`;
    assertFindings(text('', 'critical driven'), softened);
    const { findings } = assertFindings(text(', controls: [screen]', 'high driven'), softened);
    assert.equal(findings[0]?.inherent, 'critical');
    assert.equal(findings[0].severity, 'high');
  });
});

describe('what softens', () => {
  const filtered = `any-of: [hard-screen], at: target, assurance: deterministic, softened-by: [screen]`;

  it('must stand on every open way: beside it, or round it, it lowers nothing', () => {
    const driven = catalogWith({
      driven: `
severity: critical
when: { path: { from: { kind: anonymous-user }, to: { kind: tool } } }
require: { ${filtered} }`,
    });
    const text = (finding: string, more = ''): string => `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  front:  { kind: application, controls: [screen] }
  bot:    { kind: agent }
  tool:   { kind: tool, effects: [financial] } #! ${finding}
  aside:  { kind: application, controls: [screen] }
flows:
  enter: { from: anybody, to: front }
  relay: { from: front, to: bot }
  call:  { from: bot, to: tool }
${more}`;
    assertFindings(text('high driven'), driven);
    assertFindings(text('critical driven', '  round: { from: anybody, to: bot }\n'), driven);
    assertFindings(
      text('critical driven').replace('application, controls: [screen] }\n  bot', 'application }\n  bot'),
      driven,
    );
  });

  const session = (parts: Readonly<Record<string, string>>): string => `bartizan: 1
actors:
  anybody:  { kind: anonymous-user }
  employee: { kind: internal-user }
components:
  bot:    { kind: agent }${parts.bot ?? ''}
  other:  { kind: agent }
  model:  { kind: llm }
  shield: { kind: guardrail, guards: [${parts.guards ?? 'infer'}], controls: [screen] }
  mailer: { kind: tool, effects: [messages-people], reach: private, input: typed }
data: { question: {}, reply: {}, order: {} }
flows:
  ask:   { from: anybody, to: bot, carries: [question], returns: [reply] }
  infer: { from: bot, to: model, carries: [question], returns: [reply] }
  tell:  { from: employee, to: other, carries: [order], returns: [] }
  think: { from: other, to: model, carries: [order], returns: [] }
  send:  { from: bot, to: mailer, purpose: tool-call, carries: [reply], returns: [] }
`;

  for (const [form, when] of [
    ['a session', 'session: { capabilities: [untrusted-input, state-change] }'],
    ['a call', 'flow: { from: { kind: agent }, purpose: tool-call, place: from }'],
  ] as const) {
    it(`may stand before the context of ${form}, and not before that of another`, () => {
      const driven = catalogWith({ driven: `when: { ${when} }\nrequire: { ${filtered} }` });
      assertFindings(session({ bot: ' #! medium driven' }), driven);
      assertFindings(session({ bot: ' #! high driven', guards: 'think' }), driven);
    });
  }
});

describe('a group of controls', () => {
  it('is planned where one of it is planned or partial, and open as soon as another group is', () => {
    const catalog = catalogWith({
      both: `
when: { component: { kind: llm } }
require: [{ any-of: [screen], at: target }, { any-of: [output-check], at: target }]`,
    });
    const { findings } = assertFindings(
      `bartizan: 1
components:
  one:   { kind: llm, controls: { screen: planned, output-check: implemented } } #! medium both planned
  two:   { kind: llm, controls: { screen: planned, output-check: { status: partial, covers: Half. } } } #! medium both planned
  three: { kind: llm, controls: { screen: planned, output-check: absent } } #! high both
  four:  { kind: llm, controls: { screen: implemented, output-check: implemented } }
`,
      catalog,
    );
    assert.deepEqual(
      findings[0]?.missing.map(({ controls }) => controls),
      [['screen']],
    );
    assert.deepEqual(
      findings[2]?.missing.map(({ controls }) => controls),
      [['screen'], ['output-check']],
    );
  });
});

describe('an accepted risk', () => {
  const catalog = catalogWith({
    fault: `
when: { component: { kind: llm } }
require: { any-of: [screen], at: target }`,
  });
  const text = (finding: string, key: string, control = ''): string => `bartizan: 1
components:
  model: { kind: llm${control} }${finding}
accepted-risks:
  ${key}: { reason: A pilot., owner: me@example.com, expires: 2026-11-24 }
`;
  const codes = (source: string, today: string): readonly string[] =>
    analyzeText(source, catalog, { today })
      .problems.filter(({ code }) => code.endsWith('acceptance'))
      .map(({ code }) => code);

  it('is borne until the end of its last day', () => {
    assertFindings(text(' #! high fault accepted', 'fault@model'), catalog, { today: '2026-11-24' });
  });

  it('is open again when it ran out, and says so', () => {
    const source = text(' #! high fault', 'fault@model');
    const { findings } = assertFindings(source, catalog, { today: '2026-11-25' });
    assert.deepEqual(findings[0]?.acceptance, { key: 'fault@model', expired: true });
    assert.ok(findings[0].because.some((reason) => reason.text.includes('ran out on 2026-11-24')));
    assert.deepEqual(codes(source, '2026-11-25'), ['expired-acceptance']);
  });

  it('is dead where nothing is found', () => {
    const source = text('', 'fault@model', ', controls: [screen]');
    assertFindings(source, catalog);
    assert.deepEqual(codes(source, '2026-11-24'), ['dead-acceptance']);
  });
});

describe('a weaker rule', () => {
  const catalog = catalogWith({
    strong: `
severity: critical
when: { component: { kind: llm, tuning: fine-tuned } }
require: { any-of: [hard-screen], at: target }`,
    middle: `
unless: [strong]
when: { component: { kind: llm } }
require: { any-of: [screen], at: target }`,
    weak: `
severity: low
unless: [middle]
when: { component: { group: model } }
require: { any-of: [output-check], at: target }`,
  });

  it('is silent where a stronger one stands, though that is silent for a stronger one still', () => {
    assertFindings(
      `bartizan: 1
components:
  tuned: { kind: llm, tuning: fine-tuned } #! critical strong
  plain: { kind: llm } #! high middle
  other: { kind: embedding-model } #! low weak
`,
      catalog,
    );
  });

  it('speaks where the stronger one is answered', () => {
    assertFindings(
      `bartizan: 1
components:
  tuned: { kind: llm, tuning: fine-tuned, controls: [hard-screen] } #! high middle
  plain: { kind: llm, controls: [screen] } #! low weak
  all:   { kind: llm, controls: [screen, output-check] }
`,
      catalog,
    );
  });

  it('speaks where the stronger one is switched off', () => {
    assertFindings(
      `bartizan: 1
components:
  tuned: { kind: llm, tuning: fine-tuned } #! high middle
`,
      catalog,
      { rulesOff: ['strong'] },
    );
  });
});

describe('the reasons of a finding', () => {
  const catalog = catalogWith({
    unscreened: `
severity: high
when: { path: { from: { trust: [untrusted] }, to: { kind: llm } } }
lower: { target: { hosting: on-device }, to: medium }
require: { any-of: [hard-screen], at: every-path }`,
    unencrypted: `
severity: high
when: { flow: { encrypted: 'false', to: { kind: llm } } }
instead: Encrypt it.`,
  });
  const reasons = (text: string, rule: string): readonly string[] =>
    analyzeText(text, catalog)
      .findings.filter((finding) => finding.rule === rule)
      .flatMap(({ because }) => because.map((reason) => reason.text));

  it('go from the cause by the way to what stands beside it, and to what moves the severity', () => {
    const text = `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:    { kind: agent }
  filter: { kind: guardrail, controls: [hard-screen] }
  other:  { kind: llm, controls: [hard-screen] }
  small:  { kind: llm, hosting: on-device }
flows:
  ask:    { from: anybody, to: bot, purpose: prompt, returns: [] }
  screen: { from: bot, to: filter, purpose: inference, returns: [] }
  pass:   { from: filter, to: small, purpose: inference, returns: [] }
  direct: { from: bot, to: small, purpose: inference, returns: [] }
  infer:  { from: bot, to: other, purpose: inference, returns: [] }
`;
    assert.deepEqual(reasons(text, 'unscreened'), [
      'content from "anybody" is untrusted: "anybody" is anybody: nobody has identified the caller',
      'the way: "anybody" → "bot" → "small"',
      '"hard-screen" stands on "filter", which this way does not pass',
      'lowered from high to medium: "small" has hosting: on-device',
    ]);
  });

  it('name the guard of the sibling flow that a bypass leaves out, and what a control excepts', () => {
    const text = (rest: string): string => `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:   { kind: agent }
  model: { kind: llm }
  ${rest}
flows:
  ask:   { from: anybody, to: bot, purpose: prompt, returns: [] }
  infer: { from: bot, to: model, purpose: inference, returns: [] }
  retry: { from: bot, to: model, purpose: inference, returns: [] }
`;
    assert.ok(
      reasons(
        text('shield: { kind: guardrail, guards: [infer], controls: [hard-screen] }'),
        'unscreened',
      ).includes('"hard-screen" stands on "shield", which this way does not pass'),
    );
    const excepting = text('x: { kind: tool }').replace(
      'model: { kind: llm }',
      'model: { kind: llm, controls: { hard-screen: { status: implemented, except: [retry] } } }',
    );
    assert.ok(
      reasons(excepting, 'unscreened').includes(
        '"hard-screen" is implemented on "model", except for "retry"',
      ),
    );
  });

  it('say in words what is not said', () => {
    const text = `bartizan: 1
components:
  bot:   { kind: agent }
  model: { kind: llm }
flows:
  infer: { from: bot, to: model, returns: [] }
`;
    assert.deepEqual(reasons(text, 'unencrypted'), [
      '"infer" does not say whether it is encrypted, so false is assumed',
      '"model" is of kind llm',
    ]);
  });
});
