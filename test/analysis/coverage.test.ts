import assert from 'node:assert/strict';
import type { Coverage } from '../../server/analysis/coverage.ts';
import { analyzeText, catalogWith } from '../support/analysis.ts';

const screened = catalogWith({
  unscreened: `
severity: high
when: { path: { from: { trust: untrusted }, to: { kind: llm } } }
require: { any-of: [screen, hard-screen], at: every-path }`,
});

function coverage(text: string, catalog = screened): Coverage {
  const { coverage: measured, problems } = analyzeText(text, catalog);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  return measured;
}

describe('the depth of the defence', () => {
  const system = (more: string): string => `bartizan: 1
boundaries:
  back: { zone: application }
actors:
  anybody: { kind: anonymous-user }
components:
  front: { kind: api-gateway, controls: [hard-screen, capability-separation] }
  bot:   { kind: agent, within: back, controls: [screen] }
  model: { kind: llm, within: back, controls: [hard-screen] }
flows:
  ask:   { from: anybody, to: front, purpose: prompt, returns: [] }
  relay: { from: front, to: bot, purpose: prompt, returns: [] }
  infer: { from: bot, to: model, returns: [] }
${more}`;
  const depth = (more = ''): string => {
    const found = coverage(system(more)).depth.find(({ risk }) => risk === 'prompt-injection');
    return `${String(found?.layers)}: ${found?.weakestPath.join(' ') ?? ''}`;
  };

  it('counts a layer once for each place and assurance, whatever stands there and on both hops of it', () => {
    assert.equal(depth(), '3: anybody ask front relay bot infer model');
  });

  it('is that of the weakest way, which need not be the shortest', () => {
    assert.equal(
      depth('  direct: { from: anybody, to: bot, purpose: prompt, returns: [] }'),
      '2: anybody direct bot infer model',
    );
    // Two controls of one assurance on the model's own flow are one layer; the long way has three.
    assert.equal(
      depth(
        '  short: { from: anybody, to: model, purpose: prompt, returns: [], controls: [hard-screen, output-validation] }',
      ),
      '2: anybody short model',
    );
  });
});

describe('the depth of two ways to one model', () => {
  it('is the one with a gateway, which stands at both of its hops and is one layer', () => {
    const [weakest] = coverage(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  gate:   { kind: api-gateway, controls: [capability-separation] }
  filter: { kind: guardrail, guards: [direct], controls: [screen] }
  model:  { kind: llm }
flows:
  ask:    { from: anybody, to: gate, purpose: prompt, returns: [] }
  pass:   { from: gate, to: model, purpose: prompt, returns: [] }
  direct: { from: anybody, to: model, purpose: prompt, returns: [], controls: [hard-screen] }
`).depth;
    assert.deepEqual(weakest?.weakestPath, ['anybody', 'ask', 'gate', 'pass', 'model']);
    assert.equal(weakest.layers, 1);
  });
});

describe('a single point of failure', () => {
  const points = (guards: string): readonly string[] =>
    coverage(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  model: { kind: llm }
  one:   { kind: guardrail, guards: [ask], controls: [screen] }
  ${guards}
flows:
  ask: { from: anybody, to: model, purpose: prompt, returns: [] }
`).singlePoints.map(
      ({ control, place, opens }) => `${control} ${place}: ${opens.map((one) => one.finding).join()}`,
    );

  it('is a control without which a finding opens, and none where another stands as well', () => {
    assert.deepEqual(points('x: { kind: tool }'), ['screen one: unscreened@model']);
    assert.deepEqual(points('two: { kind: guardrail, guards: [ask], controls: [screen] }'), []);
  });
});

describe('the next best controls', () => {
  const catalog = catalogWith({
    grave: `
severity: critical
when: { component: { kind: llm } }
require:
  - { any-of: [screen], at: target }
  - { any-of: [model-hardening], at: target }`,
    slight: `
severity: medium
when: { component: { kind: tool } }
require: { any-of: [output-check], at: target }`,
  });
  const steps = (text: string): readonly string[] =>
    coverage(text, catalog).next.map(
      ({ control, place, closes, together }) =>
        `${control} ${place}: ${closes.join()}${together.length === 0 ? '' : ` with ${together.join()}`}`,
    );

  it('begin with what closes most, and name together what closes a finding only together', () => {
    assert.deepEqual(
      steps(`bartizan: 1
components:
  hand:  { kind: tool }
  model: { kind: llm }
`),
      [
        'screen model: grave@model with model-hardening',
        'model-hardening model: grave@model with screen',
        'output-check hand: slight@hand',
      ],
    );
  });

  it('prefer one addition around several places to one at each', () => {
    assert.deepEqual(
      steps(`bartizan: 1
boundaries:
  back: { zone: application }
components:
  hand: { kind: tool, within: back }
  foot: { kind: tool, within: back }
`),
      ['output-check back: slight@hand,slight@foot'],
    );
  });
});
