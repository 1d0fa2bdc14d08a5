import type { Analysis } from '../../../analysis/analysis.ts';
import type { Severity } from '../../../catalog/rule.ts';
import type { NamedPlace, Naming } from './naming.ts';

export interface Acceptance {
  readonly key: string;
  readonly title: string;
  readonly at: NamedPlace;
  /** Absent where it speaks of no finding. */
  readonly severity: Severity | undefined;
  readonly reason: string;
  readonly owner: string;
  readonly approvedBy: string | undefined;
  readonly ticket: string | undefined;
  readonly expires: string;
  /** Below zero when it has run out; absent where the day cannot be read. */
  readonly daysLeft: number | undefined;
  readonly line: number;
}

/** What runs out first comes first. */
export function acceptancesOf(
  { active, catalog, findings, options }: Analysis,
  naming: Naming,
): readonly Acceptance[] {
  return active.acceptedRisks
    .map((risk): Acceptance => {
      const said = (key: string): string | undefined => risk.facts.get(key)?.values[0]?.text;
      const expires = said('expires') ?? '';
      return {
        key: risk.key,
        title: catalog.rules.get(risk.rule)?.title ?? risk.rule,
        at: naming.place(risk.place),
        severity: findings.find(({ id }) => id === risk.key)?.severity,
        reason: said('reason') ?? '',
        owner: said('owner') ?? '',
        approvedBy: said('approved-by'),
        ticket: said('ticket'),
        expires,
        daysLeft: daysBetween(options.today, expires),
        line: naming.line(risk.keySpan),
      };
    })
    .sort((a, b) => (a.expires < b.expires ? -1 : 1));
}

function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isFinite(days) ? days : undefined;
}
