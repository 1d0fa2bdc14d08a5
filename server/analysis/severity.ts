import { severities, type Rule, type Severity, type SeverityChange } from '../catalog/rule.ts';
import { matchElement, firstAsset } from './match/element.ts';
import { matchFlow } from './match/flow.ts';
import type { Finding, Reason } from './finding.ts';
import { systemFact } from './judge/judge-system.ts';
import type { Verdict } from './judge/verdict.ts';
import type { Scene } from './scene.ts';

/** A severity with the facts that moved it away from the rule's own. */
export interface Weight {
  readonly inherent: Severity;
  readonly residual: Severity;
  readonly because: readonly Reason[];
}

const regulated: readonly string[] = ['phi', 'pci', 'biometric', 'credentials'];
const confidentiality: ReadonlySet<string> = new Set([
  'sensitive-disclosure',
  'vector-weakness',
  'hidden-context',
]);

/**
 * Inherent severity: the rule's own, raised or lowered as it says, one step up where restricted or regulated data
 * can leak. Residual severity: one step further down where a control softens what stays open.
 */
export function weigh(scene: Scene, verdict: Verdict): Weight {
  const { severity, because } = weighInherent(scene, verdict);
  const floor: Severity =
    verdict.rule.when.form === 'path' && verdict.rule.severity === 'critical' ? 'medium' : 'low';
  let residual = severity;
  for (const group of verdict.groups) {
    if (group.state === 'met' || group.softener === undefined) continue;
    residual = atLeast(step(residual, -1), floor);
    because.push({
      text: `${group.softener.because}, which makes this rarer and does not rule it out`,
      place: group.softener.place,
      span: group.softener.statement?.span,
      assumed: false,
    });
    break;
  }
  return { inherent: severity, residual, because };
}

/** The case of a rule that its severity depends on. */
export type WeighedCase = Pick<Verdict, 'rule' | 'place' | 'from' | 'target' | 'flow'>;

/** The severity of one case with no control counted; of several cases at one place the worst is shown. */
export function weighInherent(
  scene: Scene,
  verdict: WeighedCase,
): { readonly severity: Severity; readonly because: Reason[] } {
  const because: Reason[] = [];
  let severity: Severity = verdict.rule.severity;
  for (const change of [...verdict.rule.raise, ...verdict.rule.lower]) {
    const reasons = changeHolds(scene, verdict, change);
    if (reasons === undefined) continue;
    because.push(...reasons.map((reason) => moving(reason, severity, change.to)));
    severity = change.to;
  }
  const sensitive = sensitiveData(scene, verdict);
  if (sensitive !== undefined) {
    const raised = step(severity, 1);
    because.push(moving(sensitive, severity, raised));
    severity = raised;
  }
  return { severity, because };
}

/** A fact that moves the severity, and where to; one that does not is a fact like others. */
function moving(reason: Reason, from: Severity, to: Severity): Reason {
  if (from === to) return reason;
  const raises = severities.indexOf(to) > severities.indexOf(from);
  return { ...reason, text: `${raises ? 'raised' : 'lowered'} from ${from} to ${to}: ${reason.text}` };
}

function step(severity: Severity, by: number): Severity {
  const at = Math.max(0, Math.min(severities.length - 1, severities.indexOf(severity) + by));
  return severities[at] ?? severity;
}

/** Planned and assumed findings are shown one step milder than their residual severity. */
export function shownSeverity(finding: Pick<Finding, 'severity' | 'status' | 'confidence'>): Severity {
  const milder = finding.status === 'planned' || finding.confidence === 'assumed';
  return milder ? step(finding.severity, -1) : finding.severity;
}

function atLeast(severity: Severity, floor: Severity): Severity {
  return severities.indexOf(severity) < severities.indexOf(floor) ? floor : severity;
}

function changeHolds(
  scene: Scene,
  verdict: WeighedCase,
  change: SeverityChange,
): readonly Reason[] | undefined {
  const reasons: Reason[] = [];
  const elements = scene.architecture.elements;
  const ends = [
    { condition: change.from, element: elements.get(verdict.from ?? '') },
    { condition: change.target, element: elements.get(verdict.target ?? '') },
  ];
  for (const { condition, element } of ends) {
    if (condition === undefined) continue;
    const found = element === undefined ? undefined : matchElement(scene, element, condition);
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  if (change.flow !== undefined) {
    const found = verdict.flow === undefined ? undefined : matchFlow(scene, verdict.flow, change.flow);
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  for (const [name, wanted] of Object.entries(change.system ?? {})) {
    const found = systemFact(scene, name);
    if (found === undefined || !wanted.includes(found.value)) return undefined;
    reasons.push(found.reason);
  }
  if (change.data !== undefined) {
    const states = scene.graph.reach.elements.get(verdict.target ?? verdict.place)?.assets.values() ?? [];
    const found = firstAsset({ ...scene, assumptions: false }, states, change.data);
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  return reasons;
}

function sensitiveData(scene: Scene, verdict: WeighedCase): Reason | undefined {
  // The first risk of a rule is what it is about; the others are what else may follow.
  if (!confidentiality.has(verdict.rule.risks[0] ?? '') || isBaseline(verdict.rule)) return undefined;
  const reach = scene.graph.reach.elements.get(verdict.target ?? verdict.place);
  if (reach === undefined) return undefined;
  for (const asset of reach.assets.keys()) {
    const data = scene.architecture.data.get(asset);
    if (data === undefined) continue;
    const tags = data.tags.filter((tag) => regulated.includes(tag));
    if (data.classification !== 'restricted' && tags.length === 0) continue;
    const what = data.classification === 'restricted' ? 'is restricted' : `holds ${tags.join(', ')}`;
    return { text: `"${data.id}" ${what}`, place: data.id, span: data.idSpan, assumed: false };
  }
  return undefined;
}

/** Low rules are about order, not about a leak: sensitive data makes them no worse. */
function isBaseline(rule: Rule): boolean {
  return rule.severity === 'low' || rule.when.form === 'system';
}
