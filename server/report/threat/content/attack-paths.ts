import type { Analysis } from '../../../analysis/analysis.ts';
import { shownSeverity } from '../../../analysis/severity.ts';
import { severities, type Severity } from '../../../catalog/rule.ts';
import { chainOf, type Chain } from './chain.ts';
import { capitalised, type Naming } from './naming.ts';

/** One way through the system and everything that can be done on it. */
export interface AttackPath {
  readonly chain: Chain;
  readonly severity: Severity;
  readonly findings: readonly {
    readonly id: string;
    readonly severity: Severity;
    readonly message: string;
    readonly line: number;
  }[];
  /** Controls, each of which would answer one of the findings. */
  readonly answers: readonly string[];
}

/** The worst first; findings on the same path share its picture. */
export function attackPathsOf(analysis: Analysis, naming: Naming): readonly AttackPath[] {
  const byPath = new Map<string, { path: readonly string[]; findings: Analysis['findings'][number][] }>();
  for (const finding of analysis.findings) {
    const [path] = finding.paths;
    if (finding.status === 'accepted' || path === undefined || path.length < 3) continue;
    const key = path.join(' ');
    const known = byPath.get(key);
    if (known === undefined) byPath.set(key, { path, findings: [finding] });
    else known.findings.push(finding);
  }
  const paths = [...byPath.values()].map(({ path, findings }): AttackPath => {
    const sorted = findings.toSorted((a, b) => rank(shownSeverity(b)) - rank(shownSeverity(a)));
    return {
      chain: chainOf(analysis, naming, path),
      severity: sorted[0] === undefined ? 'low' : shownSeverity(sorted[0]),
      findings: sorted.map((finding) => ({
        id: finding.id,
        severity: shownSeverity(finding),
        message: capitalised(finding.message),
        line: naming.line(finding.span),
      })),
      answers: [
        ...new Set(
          findings.flatMap(({ missing }) => missing.flatMap(({ controls }) => controls.slice(0, 1))),
        ),
      ].map((id) => analysis.catalog.controls.get(id)?.title ?? id),
    };
  });
  return paths.sort((a, b) => rank(b.severity) - rank(a.severity) || b.findings.length - a.findings.length);
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}
