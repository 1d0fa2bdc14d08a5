import type { AcceptedRisk, Architecture } from '../model/architecture.ts';
import type { Problem } from '../model/problem.ts';
import type { Finding } from './finding.ts';

/** Marks findings that somebody bears, and reports acceptances that have run out or speak of nothing. */
export function applyAcceptances(
  findings: readonly Finding[],
  architecture: Architecture,
  today: string,
): { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] } {
  const byKey = new Map(architecture.acceptedRisks.map((risk) => [risk.key, risk]));
  const used = new Set<string>();
  const marked = findings.map((finding): Finding => {
    const risk = byKey.get(finding.id);
    if (risk === undefined) return finding;
    used.add(risk.key);
    const expired = isExpired(risk, today);
    const acceptance = { key: risk.key, expired };
    if (!expired) return { ...finding, status: 'accepted', acceptance };
    const until = risk.facts.get('expires');
    const text = `its acceptance ran out on ${until?.values[0]?.text ?? 'an unknown day'}`;
    const reason = { text, place: finding.element, span: until?.span ?? risk.keySpan, assumed: false };
    return { ...finding, acceptance, because: [...finding.because, reason] };
  });
  const problems = architecture.acceptedRisks.flatMap((risk) => problemOf(risk, used.has(risk.key), today));
  return { findings: marked, problems };
}

function problemOf(risk: AcceptedRisk, matches: boolean, today: string): readonly Problem[] {
  if (!matches) {
    const message = `no finding "${risk.key}" is open, so this acceptance speaks of nothing; remove it`;
    const remedy = {
      type: 'remove-entry',
      title: `Remove the acceptance of "${risk.key}"`,
      span: risk.span,
    } as const;
    return [
      {
        code: 'dead-acceptance',
        severity: 'warning',
        span: risk.keySpan,
        message,
        related: [],
        remedies: [remedy],
      },
    ];
  }
  const expires = risk.facts.get('expires');
  if (!isExpired(risk, today)) return [];
  const message = `the acceptance of "${risk.key}" ran out on ${expires?.values[0]?.text ?? 'an unknown day'}, so the finding is open again`;
  const span = expires?.span ?? risk.keySpan;
  return [{ code: 'expired-acceptance', severity: 'warning', span, message, related: [], remedies: [] }];
}

/** Days are written `2027-01-31`, so that they compare as text. The last day still counts. */
function isExpired(risk: AcceptedRisk, today: string): boolean {
  const expires = risk.facts.get('expires')?.values[0]?.text;
  return expires === undefined || expires < today;
}
