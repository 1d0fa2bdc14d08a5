/** Controls that people took for each other when they described real systems. */
export const confusedControls: Readonly<Record<string, readonly string[]>> = {
  'who may call': ['user-authentication', 'zero-trust-access', 'agent-identity', 'model-access-control'],
  'may this tool run': [
    'downstream-authorization',
    'policy-decision-point',
    'tool-allowlist',
    'tool-least-privilege',
    'least-privilege-iam',
  ],
  network: ['egress-allowlist', 'network-ingress-egress-control', 'private-connectivity', 'data-perimeter'],
  volume: ['rate-limiting', 'per-user-quota', 'execution-budget', 'input-size-limit', 'graceful-degradation'],
  separation: [
    'tenant-and-session-isolation',
    'memory-protection',
    'retrieval-authorization',
    'user-context-propagation',
  ],
  'what may be asked': ['prompt-injection-filter', 'input-content-filter'],
  'what a tool takes': ['output-validation', 'tool-input-validation'],
  'what is learned and looked up': [
    'content-ingestion-validation',
    'source-trust-verification',
    'training-data-review',
  ],
  inventory: [
    'model-registry',
    'model-provenance',
    'model-and-prompt-change-control',
    'ai-bom',
    'ai-system-inventory',
  ],
  watching: ['ai-telemetry-logging', 'audit-logging', 'ai-runtime-monitoring', 'threat-detection'],
  credentials: ['secret-vaulting', 'short-lived-credentials', 'keyless-access'],
  'where code runs': ['code-execution-sandbox', 'workload-isolation', 'inference-isolation'],
  'what is kept': ['retention-limit', 'data-minimization'],
};
