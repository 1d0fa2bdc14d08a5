export const iconNames = [
  'person',
  'people',
  'program',
  'window',
  'gateway',
  'key',
  'gears',
  'agent',
  'queue',
  'wrench',
  'plug',
  'code',
  'globe',
  'shield',
  'scales',
  'reviewer',
  'model',
  'vectors',
  'media',
  'server',
  'pipeline',
  'cube',
  'memory',
  'prompt',
  'search',
  'document',
  'table',
  'cloud',
  'factory',
  'pulse',
  'log',
  'boundary',
] as const;

export type IconName = (typeof iconNames)[number];

/** The icon of a kind of the vocabulary; kinds that do the same share one. */
export function iconOf(kind: string): IconName {
  return icons.get(kind) ?? 'gears';
}

const icons: ReadonlyMap<string, IconName> = new Map(
  entries({
    person: ['end-user', 'internal-user', 'anonymous-user', 'administrator', 'developer', 'contributor'],
    people: ['partner', 'labeling'],
    program: ['client-application', 'build-service'],
    window: ['web-client', 'mobile-client', 'chat-ui', 'ide-client', 'email-client', 'voice-client'],
    gateway: [
      'api-gateway',
      'model-gateway',
      'load-balancer',
      'reverse-proxy',
      'content-delivery',
      'egress-proxy',
    ],
    key: ['identity-provider', 'secret-store', 'key-management'],
    gears: ['application', 'orchestrator'],
    agent: ['agent', 'external-agent'],
    queue: ['message-bus'],
    wrench: ['tool', 'tool-provider'],
    plug: ['mcp-server', 'external-api'],
    code: ['terminal', 'code-interpreter', 'code-repository'],
    globe: ['browser-tool', 'external-content', 'model-hub'],
    shield: ['guardrail', 'guard-model'],
    scales: ['policy-engine', 'evaluation-pipeline'],
    reviewer: ['human-reviewer'],
    model: ['llm', 'model-provider'],
    vectors: ['embedding-model', 'reranker', 'vector-store'],
    media: ['speech-model', 'image-model', 'ai-service'],
    server: ['inference-server', 'container-host'],
    pipeline: ['workflow', 'training-pipeline', 'ingestion-pipeline', 'ci-cd'],
    cube: ['model-registry', 'artifact-repository', 'object-store', 'data-lake'],
    memory: ['session-store', 'memory-store', 'semantic-cache'],
    prompt: ['prompt-store', 'feedback-store'],
    search: ['search-index', 'knowledge-base'],
    document: ['document-store'],
    table: ['database', 'training-dataset'],
    cloud: ['third-party-saas'],
    factory: ['supplier'],
    pulse: ['monitoring', 'siem'],
    log: ['log-store', 'audit-log'],
  }),
);

function entries(
  table: Partial<Record<IconName, readonly string[]>>,
): readonly (readonly [string, IconName])[] {
  return iconNames.flatMap((icon) => (table[icon] ?? []).map((kind) => [kind, icon] as const));
}
