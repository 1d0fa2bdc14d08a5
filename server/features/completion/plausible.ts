import type { Element } from '../../model/architecture.ts';
import type { Architecture } from '../../model/architecture.ts';

/** Kinds or groups between which a call of a purpose is usual; the first line that fits wins. */
const usualCalls: readonly {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly name: string;
}[] = [
  { from: ['end-user', 'internal-user', 'anonymous-user', 'partner'], to: ['interface'], name: 'ask' },
  { from: ['client-application', 'external-agent'], to: ['edge', 'application'], name: 'call' },
  {
    from: ['end-user', 'internal-user', 'anonymous-user', 'partner'],
    to: ['edge', 'agent', 'orchestrator'],
    name: 'ask',
  },
  { from: ['actor', 'interface'], to: ['identity-provider'], name: 'sign-in' },
  { from: ['interface'], to: ['edge', 'application'], name: 'relay' },
  { from: ['edge'], to: ['application'], name: 'relay' },
  { from: ['application', 'model-gateway'], to: ['llm'], name: 'infer' },
  { from: ['application'], to: ['model-gateway', 'inference-server', 'model-provider'], name: 'infer' },
  { from: ['application', 'ingestion-pipeline'], to: ['embedding-model'], name: 'embed' },
  { from: ['application'], to: ['reranker', 'speech-model', 'image-model', 'ai-service'], name: 'infer' },
  { from: ['application', 'tool'], to: ['vector-store', 'search-index', 'knowledge-base'], name: 'retrieve' },
  { from: ['application'], to: ['tool'], name: 'use' },
  { from: ['application'], to: ['guardrail', 'guard-model', 'policy-engine'], name: 'screen' },
  { from: ['application'], to: ['human-reviewer'], name: 'approve' },
  { from: ['application'], to: ['state'], name: 'remember' },
  {
    from: ['application', 'tool'],
    to: ['database', 'document-store', 'object-store', 'data-lake'],
    name: 'query',
  },
  {
    from: ['application', 'tool'],
    to: ['external-api', 'third-party-saas', 'external-content'],
    name: 'query',
  },
  { from: ['agent'], to: ['agent', 'external-agent'], name: 'delegate' },
  { from: ['ingestion-pipeline'], to: ['vector-store', 'search-index', 'knowledge-base'], name: 'index' },
  { from: ['ingestion-pipeline'], to: ['document-store', 'object-store', 'external-content'], name: 'read' },
  {
    from: ['contributor', 'internal-user', 'administrator'],
    to: ['document-store', 'object-store', 'code-repository'],
    name: 'write',
  },
  { from: ['developer'], to: ['code-repository', 'ci-cd', 'build-service'], name: 'ship' },
  { from: ['ci-cd', 'build-service'], to: ['application', 'artifact-repository'], name: 'deploy' },
  { from: ['application'], to: ['secret-store', 'key-management'], name: 'unlock' },
  { from: ['application', 'edge'], to: ['log-store', 'audit-log', 'monitoring', 'siem'], name: 'log' },
  { from: ['administrator'], to: ['application', 'prompt-store'], name: 'configure' },
  { from: ['training-dataset'], to: ['training-pipeline'], name: 'train' },
  { from: ['training-pipeline'], to: ['model-registry', 'model'], name: 'publish' },
];

/** The usual name of a call between two elements; absent where one would be unusual. */
export function plausiblePurpose(from: Element, to: Element): string | undefined {
  if (from.id === to.id) return undefined;
  const is = ({ kind, group }: Element, words: readonly string[]): boolean =>
    words.includes(kind) || words.includes(group);
  return usualCalls.find((line) => is(from, line.from) && is(to, line.to))?.name;
}

export interface PlausibleCall {
  readonly from: Element;
  readonly to: Element;
  readonly name: string;
}

/** Usual calls that nobody has drawn, those first that would connect an element without any flow. */
export function plausibleCalls(architecture: Architecture): readonly PlausibleCall[] {
  const { flows } = architecture;
  const connected = new Set(flows.flatMap(({ from, to }) => [from.text, to.text]));
  const pairs = new Set(
    flows.flatMap(({ from, to }) => [`${from.text} ${to.text}`, `${to.text} ${from.text}`]),
  );
  const all = [...architecture.elements.values()];
  const calls = all.flatMap((from) =>
    all.flatMap((to): readonly PlausibleCall[] => {
      const name = pairs.has(`${from.id} ${to.id}`) ? undefined : plausiblePurpose(from, to);
      return name === undefined ? [] : [{ from, to, name }];
    }),
  );
  const lonely = ({ from, to }: PlausibleCall): number =>
    Number(connected.has(from.id)) + Number(connected.has(to.id));
  return calls.sort((a, b) => lonely(a) - lonely(b));
}
