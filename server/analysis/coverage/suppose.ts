import type { Rule } from '../../catalog/rule.ts';
import { buildControlIndex, type ControlIndex, type Supposition } from '../controls/control-index.ts';
import { judgeRules, type Judgement } from '../judge-all.ts';
import { isOpen, type Verdict } from '../judge/verdict.ts';

/** The controls as they would stand. What was computed from the flows is kept. */
export function suppose(judgement: Judgement, supposition: Supposition): ControlIndex {
  const { scene } = judgement;
  return buildControlIndex(scene.architecture, scene.catalog, scene.links, supposition);
}

/** Controls that decide where a session ends, and so concern every session rule. */
const sessionControls: ReadonlySet<string> = new Set(['capability-separation', 'output-validation']);

/** Rules that apply and whose outcome a control can change. */
export function rulesAbout(judgement: Judgement, controls: ReadonlySet<string>): readonly Rule[] {
  const applying = new Set(judgement.verdicts.map((verdict) => verdict.rule));
  return [...applying].filter((rule) => isAbout(rule, controls));
}

/** Whether one of the controls can change the outcome of a rule. */
export function isAbout(rule: Rule, controls: ReadonlySet<string>): boolean {
  const asks = rule.require.some((group) =>
    [...group.anyOf, ...group.softenedBy].some((control) => controls.has(control)),
  );
  return asks || (rule.when.form === 'session' && [...controls].some((control) => sessionControls.has(control)));
}

/** Findings that are open under a supposition, by id. */
export function openUnder(
  judgement: Judgement,
  supposition: Supposition,
  rules: readonly Rule[],
): ReadonlyMap<string, Verdict> {
  const { verdicts } = judgeRules(judgement.scene, suppose(judgement, supposition), rules);
  return new Map(
    verdicts.filter(isOpen).map((verdict) => [`${verdict.rule.id}@${verdict.place}`, verdict]),
  );
}
