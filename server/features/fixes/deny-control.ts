import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { quote } from '../../model/wording.ts';
import { locate } from '../edit/locate.ts';
import { setValue } from '../edit/set-value.ts';
import { possibleAnswersOf } from './answers.ts';
import { setControlStatus } from './declare-control.ts';
import { actionOf, type Action } from './fix.ts';
import { nameOf, pathOf } from './site.ts';

/** Statuses that say why a control is not in force, each with a reason for the author to put in place of ours. */
const denials = [
  { status: 'absent', reason: undefined, words: 'absent' },
  { status: 'ineffective', reason: 'say why it does not work', words: 'ineffective' },
  { status: 'not-applicable', reason: 'say why it makes no sense here', words: 'not applicable' },
] as const;

/** Says of the first control that would answer each open group that it is absent, ineffective or not applicable. */
export function denyControlActions(analysis: Analysis, finding: Finding): readonly Action[] {
  const { tree } = analysis;
  return possibleAnswersOf(analysis, finding).flatMap(([answer]) => {
    if (answer === undefined) return [];
    const path = [...pathOf(answer.site), 'controls', answer.control];
    const standing = locate(tree, path);
    return denials.flatMap(({ status, reason, words }) => {
      const isLong = standing?.type === 'entry' && standing.entry.value?.type === 'map';
      const hasReason = isLong && locate(tree, [...path, 'reason']) !== undefined;
      // A long form without a reason would need two edits of one place; the status alone is then for the author.
      if (isLong && reason !== undefined && !hasReason) return [];
      const edits =
        reason === undefined || isLong
          ? setControlStatus(tree, path, status)
          : setValue(tree, path, { status, reason });
      return actionOf(`Say that ${quote(answer.control)} is ${words} on ${nameOf(answer.site)}`, edits);
    });
  });
}
