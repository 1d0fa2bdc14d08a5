import assert from 'node:assert/strict';
import type { Architecture, ControlStatement, Flow } from '../../server/model/architecture.ts';
import { supportChatbot } from '../support/example.ts';
import { build } from '../support/problems.ts';

describe('buildArchitecture', () => {
  it('reads the example of the language without an error', () => {
    const { architecture, problems } = build(supportChatbot);
    assert.deepEqual(
      problems.map((problem) => `${problem.severity} ${problem.code} ${problem.message.split(' ')[0]!}`),
      ['hint unsaid-return "notify"'],
    );
    assert.equal(architecture.system.scope, 3);
    assert.deepEqual(
      [...architecture.elements.keys()],
      ['customer', 'editor', 'chat', 'bot', 'claude', 'shield', 'articles', 'mailer'],
    );
    assert.deepEqual(shortFlows(architecture), [
      'ask: customer → chat, prompt',
      'relay: chat → bot, prompt',
      'retrieve: bot → articles, retrieval',
      'infer: bot → claude, inference',
      'notify: bot → mailer, tool-call',
      'editor~writes~articles: editor → articles, store, undrawn',
    ]);
    assert.deepEqual(
      architecture.acceptedRisks.map(({ rule, place }) => [rule, place]),
      [['unlabelled-ai-output', 'chat']],
    );
  });

  describe('flows', () => {
    const flows = (lines: string, more = ''): readonly Flow[] => read(lines, more).flows;

    it('stand for each pair of two lists', () => {
      const { flows: pairs } = read('  ask: { from: [user, admin], to: [bot, helper] }');
      assert.deepEqual(
        pairs.map(({ key, id, from, to }) => `${key} ${id} ${from.text} ${to.text}`),
        ['ask#1 ask user bot', 'ask#2 ask user helper', 'ask#3 ask admin bot', 'ask#4 ask admin helper'],
      );
    });

    it('lose only the pairs whose end does not read', () => {
      assert.deepEqual(
        flows('  ask: { from: [user, nobody], to: bot }').map(({ key }) => key),
        ['ask'],
      );
      assert.deepEqual(flows('  ask: { from: nobody, to: bot }'), []);
    });

    it('take the purpose that is stated before the derived one', () => {
      assert.equal(flows('  a: { from: bot, to: claude }')[0]?.purpose, 'inference');
      assert.equal(flows('  a: { from: bot, to: claude, purpose: screening }')[0]?.purpose, 'screening');
      assert.equal(flows('  a: { from: bot, to: claude, purpose: unknown }')[0]?.purpose, 'inference');
    });

    it('take what the defaults say, unless they say otherwise or "unknown"', () => {
      const preset = 'defaults: { flows: { authentication: mtls, protocol: https } }';
      const [plain, own, back] = flows(
        '  a: { from: bot, to: claude }\n  b: { from: bot, to: claude, authentication: none }\n  c: { from: bot, to: claude, authentication: unknown, protocol: unknown }',
        preset,
      );
      assert.deepEqual(factsOf(plain), {
        from: 'bot',
        to: 'claude',
        authentication: 'mtls',
        protocol: 'https',
      });
      assert.deepEqual(factsOf(own), {
        from: 'bot',
        to: 'claude',
        authentication: 'none',
        protocol: 'https',
      });
      assert.deepEqual(factsOf(back), { from: 'bot', to: 'claude' });
    });

    it('tell an empty answer from none that is said, and both from a map', () => {
      const [silent, empty, list, map] = flows(
        '  a: { from: bot, to: claude }\n  b: { from: bot, to: claude, returns: [] }\n  c: { from: bot, to: claude, returns: [reply] }\n  d: { from: bot, to: claude, returns: { carries: reply, format: json, controls: [rate-limiting] } }',
      );
      assert.equal(silent?.returns, undefined);
      assert.deepEqual(empty?.returns?.carries, []);
      assert.deepEqual(
        list?.returns?.carries.map(({ text }) => text),
        ['reply'],
      );
      const answer = map!.returns!;
      assert.deepEqual(
        answer.carries.map(({ text }) => text),
        ['reply'],
      );
      assert.equal(answer.format?.text, 'json');
      assert.deepEqual(
        answer.controls.map(({ place }) => place),
        [{ type: 'returns', id: 'd' }],
      );
    });

    it('tell "carries nothing" from saying nothing', () => {
      const [silent, empty] = flows(
        '  a: { from: bot, to: claude }\n  b: { from: bot, to: claude, carries: [] }',
      );
      assert.equal(silent?.carries, undefined);
      assert.deepEqual(empty?.carries, []);
    });
  });

  describe('"encrypted"', () => {
    const status = (flow: string, preset = ''): string | undefined =>
      read(`  a: { from: bot, to: claude${flow} }`, preset).flows[0]?.controls.map(short).join();

    it('is the control in short, from the defaults too', () => {
      assert.equal(status(', encrypted: true'), 'encryption-in-transit implemented');
      assert.equal(status(', encrypted: false'), 'encryption-in-transit absent');
      assert.equal(status(''), '');
      assert.equal(
        status('', 'defaults: { flows: { encrypted: true } }'),
        'encryption-in-transit implemented',
      );
      assert.equal(status(', encrypted: unknown', 'defaults: { flows: { encrypted: true } }'), '');
    });

    it('gives way to the long form', () => {
      const long = ', controls: { encryption-in-transit: planned }';
      assert.equal(status(long, 'defaults: { flows: { encrypted: true } }'), 'encryption-in-transit planned');
    });
  });

  describe('flows that nobody drew', () => {
    it('come from writers, with what the store holds', () => {
      const { flows, text } = readComponents(
        '  docs: { kind: vector-store, within: b, holds: [reply], writers: [user] }',
      );
      assert.deepEqual(flows.map(shortFlow), ['user~writes~docs: user → docs, store, undrawn']);
      assert.equal(flows[0]?.id, 'docs');
      assert.deepEqual(
        flows[0].carries?.map((asset) => asset.text),
        ['reply'],
      );
      assert.equal(text.slice(flows[0].idSpan.start, flows[0].idSpan.end), 'user');
    });

    it('come from the tools of an agent, unless a flow is drawn', () => {
      const components =
        '  mailer: { kind: tool, within: b }\n  doer: { kind: agent, within: b, tools: [mailer] }';
      assert.deepEqual(readComponents(components).flows.map(shortFlow), [
        'doer~calls~mailer: doer → mailer, tool-call, undrawn',
      ]);
      assert.deepEqual(
        readComponents(components, '  mail: { from: doer, to: mailer }').flows.map(shortFlow),
        ['mail: doer → mailer, tool-call'],
      );
    });

    it('come from a server that somebody calls, to the tools it offers', () => {
      const components =
        '  server: { kind: mcp-server, within: b }\n  search: { kind: tool, within: b, via: server }';
      assert.deepEqual(readComponents(components).flows, []);
      assert.deepEqual(readComponents(components, '  call: { from: bot, to: server }').flows.map(shortFlow), [
        'call: bot → server, tool-call',
        'server~calls~search: server → search, tool-call, undrawn',
      ]);
    });
  });

  describe('broken entries', () => {
    it('keep what reads, and take nothing else with them', () => {
      const { elements } = build(
        'bartizan: 1\ncomponents:\n  a: { kind: agnet, autonomy: assists, effects: [read-only, nonsense] }\n  b:\n  c: [x]\n  d: { kind: llm }\n',
      ).architecture;
      assert.deepEqual(
        [...elements.values()].map(({ id, kind }) => `${id} ${kind}`),
        ['a application', 'b application', 'c application', 'd llm'],
      );
      assert.deepEqual(factsOf(elements.get('a')), { autonomy: 'assists', effects: 'read-only' });
    });

    it('leave out references that dangle', () => {
      const { flows } = read('  a: { from: bot, to: claude, carries: [reply, nothing] }');
      assert.deepEqual(
        flows[0]?.carries?.map(({ text }) => text),
        ['reply'],
      );
    });

    it('accept no risk without reason, owner and end', () => {
      const accept = (entry: string): number =>
        build(`bartizan: 1\naccepted-risks:\n  some-rule@system: ${entry}\n`).architecture.acceptedRisks
          .length;
      assert.equal(accept('{ reason: a, owner: b, expires: 2027-01-31 }'), 1);
      assert.equal(accept('{ reason: a, owner: b, expires: soon }'), 0);
      assert.equal(accept('{ reason: a, expires: 2027-01-31 }'), 0);
    });
  });

  it('reads controls in short, in long and as a list', () => {
    const { system } = build(
      'bartizan: 1\nsystem:\n  options: { fast: true }\n  controls:\n    threat-model: planned\n    rate-limiting: { status: partial, covers: the front, when: fast, params: { limit: 100/s } }\n    incident-response-plan: unknown\n',
    ).architecture;
    assert.deepEqual(system.controls.map(short), ['threat-model planned', 'rate-limiting partial']);
    const [, limit] = system.controls;
    assert.deepEqual(factsOf(limit), {
      status: 'partial',
      covers: 'the front',
      when: 'fast',
      'params.limit': '100/s',
    });
    assert.deepEqual(
      limit?.switches.map(({ option, wanted }) => [option.text, wanted]),
      [['fast', true]],
    );
    const list = build('bartizan: 1\nsystem: { controls: [threat-model] }\n').architecture.system.controls;
    assert.deepEqual(list.map(short), ['threat-model implemented']);
  });

  it('reads aliases and merged maps, the own word first', () => {
    const { elements } = build(
      'bartizan: 1\nx-base: &base { kind: llm, hosting: managed }\ncomponents:\n  a: *base\n  b: { <<: *base, hosting: on-device }\n',
    ).architecture;
    assert.deepEqual(factsOf(elements.get('a')), { kind: 'llm', hosting: 'managed' });
    assert.deepEqual(factsOf(elements.get('b')), { hosting: 'on-device', kind: 'llm' });
  });
});

function read(flows: string, more = ''): Architecture {
  return build(
    `bartizan: 1\n${more}\nactors: { user: { kind: end-user }, admin: { kind: administrator } }\ncomponents: { bot: { kind: agent }, helper: { kind: agent }, claude: { kind: llm } }\ndata: { reply: {} }\nflows:\n${flows}\n`,
  ).architecture;
}

function readComponents(components: string, flows = ''): Architecture & { readonly text: string } {
  const text = `bartizan: 1\nboundaries: { b: { zone: application } }\nactors: { user: { kind: end-user } }\ncomponents:\n  bot: { kind: agent, within: b }\n${components}\ndata: { reply: {} }\nflows:\n${flows}\n`;
  return { ...build(text).architecture, text };
}

function shortFlows({ flows }: Architecture): readonly string[] {
  return flows.map(shortFlow);
}

function shortFlow({ key, from, to, purpose, drawn }: Flow): string {
  return `${key}: ${from.text} → ${to.text}, ${purpose}${drawn ? '' : ', undrawn'}`;
}

function short({ control, status }: ControlStatement): string {
  return `${control} ${status}`;
}

function factsOf(part: Pick<Flow, 'facts'> | undefined): Readonly<Record<string, string>> {
  const facts = [...(part?.facts.values() ?? [])];
  return Object.fromEntries(facts.map(({ key, values }) => [key, values.map(({ text }) => text).join()]));
}
