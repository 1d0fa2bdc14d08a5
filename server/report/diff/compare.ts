import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities, type Severity } from '../../catalog/rule.ts';

export interface Change {
  readonly before: Finding;
  readonly after: Finding;
}

export interface Comparison {
  readonly base: Analysis;
  readonly head: Analysis;
  /** Findings of the head that the base does not have, the worst first; accepted ones do not count. */
  readonly opened: readonly Finding[];
  readonly closed: readonly Finding[];
  /** In both, with another severity or status. */
  readonly changed: readonly Change[];
  readonly residual: Readonly<Record<'before' | 'after', Readonly<Record<Severity, number>>>>;
  /** Errors in the two texts; what they hide is in neither list. */
  readonly errors: Readonly<Record<'before' | 'after', number>>;
  /** Risks whose number of layers is another. */
  readonly depth: readonly { readonly title: string; readonly before: number; readonly after: number }[];
}

export function compare(base: Analysis, head: Analysis): Comparison {
  const before = byId(base);
  const after = byId(head);
  const both = [...after.values()].flatMap((finding): readonly Change[] => {
    const old = before.get(finding.id);
    return old === undefined ? [] : [{ before: old, after: finding }];
  });
  return {
    base,
    head,
    opened: worstFirst([...after.values()].filter(({ id }) => !before.has(id))),
    closed: worstFirst([...before.values()].filter(({ id }) => !after.has(id))),
    changed: both.filter(
      (change) =>
        shownSeverity(change.before) !== shownSeverity(change.after) ||
        change.before.status !== change.after.status,
    ),
    residual: { before: base.coverage.residual, after: head.coverage.residual },
    errors: { before: errorsIn(base), after: errorsIn(head) },
    depth: head.coverage.depth.flatMap(({ risk, layers }) => {
      const old = base.coverage.depth.find((one) => one.risk === risk)?.layers ?? 0;
      const title = head.catalog.risks.get(risk)?.title ?? risk;
      return old === layers ? [] : [{ title, before: old, after: layers }];
    }),
  };
}

function errorsIn({ problems }: Analysis): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function byId({ findings }: Analysis): ReadonlyMap<string, Finding> {
  return new Map(
    findings.filter(({ status }) => status !== 'accepted').map((finding) => [finding.id, finding]),
  );
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(shownSeverity(b)) - severities.indexOf(shownSeverity(a)) || (a.id < b.id ? -1 : 1),
  );
}
