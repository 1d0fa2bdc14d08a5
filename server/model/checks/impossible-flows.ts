import type { Element, Flow } from '../architecture.ts';
import { makeProblem } from '../make-problem.ts';
import type { Problem } from '../problem.ts';
import { quote } from '../wording.ts';
import type { CheckContext } from './check-architecture.ts';

/** Flows that no system can have. Few and certain: what is merely odd is left alone. */
export function* checkImpossibleFlows({ architecture }: CheckContext): Generator<Problem> {
  for (const flow of architecture.flows) {
    if (!flow.drawn) continue;
    const source = architecture.elements.get(flow.from.text);
    const target = architecture.elements.get(flow.to.text);
    if (source === undefined || target === undefined) continue;
    yield* checkEnds(flow, source, target);
    yield* checkPurpose(flow, target);
  }
}

function* checkEnds(flow: Flow, source: Element, target: Element): Generator<Problem> {
  if (source.id === target.id) {
    // Agents, workflows and queues do call themselves.
    if (source.group === 'application') return;
    const message = `${quote(flow.id)} leads from ${quote(source.id)} to itself; name another element at one end`;
    yield makeProblem('impossible-flow', flow.to.span, message);
    return;
  }
  if (!isPassiveStore(source) || !isPassiveStore(target)) return;
  const message = `${quote(flow.id)} leads from the store ${quote(source.id)} to the store ${quote(target.id)}; a store does nothing by itself, so draw what moves the data between them`;
  yield makeProblem('impossible-flow', flow.from.span, message, {
    severity: 'warning',
    related: [{ text: `${quote(target.id)} is a store too`, span: flow.to.span }],
  });
}

/** Stores that wait to be asked. Managed indexes and repositories also fetch and push by themselves. */
function isPassiveStore(element: Element): boolean {
  return element.shape === 'store' && !storesThatAct.has(element.kind);
}

const storesThatAct: ReadonlySet<string> = new Set([
  'vector-store',
  'search-index',
  'knowledge-base',
  'data-lake',
  'code-repository',
  'artifact-repository',
  'log-store',
  'audit-log',
]);

function* checkPurpose(flow: Flow, target: Element): Generator<Problem> {
  if (flow.purposeSpan === undefined) return;
  const rule = cannotAnswer.find(
    ({ purposes, kinds }) => purposes.has(flow.purpose) && kinds.has(target.kind),
  );
  if (rule === undefined) return;
  const message = `${quote(flow.id)} cannot be ${quote(flow.purpose)}: ${quote(target.id)} is ${rule.what}; change the purpose, or lead the flow elsewhere`;
  yield makeProblem('impossible-flow', flow.purposeSpan, message, {
    related: [{ text: `where the flow ends`, span: flow.to.span }],
    remedies: [
      {
        type: 'remove-entry',
        title: 'Let the purpose follow from the ends',
        span: flow.facts.get('purpose')?.span ?? flow.purposeSpan,
      },
    ],
  });
}

/** Who can certainly not do what a purpose asks of the called side. */
const cannotAnswer: readonly {
  readonly purposes: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly what: string;
}[] = [
  {
    purposes: new Set(['inference', 'embedding', 'retrieval', 'ingestion', 'training']),
    kinds: new Set([
      'end-user',
      'internal-user',
      'anonymous-user',
      'administrator',
      'developer',
      'contributor',
    ]),
    what: 'a person',
  },
  {
    purposes: new Set(['inference', 'embedding', 'screening', 'approval', 'tool-call', 'agent-message']),
    kinds: new Set([
      'prompt-store',
      'session-store',
      'document-store',
      'object-store',
      'code-repository',
      'training-dataset',
      'feedback-store',
      'log-store',
      'audit-log',
      'secret-store',
      'artifact-repository',
    ]),
    what: 'a store, which only keeps things',
  },
  {
    purposes: new Set(['inference', 'screening', 'approval', 'agent-message']),
    kinds: new Set(['external-content']),
    what: 'content, which only is read',
  },
];
