import type { Catalog } from '../catalog/catalog.ts';
import type { Rule } from '../catalog/rule.ts';
import type { Architecture } from '../model/architecture.ts';
import { buildFinding } from './build-finding.ts';
import { statementsByControl } from './reasons-for.ts';
import { buildScene } from './build-scene.ts';
import type { ControlIndex } from './controls/control-index.ts';
import type { Finding } from './finding.ts';
import { judgeRule, withoutWeaker } from './judge/judge.ts';
import { isOpen, type Verdict } from './judge/verdict.ts';
import type { Scene } from './scene.ts';

export interface Judging {
  readonly rulesOff: readonly string[];
  readonly assumptions: boolean;
}

/** A fault of a rule or of the engine; the other rules go on. */
export interface RuleFailure {
  readonly rule: string;
  readonly cause: string;
}

export interface Judgement {
  readonly scene: Scene;
  readonly index: ControlIndex;
  /** Every place where a rule applies, met or not. */
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Judges the active parts of an architecture by all rules that are on. */
export function judgeAll(architecture: Architecture, catalog: Catalog, judging: Judging): Judgement {
  const { scene, index } = buildScene(architecture, catalog, judging.assumptions);
  const off = new Set(judging.rulesOff);
  const rules = [...catalog.rules.values()].filter((rule) => !off.has(rule.id));
  const { verdicts, failures } = judgeRules(scene, index, rules);
  return { scene, index, verdicts, failures, findings: findingsOf(scene, verdicts) };
}

export function judgeRules(
  scene: Scene,
  index: ControlIndex,
  rules: readonly Rule[],
): { readonly verdicts: readonly Verdict[]; readonly failures: readonly RuleFailure[] } {
  const verdicts: Verdict[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    try {
      verdicts.push(...judgeRule(scene, index, rule));
    } catch (error) {
      // A rule that fails must be seen, and must not take the others with it.
      failures.push({ rule: rule.id, cause: error instanceof Error ? error.message : String(error) });
    }
  }
  return { verdicts: withoutWeaker(verdicts), failures };
}

export function findingsOf(scene: Scene, verdicts: readonly Verdict[]): readonly Finding[] {
  const stated = statementsByControl(scene);
  return verdicts
    .filter(isOpen)
    .map((verdict) => buildFinding(scene, verdict, stated))
    .sort((a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1));
}
