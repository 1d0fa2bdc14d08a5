/** Kinds or groups at the two ends of a flow; an absent end means any. */
interface Derivation {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly purpose: string;
}

/** What a flow is for where its ends decide it. The first line that fits wins. */
const derivedPurposes: readonly Derivation[] = [
  { to: ['identity-provider'], purpose: 'sign-in' },
  { to: ['secret-store', 'key-management'], purpose: 'credential' },
  { from: ['secret-store', 'key-management'], purpose: 'credential' },
  { to: ['log-store', 'audit-log', 'monitoring', 'siem'], purpose: 'telemetry' },
  { to: ['human-reviewer'], purpose: 'approval' },
  { to: ['guardrail', 'guard-model', 'policy-engine'], purpose: 'screening' },
  { to: ['ci-cd', 'build-service'], purpose: 'deployment' },
  { from: ['ci-cd', 'build-service'], purpose: 'deployment' },
  { from: ['artifact-repository', 'model-registry', 'model-hub'], purpose: 'delivery' },
  { to: ['artifact-repository', 'model-registry'], purpose: 'delivery' },
  { to: ['model-hub'], purpose: 'query' },
  { to: ['container-host'], purpose: 'administration' },
  { to: ['embedding-model'], purpose: 'embedding' },
  { from: ['evaluation-pipeline'], to: ['model', 'inference-server', 'application'], purpose: 'evaluation' },
  { to: ['evaluation-pipeline'], purpose: 'evaluation' },
  { from: ['training-pipeline'], to: ['model', 'inference-server'], purpose: 'delivery' },
  { to: ['training-pipeline', 'training-dataset', 'labeling'], purpose: 'training' },
  { to: ['model', 'inference-server', 'model-gateway', 'model-provider'], purpose: 'inference' },
  { to: ['tool'], purpose: 'tool-call' },
  { from: ['external-content'], to: ['ingestion-pipeline'], purpose: 'ingestion' },
  { to: ['ingestion-pipeline'], purpose: 'ingestion' },
  {
    from: ['ingestion-pipeline'],
    to: ['vector-store', 'search-index', 'knowledge-base'],
    purpose: 'ingestion',
  },
  { to: ['feedback-store'], purpose: 'feedback' },
  { to: ['memory-store'], purpose: 'memory' },
  { from: ['actor'], to: ['external-content', 'data', 'code-repository'], purpose: 'store' },
  { to: ['vector-store', 'search-index', 'knowledge-base'], purpose: 'retrieval' },
  { to: ['external-content'], purpose: 'retrieval' },
  {
    to: ['data', 'state', 'external-api', 'third-party-saas', 'tool-provider', 'supplier'],
    purpose: 'query',
  },
  { from: ['agent', 'external-agent'], to: ['agent', 'external-agent'], purpose: 'agent-message' },
  { from: ['administrator'], purpose: 'administration' },
  { from: ['actor'], to: ['interface', 'edge', 'application'], purpose: 'prompt' },
  { from: ['interface', 'edge'], to: ['edge', 'application', 'interface'], purpose: 'prompt' },
  { from: ['application', 'orchestrator', 'workflow'], to: ['agent', 'orchestrator'], purpose: 'prompt' },
  { purpose: 'message' },
];

interface End {
  readonly kind: string;
  readonly group: string;
}

export function derivePurpose(from: End, to: End): string {
  const fits = (end: End, wanted: readonly string[] | undefined): boolean =>
    wanted === undefined || wanted.includes(end.kind) || wanted.includes(end.group);
  return derivedPurposes.find((line) => fits(from, line.from) && fits(to, line.to))?.purpose ?? 'message';
}
