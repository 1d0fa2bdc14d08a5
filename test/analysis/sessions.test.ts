import { assertFindings, catalogWith } from '../support/analysis.ts';

describe('a rule about sessions', () => {
  const trifecta = catalogWith({
    trifecta: `
severity: critical
when: { session: { capabilities: [untrusted-input, private-data, external-communication] } }
require: { any-of: [hard-screen], at: [target, every-path], assurance: deterministic }`,
  });
  const two = catalogWith({
    two: `
when: { session: { capabilities: [untrusted-input, state-change] } }
require: { any-of: [hard-screen], at: [target, every-path], assurance: deterministic }`,
  });
  const session = (parts: Readonly<Record<string, string>>): string => `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:    { kind: agent${parts.bot ?? ''} }${parts['bot!'] ?? ''}
  sub:    { kind: agent${parts.sub ?? ''} }${parts['sub!'] ?? ''}
  model:  { kind: llm }
  files:  { kind: database, holds: [records] }
  mailer: { kind: tool, effects: [messages-people], reach: private, input: typed${parts.mailer ?? ''} }
data: { question: { classification: public }, records: { classification: confidential }, reply: {}, order: { classification: internal } }
flows:
  ask:   { from: anybody, to: bot, carries: [question], returns: [reply] }
  infer: { from: bot, to: model, carries: [question], returns: [reply] }
${parts.flows ?? ''}
`;
  const read = '  read: { from: bot, to: files, carries: [], returns: [records] }';
  const mail = '  mail: { from: bot, to: mailer, carries: [reply], returns: [] }';

  it('finds what meets in one session, and nothing that does not', () => {
    assertFindings(session({ flows: `${read}\n${mail}`, 'bot!': ' #! critical trifecta' }), trifecta);
    assertFindings(session({ flows: read }), trifecta);
    assertFindings(session({ flows: mail }), trifecta);
  });

  it('is answered on the owner, or on every way out', () => {
    const declared = ', controls: [hard-screen]';
    assertFindings(session({ flows: `${read}\n${mail}`, bot: declared }), trifecta);
    assertFindings(session({ flows: `${read}\n${mail}`, mailer: declared }), trifecta);
  });

  it('a second way to the same tool is a bypass', () => {
    const guarded = mail.replace('returns: []', 'returns: [], controls: [hard-screen]');
    const beside = '  beside: { from: bot, to: mailer, carries: [reply], returns: [] }';
    const found = { 'bot!': ' #! critical trifecta' };
    assertFindings(session({ flows: `${read}\n${guarded}` }), trifecta);
    assertFindings(session({ flows: `${read}\n${guarded}\n${beside}`, ...found }), trifecta);
  });

  it('what the owner does itself passes no call', () => {
    const flows = `${read}\n${mail}`;
    const parts = { flows, mailer: ', controls: [hard-screen]', bot: ', effects: [sends-outside]' };
    assertFindings(session({ ...parts, 'bot!': ' #! critical trifecta' }), trifecta);
  });

  it('a sub-agent behind a free hand-off belongs to the session, one with its own context does not', () => {
    const flows = (handOff: string): string =>
      `  give: { from: bot, to: sub, carries: [question], returns: []${handOff} }
  act:  { from: sub, to: mailer, carries: [order], returns: [] }`;
    const both = { 'bot!': ' #! high two', 'sub!': ' #! high two' };
    const subOnly = { 'sub!': ' #! high two' };
    assertFindings(session({ flows: flows(''), ...both }), two);
    assertFindings(session({ flows: flows(', format: json'), ...both }), two);
    assertFindings(
      session({ flows: flows(', format: json, controls: [output-validation]'), ...subOnly }),
      two,
    );
    assertFindings(session({ flows: flows(', controls: [capability-separation]'), ...subOnly }), two);
    assertFindings(session({ flows: flows(', format: enumerated') }), two);
  });

  it('gateways that pass a request to each other in a circle end', () => {
    assertFindings(
      `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:   { kind: agent, effects: [financial] } #! high two
  one:   { kind: model-gateway }
  two:   { kind: model-gateway }
  model: { kind: llm }
data: { question: {}, reply: {} }
flows:
  ask:  { from: anybody, to: bot, purpose: prompt, carries: [question], returns: [reply] }
  call: { from: bot, to: one, carries: [question], returns: [reply] }
  over: { from: one, to: [two, model], carries: [question], returns: [reply] }
  back: { from: two, to: [one, two], carries: [question], returns: [reply] }
`,
      two,
    );
  });

  it('knows credentials in the context, and in the rights of the owner', () => {
    const catalog = catalogWith({
      secrets: `
when: { session: { capabilities: [untrusted-input, credentials] } }
instead: Do not.`,
    });
    const text = (bot: string, key: string, finding: string): string => `bartizan: 1
identities:
  root: { kind: workload, privilege: admin }
actors:
  anybody: { kind: anonymous-user }
components:
  bot:   { kind: agent${bot} }${finding}
  model: { kind: llm }
  store: { kind: database, holds: [key] }
data: { question: {}, key: { ${key} } }
flows:
  ask:   { from: anybody, to: bot, carries: [question], returns: [] }
  read:  { from: bot, to: store, carries: [], returns: [key] }
  infer: { from: bot, to: model, carries: [question], returns: [] }
`;
    assertFindings(text('', 'classification: internal', ''), catalog);
    assertFindings(text('', 'tags: [credentials]', ' #! high secrets'), catalog);
    assertFindings(text(', runs-as: root', 'classification: internal', ' #! high secrets'), catalog);
  });
});
