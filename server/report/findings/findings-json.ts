import type { Analysis } from '../../analysis/analysis.ts';
import { buildLineIndex } from '../../text/line-index.ts';
import { findingJson } from '../check/check-json.ts';

/** The findings of one descriptor, each as `check --format json` has it. */
export function findingsJson(file: string, { architecture, catalog, findings, text }: Analysis): string {
  const lines = buildLineIndex(text);
  const output = {
    version: 1,
    file,
    system: architecture.system.name ?? null,
    findings: findings.map((finding) => findingJson(finding, catalog, lines)),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}
