import assert from 'node:assert/strict';
import { activate } from '../../server/model/activate.ts';
import type { Architecture } from '../../server/model/architecture.ts';
import { build } from '../support/problems.ts';

const { architecture } = build(`bartizan: 1
system: { options: { fast: false, safe: true } }
boundaries:
  account: { zone: environment }
  cage: { zone: application, within: account, when: safe }
identities:
  robot: { kind: workload, when: safe }
actors:
  customer: { kind: end-user }
components:
  bot:
    kind: agent
    within: cage
    runs-as: robot
    tools: [turbo, mailer]
    controls: { rate-limiting: { status: implemented, when: fast }, execution-budget: implemented }
  turbo: { kind: tool, within: cage, when: fast }
  mailer: { kind: tool, within: cage, unless: fast }
  shield: { kind: guardrail, within: cage, guards: [ask, rush] }
data:
  question: {}
  extra: { when: fast }
flows:
  ask: { from: customer, to: bot, carries: [question, extra], returns: [extra] }
  rush: { from: customer, to: [bot, turbo], when: fast }
`);

describe('activate', () => {
  it('drops what the defaults switch off, and what refers to it', () => {
    const active = activate(architecture, {});
    assert.deepEqual(partsOf(active), {
      boundaries: 'account cage',
      identities: 'robot',
      elements: 'customer bot mailer shield',
      data: 'question',
      flows: 'ask bot~calls~mailer',
    });
    assert.equal(valuesOf(active, 'bot', 'tools'), 'mailer');
    assert.equal(valuesOf(active, 'shield', 'guards'), 'ask');
    assert.deepEqual(
      active.flows[0]?.carries?.map(({ text }) => text),
      ['question'],
    );
    assert.deepEqual(active.flows[0].returns?.carries, []);
  });

  it('keeps a control whose option is off as absent, with the option', () => {
    const controls = activate(architecture, {}).elements.get('bot')?.controls ?? [];
    assert.deepEqual(
      controls.map(({ control, status, switches }) => [
        control,
        status,
        switches.map(({ option }) => option.text),
      ]),
      [
        ['rate-limiting', 'absent', ['fast']],
        ['execution-budget', 'implemented', []],
      ],
    );
  });

  it('turns on what is asked for', () => {
    const active = activate(architecture, { fast: true });
    assert.deepEqual(partsOf(active), {
      boundaries: 'account cage',
      identities: 'robot',
      elements: 'customer bot turbo shield',
      data: 'question extra',
      flows: 'ask rush#1 rush#2 bot~calls~turbo',
    });
    assert.equal(active.elements.get('bot')?.controls[0]?.status, 'implemented');
  });

  it('leaves what lay in a boundary that is off in the one around it', () => {
    const active = activate(architecture, { safe: false });
    assert.equal(active.elements.get('bot')?.within, 'account');
    assert.equal(valuesOf(active, 'bot', 'runs-as'), '');
  });

  it('takes options that nobody declared for nothing', () => {
    assert.deepEqual(
      partsOf(activate(architecture, { toString: true })),
      partsOf(activate(architecture, {})),
    );
  });
});

function partsOf(active: Architecture): Readonly<Record<string, string>> {
  const ids = (parts: ReadonlyMap<string, unknown>): string => [...parts.keys()].join(' ');
  return {
    boundaries: ids(active.boundaries),
    identities: ids(active.identities),
    elements: ids(active.elements),
    data: ids(active.data),
    flows: active.flows.map(({ key }) => key).join(' '),
  };
}

function valuesOf(active: Architecture, element: string, key: string): string {
  return (active.elements.get(element)?.facts.get(key)?.values ?? []).map(({ text }) => text).join();
}
