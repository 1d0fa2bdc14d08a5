import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { joinEdits } from '../edit/join-edits.ts';
import { acceptRiskFixes, renewalFixes } from './accept-risk.ts';
import { declareControlFixes } from './declare-control.ts';
import { encryptFlowFixes } from './encrypt-flow.ts';
import type { Fix } from './fix.ts';
import { remedyFixes } from './remedy.ts';
import { stateFactFixes } from './state-fact.ts';

export type FixTarget = { readonly finding: Finding } | { readonly problem: Problem };

/** What can be done about a finding or a problem, best first. */
export function fixesFor(analysis: Analysis, target: FixTarget): readonly Fix[] {
  if ('problem' in target) {
    const { problem } = target;
    const renewals = problem.code === 'expired-acceptance' ? renewalFixes(analysis, problem) : [];
    return [...remedyFixes(analysis.tree, problem), ...renewals];
  }
  const { finding } = target;
  return [
    ...encryptFlowFixes(analysis, finding),
    ...declareControlFixes(analysis, finding),
    ...stateFactFixes(analysis, finding),
    ...acceptRiskFixes(analysis, finding),
  ];
}

/**
 * The safe fixes that can be made at once. Those that touch the same place as another wait: analyze the new text
 * and ask again until nothing comes back.
 */
export function fixAll(analysis: Analysis): readonly TextEdit[] {
  let joined: readonly TextEdit[] = [];
  for (const problem of analysis.problems) {
    const fix = remedyFixes(analysis.tree, problem).find(({ kind }) => kind === 'safe');
    if (fix === undefined || fix.edits.some((edit) => joined.some((other) => meets(edit, other)))) continue;
    joined = joinEdits([...joined, ...fix.edits]) ?? joined;
  }
  return joined;
}

function meets(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
