import { assertFindings, catalogWith } from '../support/analysis.ts';

const reachesStore = catalogWith({
  fault: `
when: { path: { from: { kind: anonymous-user }, to: { kind: vector-store } } }
require: { any-of: [screen], at: every-path }`,
});

/** Two that ask the model behind a server and a gateway; only one of them writes what it is told into a store. */
function sharedModel(changed: Readonly<Record<string, string>> = {}): string {
  return `bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:    { kind: orchestrator }
  loader: { kind: ingestion-pipeline }
  gate:   { kind: model-gateway }
  server: { kind: inference-server }
  model:  { kind: llm }
  notes:  { kind: vector-store }${changed.notes ?? ''}
data: { question: {}, answer: {}, page: {}, vector: {} }
flows:
  ask:   { from: anybody, to: bot, purpose: prompt, carries: [question], returns: [answer] }
  infer: { from: bot, to: gate, purpose: inference, carries: [question], returns: [answer] }
  embed: { from: loader, to: gate, purpose: inference, carries: [page], returns: [${changed.embedded ?? 'vector'}] }
  pass:  { from: gate, to: server, purpose: inference, carries: [question, page], returns: [answer, vector] }
  run:   { from: server, to: model, carries: [question, page], returns: [answer, vector] }
  index: { from: loader, to: notes, purpose: ingestion, carries: [vector, answer] }
${changed.flows ?? ''}
`;
}

const fault = { notes: ' #! high fault' };

describe('a model that several ask', () => {
  it('hands nothing of one caller to another, whatever stands before it', () => {
    assertFindings(sharedModel({ embedded: 'vector, answer' }), reachesStore);
  });

  it('answers its caller, who may pass the answer on', () => {
    assertFindings(
      sharedModel({ ...fault, flows: '  keep: { from: bot, to: notes, purpose: store, carries: [answer] }' }),
      reachesStore,
    );
  });

  it('passes on what it is given where it opens the flow itself', () => {
    assertFindings(
      sharedModel({
        ...fault,
        flows: '  log: { from: model, to: notes, purpose: store, carries: [answer] }',
      }),
      reachesStore,
    );
  });

  it('answers by another flow where the call gets no answer', () => {
    const text = sharedModel({ ...fault, embedded: 'vector, answer' });
    const posted = text.replace(/(infer: .*)returns: \[answer\]/, '$1returns: []');
    assertFindings(posted, reachesStore);
  });
});
