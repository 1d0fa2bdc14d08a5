/**
 * The AWS services that the source guidance names, and the controls that say how to use each. `feature` is a word that
 * the instruction must hold where the guidance names a feature and not the service alone.
 */
export interface NamedService {
  readonly service: string;
  readonly feature?: RegExp;
  readonly controls: readonly string[];
}

export const namedServices: readonly NamedService[] = [
  {
    service: 'aws:iam',
    controls: ['least-privilege-iam', 'short-lived-credentials', 'model-access-control'],
  },
  {
    service: 'aws:iam-access-analyzer',
    controls: ['least-privilege-iam', 'data-perimeter', 'tool-least-privilege'],
  },
  { service: 'aws:kms', controls: ['encryption-at-rest', 'customer-managed-keys'] },
  { service: 'aws:kms', feature: /customer managed key/, controls: ['customer-managed-keys'] },
  {
    service: 'aws:s3',
    feature: /versioning/,
    controls: ['data-versioning-and-lineage', 'backup-and-recovery'],
  },
  { service: 'aws:s3', feature: /Object Lock/, controls: ['immutable-storage'] },
  { service: 'aws:certificate-manager', controls: ['encryption-in-transit'] },
  { service: 'aws:private-ca', controls: ['encryption-in-transit', 'inter-agent-message-security'] },
  { service: 'aws:vpc', controls: ['private-connectivity', 'network-ingress-egress-control'] },
  { service: 'aws:vpc', feature: /flow logs/, controls: ['audit-logging'] },
  {
    service: 'aws:privatelink',
    controls: ['private-connectivity', 'data-perimeter', 'model-access-control'],
  },
  { service: 'aws:network-firewall', controls: ['network-ingress-egress-control', 'egress-allowlist'] },
  {
    service: 'aws:network-firewall',
    feature: /TLS/,
    controls: ['network-ingress-egress-control', 'encryption-in-transit'],
  },
  { service: 'aws:waf', controls: ['web-application-firewall', 'rate-limiting'] },
  { service: 'aws:waf', feature: /[Ff]raud/, controls: ['web-application-firewall', 'registration-control'] },
  { service: 'aws:cloudtrail', controls: ['audit-logging', 'ai-telemetry-logging'] },
  { service: 'aws:eks', feature: /audit/, controls: ['audit-logging'] },
  { service: 'aws:guardduty', controls: ['threat-detection', 'content-ingestion-validation'] },
  {
    service: 'aws:guardduty',
    feature: /EKS Protection.*S3, RDS, Lambda and Malware/,
    controls: ['threat-detection'],
  },
  { service: 'aws:inspector', controls: ['vulnerability-management', 'network-ingress-egress-control'] },
  { service: 'aws:detective', controls: ['centralized-security-analytics'] },
  { service: 'aws:security-lake', controls: ['centralized-security-analytics'] },
  {
    service: 'aws:security-hub',
    controls: ['security-posture-management', 'centralized-security-analytics'],
  },
  { service: 'aws:config', controls: ['security-posture-management', 'governance-review-cadence'] },
  { service: 'aws:trusted-advisor', controls: ['security-posture-management'] },
  { service: 'aws:artifact', controls: ['governance-review-cadence', 'supplier-risk-review'] },
  { service: 'aws:audit-manager', controls: ['governance-review-cadence'] },
  { service: 'aws:well-architected-tool', controls: ['governance-review-cadence', 'threat-model'] },
  { service: 'aws:threat-composer', controls: ['threat-model'] },
  { service: 'aws:backup', controls: ['backup-and-recovery', 'immutable-storage'] },
  { service: 'aws:s3-glacier', controls: ['backup-and-recovery'] },
  { service: 'aws:bedrock', controls: ['model-evaluation-gate', 'ai-telemetry-logging', 'model-provenance'] },
  {
    service: 'aws:bedrock-guardrails',
    controls: [
      'prompt-injection-filter',
      'input-content-filter',
      'output-content-filter',
      'sensitive-data-input-redaction',
      'sensitive-data-output-filter',
      'output-verification',
    ],
  },
  { service: 'aws:sagemaker-data-wrangler', controls: ['training-data-review', 'model-quality-monitoring'] },
  {
    service: 'aws:sagemaker-clarify',
    controls: ['training-data-review', 'model-evaluation-gate', 'model-quality-monitoring'],
  },
  { service: 'aws:sagemaker-model-monitor', controls: ['model-quality-monitoring', 'training-data-review'] },
];
