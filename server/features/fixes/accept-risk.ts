import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import type { Problem } from '../../model/problem.ts';
import { quote } from '../../model/wording.ts';
import { daysAfter } from '../days.ts';
import { addEntry } from '../edit/move-entry.ts';
import { removeEntryAt } from '../edit/remove-entry.ts';
import { setValue } from '../edit/set-value.ts';
import { actionOf, type Fix } from './fix.ts';

/** Days for which a risk is borne before somebody must look again. */
const acceptedDays = 90;

/** Bears the risk for a while, with a reason that is still to be written; or renews what has expired. */
export function acceptRiskFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  const { acceptance } = finding;
  if (acceptance !== undefined) return acceptance.expired ? renew(analysis, acceptance.key, finding.id) : [];
  const expires = daysAfter(analysis.options.today, acceptedDays);
  const owner = analysis.architecture.system.facts.get('owner')?.values[0]?.text ?? 'name@example.com';
  const entry = { reason: 'say why this risk is borne', owner, expires };
  const edits = addEntry(analysis.tree, 'accepted-risks', finding.id, entry);
  if (edits === undefined) return [];
  const title = `Accept the risk ${quote(finding.id)} until ${expires}`;
  return [{ title, kind: 'suggestion', preferred: false, edits, answers: finding.id }];
}

/** Bears a risk again whose acceptance ran out, or takes the acceptance away. */
export function renewalFixes(analysis: Analysis, problem: Problem): readonly Fix[] {
  const { start } = problem.span;
  const risk = analysis.architecture.acceptedRisks.find(
    ({ span }) => span.start <= start && start < span.end,
  );
  if (risk === undefined) return [];
  const removal = actionOf(
    `Remove the acceptance of ${quote(risk.key)}`,
    removeEntryAt(analysis.tree, risk.keySpan),
  );
  return [
    ...renew(analysis, risk.key, problem.code),
    ...removal.map((action): Fix => ({
      ...action,
      kind: 'suggestion',
      preferred: false,
      answers: problem.code,
    })),
  ];
}

function renew(analysis: Analysis, key: string, answers: string): readonly Fix[] {
  const expires = daysAfter(analysis.options.today, acceptedDays);
  const edits = setValue(analysis.tree, ['accepted-risks', key, 'expires'], expires);
  if (edits === undefined) return [];
  const title = `Accept the risk ${quote(key)} again, until ${expires}`;
  return [{ title, kind: 'suggestion', preferred: false, edits, answers }];
}
