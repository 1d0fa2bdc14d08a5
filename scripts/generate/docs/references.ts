import type { Catalog } from '../../../server/catalog/catalog.ts';
import { editions } from '../../../server/catalog/risk.ts';
import { code, escaped } from './markdown.ts';
import { frameworkEntries } from './titles.ts';

/** Ids of outside lists that a control or rule names; a rule has fewer of them. */
interface Referring {
  readonly risks: readonly string[];
  readonly agentic: readonly string[];
  readonly mcp: readonly string[];
  readonly cwe: readonly string[];
  readonly csf?: readonly string[];
  readonly atlas?: readonly string[];
  readonly aisvs?: readonly string[];
  readonly guidance: readonly string[];
}

export function referenceLines(catalog: Catalog, entry: Referring): readonly string[] {
  const outside = (label: string, framework: string, ids: readonly string[] = []): readonly string[] =>
    ids.length === 0 ? [] : [`${label}: ${frameworkEntries(catalog, framework, ids).join('; ')}`];
  return [
    ...riskLines(catalog, entry.risks),
    ...outside('OWASP Top 10 for agentic applications', 'owasp-agentic', entry.agentic),
    ...outside('OWASP MCP Top 10', 'owasp-mcp', entry.mcp),
    ...outside('OWASP AISVS 1.0', 'aisvs', entry.aisvs),
    ...outside('MITRE ATLAS', 'mitre-atlas', entry.atlas),
    ...outside('NIST CSF 2.0', 'nist-csf', entry.csf),
    ...outside('CWE', 'cwe', entry.cwe),
    ...(entry.guidance.length === 0
      ? []
      : [
          `[Checklist of the source guidance](../guidance-coverage.md): ${entry.guidance.map(code).join(', ')}`,
        ]),
  ];
}

function riskLines(catalog: Catalog, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    const risk = catalog.risks.get(id);
    if (risk === undefined) return [];
    const owasp = editions.flatMap((edition) => risk.owasp[edition]);
    return [
      `${escaped(risk.title)} (${code(id)})${owasp.length > 0 ? `: ${owasp.map(code).join(', ')}` : ''}`,
    ];
  });
}
