import type { Rule } from '../../catalog/rule.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import type { Scene } from '../scene.ts';
import { brakeHolds } from './brake.ts';
import { judgeComponent } from './judge-component.ts';
import { judgeFlow } from './judge-flow.ts';
import { judgePath } from './judge-path.ts';
import { judgeSession } from './judge-session.ts';
import { judgeSystem, systemFact } from './judge-system.ts';
import { isOpen, type Verdict } from './verdict.ts';

/** Why a rule is not asked of this system at all. */
export function outOfScope(scene: Scene, rule: Rule): string | undefined {
  const scope = systemFact(scene, 'scope')?.value;
  if (rule.scopes.length > 0 && !rule.scopes.includes(Number(scope))) {
    return `the rule is for scope ${rule.scopes.join(', ')}, and the system has scope ${scope ?? 'unknown'}`;
  }
  const stage = systemFact(scene, 'stage')?.value;
  if (rule.stages.length > 0 && (stage === undefined || !rule.stages.includes(stage))) {
    return `the rule is for stage ${rule.stages.join(', ')}, and the system is in stage ${stage ?? 'unknown'}`;
  }
  return undefined;
}

/** Every place where the rule applies, met or not, that the brake on assumptions lets through. */
export function judgeRule(scene: Scene, index: ControlIndex, rule: Rule): readonly Verdict[] {
  if (outOfScope(scene, rule) !== undefined) return [];
  return judgeForm(scene, index, rule).filter(brakeHolds);
}

function judgeForm(scene: Scene, index: ControlIndex, rule: Rule): readonly Verdict[] {
  switch (rule.when.form) {
    case 'component':
      return judgeComponent(scene, index, rule, rule.when);
    case 'flow':
      return judgeFlow(scene, index, rule, rule.when);
    case 'path':
      return judgePath(scene, index, rule, rule.when);
    case 'session':
      return judgeSession(scene, index, rule, rule.when);
    case 'system':
      return judgeSystem(scene, index, rule, rule.when);
  }
}

/** Silences what a stronger rule says at the same place. */
export function withoutWeaker(verdicts: readonly Verdict[]): readonly Verdict[] {
  const open = new Set(verdicts.filter(isOpen).map((verdict) => `${verdict.rule.id}@${verdict.place}`));
  return verdicts.filter(
    (verdict) => !verdict.rule.unless.some((stronger) => open.has(`${stronger}@${verdict.place}`)),
  );
}
