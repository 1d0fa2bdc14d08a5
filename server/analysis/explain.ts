import type { Rule } from '../catalog/rule.ts';
import type { Analysis } from './analysis.ts';
import { nearMisses } from './explain/near-misses.ts';
import type { Finding } from './finding.ts';
import { judgeRule, outOfScope } from './judge/judge.ts';
import { isOpen, type GroupVerdict, type Verdict } from './judge/verdict.ts';

/** Everything about how one rule fares with a descriptor. */
export interface Explanation {
  readonly rule: Rule;
  /** Why the rule is not asked at all; absent where it is. */
  readonly notAsked: string | undefined;
  readonly places: readonly ExplainedPlace[];
  /** Where the rule meets nothing: what comes nearest, and which demand that does not meet. */
  readonly nearMisses: readonly string[];
}

/** A place where the conditions of the rule hold, and what came of it. */
export interface ExplainedPlace {
  readonly place: string;
  readonly outcome: 'open' | 'planned' | 'accepted' | 'satisfied' | 'silenced';
  /** Absent where nothing is found. */
  readonly finding: Finding | undefined;
  /** Why the rule applies here. */
  readonly because: readonly string[];
  readonly groups: readonly ExplainedGroup[];
  /** Rules that say the same here in a stronger form. */
  readonly silencedBy: readonly string[];
}

export interface ExplainedGroup {
  readonly controls: readonly string[];
  readonly state: GroupVerdict['state'];
  /** What meets or plans it, and where. */
  readonly by: readonly string[];
}

/** Explains a rule of the catalog at every place, and its silence where it has none; absent for an unknown rule. */
export function explainRule(analysis: Analysis, ruleId: string): Explanation | undefined {
  const rule = analysis.catalog.rules.get(ruleId);
  if (rule === undefined) return undefined;
  const { scene, index } = analysis.judgement;
  const notAsked = analysis.options.rulesOff.includes(ruleId)
    ? 'the rule is switched off'
    : (failureOf(analysis, ruleId) ?? outOfScope(scene, rule));
  if (notAsked !== undefined) return { rule, notAsked, places: [], nearMisses: [] };
  const places = judgeRule(scene, index, rule).map((verdict) => explainPlace(analysis, verdict));
  return {
    rule,
    notAsked,
    places,
    nearMisses: places.length > 0 ? [] : nearMisses(analysis.judgement, rule),
  };
}

function failureOf({ judgement }: Analysis, ruleId: string): string | undefined {
  const failure = judgement.failures.find(({ rule }) => rule === ruleId);
  return failure === undefined ? undefined : `the rule failed: ${failure.cause}`;
}

function explainPlace(analysis: Analysis, verdict: Verdict): ExplainedPlace {
  const id = `${verdict.rule.id}@${verdict.place}`;
  const finding = analysis.findings.find((candidate) => candidate.id === id);
  const because = finding?.because ?? verdict.evidence;
  return {
    place: verdict.place,
    outcome: finding?.status ?? (isOpen(verdict) ? 'silenced' : 'satisfied'),
    finding,
    because: [...new Set(because.map(({ text, assumed }) => (assumed ? `${text} (assumed)` : text)))],
    groups: verdict.groups.map(({ requirement, state, by }) => ({
      controls: requirement.anyOf,
      state,
      by: [...new Set(by.map((standing) => standing.because))],
    })),
    silencedBy: finding === undefined && isOpen(verdict) ? strongerAt(analysis, verdict) : [],
  };
}

/** Rules that are open here and silence this one, be it that they are silent themselves for a stronger one. */
function strongerAt(analysis: Analysis, verdict: Verdict): readonly string[] {
  const { scene, index } = analysis.judgement;
  return verdict.rule.unless.filter((id) => {
    const stronger = analysis.catalog.rules.get(id);
    return (
      stronger !== undefined &&
      !analysis.options.rulesOff.includes(id) &&
      judgeRule(scene, index, stronger).some((other) => other.place === verdict.place && isOpen(other))
    );
  });
}
