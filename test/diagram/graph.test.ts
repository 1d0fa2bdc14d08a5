import assert from 'node:assert/strict';
import { buildGraph } from '../../server/diagram/graph/build-graph.ts';
import type { Graph, GraphEdge, GraphNode } from '../../server/diagram/graph/graph.ts';
import { layout } from '../../server/diagram/place/layout.ts';
import {
  answerLayoutRequest,
  remoteEngine,
  type LayoutReply,
} from '../../server/diagram/place/layout-request.ts';
import { readingOrder } from '../../server/diagram/place/reading-order.ts';
import { rememberLayouts } from '../../server/diagram/place/remember-layouts.ts';
import { topologyKey } from '../../server/diagram/place/topology-key.ts';
import { renderSvg } from '../../server/diagram/svg/render-svg.ts';
import { engine } from '../support/diagram-engine.ts';
import { subjectOf, type FindingAt } from '../support/diagram-input.ts';
import { supportChatbot } from '../support/example.ts';
import { generatedDescriptor } from '../support/generated-descriptor.ts';
import { readSvg } from '../support/svg.ts';

const small = `bartizan: 1
system: { name: Small, options: { extra: false } }
boundaries:
  outer: { zone: environment, controls: { encryption-in-transit: implemented } }
  inner: { zone: application, within: outer }
actors:
  user: { kind: anonymous-user }
components:
  bot: { kind: agent, within: inner, tools: [mail] }
  model: { kind: llm, within: inner }
  mail: { kind: tool, within: inner }
  other: { kind: application, within: outer, when: extra }
  guard: { kind: guardrail, within: outer, guards: [infer, model] }
flows:
  ask: { from: user, to: bot, encrypted: false }
  also: { from: user, to: bot, encrypted: true }
  infer: { from: bot, to: model }
  pass: { from: bot, to: other }
`;

describe('buildGraph', () => {
  it('tells the elements apart by form', () => {
    const forms = buildGraph(subjectOf(supportChatbot)).nodes.map(({ id, form }) => `${id} ${form}`);
    assert.deepEqual(forms, [
      'customer external',
      'editor external',
      'chat process',
      'bot agent',
      'claude model',
      'shield control-point',
      'articles store',
      'mailer tool',
    ]);
  });
  it('marks untrusted, unencrypted and implied flows and crossings', () => {
    const graph = buildGraph(subjectOf(small));
    assert.deepEqual(
      graph.edges.map(({ key, type, untrusted, encryption, crosses }) => [
        key,
        type,
        untrusted,
        encryption,
        crosses,
      ]),
      [
        ['ask', 'flow', true, 'unencrypted', ['outer', 'inner']],
        ['also', 'flow', true, 'encrypted', ['outer', 'inner']],
        ['infer', 'flow', true, 'encrypted', []],
        ['pass', 'flow', false, 'encrypted', ['inner']],
        [edgeTo(graph, 'mail').key, 'implied', true, 'encrypted', []],
      ],
    );
  });
  it('makes a ghost of what an option switches off', () => {
    assert.equal(nodeOf(buildGraph(subjectOf(small)), 'other').ghost, 'only with extra');
    assert.equal(nodeOf(buildGraph(subjectOf(small, [], { extra: true })), 'other').ghost, undefined);
    assert.equal(edgeTo(buildGraph(subjectOf(small)), 'other').ghost, 'switched off');
  });
  it('ties control points to what they guard', () => {
    assert.deepEqual(buildGraph(subjectOf(small)).guards, [
      { from: 'guard', target: { type: 'edge', id: 'infer' } },
      { from: 'guard', target: { type: 'node', id: 'model' } },
    ]);
  });
  it('counts findings that are not accepted, planned ones a step milder', () => {
    const at = (severity: FindingAt['severity'], status?: FindingAt['status']): FindingAt =>
      status === undefined ? { at: 'bot', severity } : { at: 'bot', severity, status };
    const tally = (...findings: readonly FindingAt[]) =>
      nodeOf(buildGraph(subjectOf(small, findings)), 'bot').marks.findings;
    assert.deepEqual(tally(at('low'), at('high')), { count: 2, worst: 'high', pending: false });
    assert.deepEqual(tally(at('critical', 'accepted')), { count: 0, worst: undefined, pending: false });
    assert.deepEqual(tally(at('critical', 'planned')), { count: 1, worst: 'high', pending: true });
  });
  it('draws a collapsed boundary as one node with all marks, its flows bundled', () => {
    const findings: readonly FindingAt[] = [
      { at: 'bot', severity: 'low' },
      { at: 'infer', severity: 'critical' },
    ];
    const graph = buildGraph(subjectOf(small, findings), { collapsed: ['inner'] });
    assert.deepEqual(
      graph.nodes.map(({ id }) => id),
      ['user', 'other', 'guard', 'inner'],
    );
    assert.deepEqual(nodeOf(graph, 'inner').marks.findings, { count: 2, worst: 'critical', pending: false });
    assert.deepEqual(nodeOf(graph, 'inner').details, ['Application zone', '3 elements, 1 flow']);
    const bundle = edgeTo(graph, 'inner');
    assert.deepEqual(
      [bundle.type, bundle.flows, bundle.encryption, bundle.crosses],
      ['bundle', ['ask', 'also'], 'unencrypted', ['outer']],
    );
  });
  it('collapses boundaries of a large system unasked, and says so', () => {
    const subject = subjectOf(generatedDescriptor(150));
    const graph = buildGraph(subject);
    assert.ok(graph.nodes.length <= 120);
    assert.match(graph.notices.join(), /large system: \d+ boundar/);
    const first = graph.nodes.find(({ form }) => form === 'collapsed')!.id;
    assert.ok(buildGraph(subject, { expanded: [first] }).boundaries.some(({ id }) => id === first));
    assert.equal(buildGraph(subject, { mostNodes: 1000 }).nodes.length, 150);
  });
  it('shows what is in focus with its neighbours', () => {
    const ids = (focus: Parameters<typeof buildGraph>[1]) =>
      buildGraph(
        subjectOf(small, [
          { at: 'model', severity: 'high', risk: 'prompt-injection', path: ['user', 'ask', 'bot'] },
        ]),
        focus,
      ).nodes.map(({ id }) => id);
    assert.deepEqual(ids({ focus: { type: 'element', id: 'model' } }), ['bot', 'model']);
    assert.deepEqual(ids({ focus: { type: 'boundary', id: 'inner' } }), [
      'user',
      'bot',
      'model',
      'mail',
      'other',
    ]);
    assert.deepEqual(ids({ focus: { type: 'risk', id: 'prompt-injection' } }), ['user', 'bot', 'model']);
    assert.deepEqual(ids({ focus: { type: 'path', finding: 'fault-0@model', index: 0 } }), ['user', 'bot']);
  });
  it('copes with boundaries that hold each other and flows to oneself', async () => {
    const graph = buildGraph(
      subjectOf(`bartizan: 1
boundaries:
  a: { zone: data, within: b }
  b: { zone: data, within: a }
  c: { zone: data, within: b }
components:
  x: { kind: agent, within: c }
  y: { kind: agent, within: nowhere }
flows:
  self: { from: x, to: x }
`),
    );
    readSvg(renderSvg(await layout(graph, engine), { theme: 'light', frame: 'sheet' }));
  });
  it('draws an empty descriptor', async () => {
    const placed = await layout(buildGraph(subjectOf('')), engine);
    readSvg(renderSvg(placed, { theme: 'light', frame: 'sheet' }));
    readSvg(renderSvg(placed, { theme: 'editor', frame: 'bare' }));
  });
});

describe('topologyKey', () => {
  const key = (text: string, findings: readonly FindingAt[] = []) =>
    topologyKey(buildGraph(subjectOf(text, findings)));

  it('stays when only findings at elements change', () => {
    assert.equal(key(small, [{ at: 'bot', severity: 'high' }]), key(small));
  });
  it('changes with the ids, the containment, the ends and the sizes', () => {
    for (const [from, to] of [
      ['pass:', 'past:'],
      ['within: inner, tools', 'within: outer, tools'],
      ['from: bot, to: other', 'from: model, to: other'],
      ['kind: agent', 'title: A name that is long enough for two lines, kind: agent'],
    ] as const) {
      assert.notEqual(key(small.replace(from, to)), key(small), to);
    }
  });
});

describe('rememberLayouts', () => {
  const options = { profile: 'careful', direction: 'right' } as const;

  it('asks the engine once for a topology, and again for one it has forgotten or that failed', async () => {
    let asked = 0;
    const place = rememberLayouts(
      {
        layout: (graph) => {
          asked += 1;
          return asked === 1 ? Promise.reject(new Error('busy')) : engine.layout(graph);
        },
      },
      1,
    );
    const graph = buildGraph(subjectOf(small));
    const marked = buildGraph(subjectOf(small, [{ at: 'bot', severity: 'high' }]));
    await assert.rejects(place(graph, options), /busy/);
    const placed = await place(marked, options);
    assert.equal(asked, 2);
    assert.deepEqual((await place(graph, options)).nodes[0]?.box, placed.nodes[0]?.box);
    assert.equal(asked, 2);
    await place(graph, { ...options, direction: 'down' });
    await place(graph, options);
    assert.equal(asked, 4);
  });
});

describe('the picture', () => {
  it('is the same for the same input', async () => {
    const draw = async () =>
      renderSvg(await layout(buildGraph(subjectOf(generatedDescriptor(30))), engine), {
        theme: 'dark',
        frame: 'sheet',
      });
    assert.equal(await draw(), await draw());
  });
  it('is read boundary by boundary, each node before its flows', async () => {
    const placed = await layout(buildGraph(subjectOf(small)), engine);
    assert.deepEqual(
      readingOrder(placed).map(({ id }) => id),
      [
        'user',
        'ask',
        'also',
        'outer',
        'guard',
        'inner',
        'bot',
        'infer',
        'pass',
        edgeTo(placed.graph, 'mail').key,
        'mail',
        'model',
        'other',
      ],
    );
  });
  it('comes out of a worker the same', async () => {
    let listener: (reply: LayoutReply) => void = () => undefined;
    const remote = remoteEngine({
      post: (request) =>
        void answerLayoutRequest(structuredClone(request), engine).then((reply) => listener(reply)),
      onReply: (listen) => (listener = listen),
    });
    const graph = buildGraph(subjectOf(supportChatbot));
    assert.deepEqual(await layout(graph, remote), await layout(graph, engine));
    assert.deepEqual(await answerLayoutRequest('nonsense', engine), {
      id: -1,
      error: 'not a layout request',
    });
  });
});

function nodeOf({ nodes }: Graph, id: string): GraphNode {
  return nodes.find((node) => node.id === id)!;
}

function edgeTo({ edges }: Graph, to: string): GraphEdge {
  return edges.find((edge) => edge.to === to)!;
}
