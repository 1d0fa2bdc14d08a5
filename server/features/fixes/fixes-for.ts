import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { joinEdits } from '../edit/join-edits.ts';
import { acceptRiskFixes, renewalFixes } from './accept-risk.ts';
import { createActorActions } from './create-element.ts';
import { deadSuppressionFixes } from './dead-suppression.ts';
import { declareControlFixes } from './declare-control.ts';
import { encryptFlowFixes } from './encrypt-flow.ts';
import type { Fix } from './fix.ts';
import { ignoreHereFixes } from './ignore-here.ts';
import { remedyFixes } from './remedy.ts';
import { stateFactFixes } from './state-fact.ts';

export type FixTarget = { readonly finding: Finding } | { readonly problem: Problem };

/** What can be done about a finding or a problem, best first. */
export function fixesFor(analysis: Analysis, target: FixTarget): readonly Fix[] {
  if ('problem' in target) return fixesOfProblem(analysis, target.problem);
  const { repairs, facts, waivers } = fixesOfFinding(analysis, target.finding);
  return [...repairs, ...facts, ...waivers];
}

const mostFixes = 8;
const mostFacts = 2;

/** A list that can be read at a glance: some fixes of each sort, and always the ways to bear it. */
export function foremostFixesFor(analysis: Analysis, target: FixTarget): readonly Fix[] {
  if ('problem' in target) return fixesOfProblem(analysis, target.problem).slice(0, mostFixes);
  const { repairs, facts, waivers } = fixesOfFinding(analysis, target.finding);
  const room = mostFixes - waivers.length;
  const shownFacts = facts.slice(0, Math.max(mostFacts, room - repairs.length));
  return [...repairs.slice(0, room - shownFacts.length), ...shownFacts, ...waivers];
}

function fixesOfProblem(analysis: Analysis, problem: Problem): readonly Fix[] {
  const remedies = remedyFixes(analysis.tree, problem);
  switch (problem.code) {
    case 'expired-acceptance':
      return [...remedies, ...renewalFixes(analysis, problem)];
    case 'dangling-reference':
      return [...remedies, ...createActorFixes(analysis, problem)];
    case 'dead-suppression':
      return [...remedies, ...deadSuppressionFixes(analysis, problem)];
    default:
      return remedies;
  }
}

function createActorFixes(analysis: Analysis, problem: Problem): readonly Fix[] {
  return createActorActions(analysis, problem).map((action) => ({
    ...action,
    kind: 'suggestion',
    preferred: false,
    answers: problem.code,
  }));
}

interface FixesOfFinding {
  /** They say that something protects, or will. */
  readonly repairs: readonly Fix[];
  /** They say what had to be assumed. */
  readonly facts: readonly Fix[];
  /** They leave things as they are. */
  readonly waivers: readonly Fix[];
}

function fixesOfFinding(analysis: Analysis, finding: Finding): FixesOfFinding {
  return {
    repairs: [...encryptFlowFixes(analysis, finding), ...declareControlFixes(analysis, finding)],
    facts: stateFactFixes(analysis, finding),
    waivers: [...acceptRiskFixes(analysis, finding), ...ignoreHereFixes(analysis, finding)],
  };
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
