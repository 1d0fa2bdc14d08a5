import type { Requirement, Rule, SystemForm } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import { mayStandOnElement } from '../../model/control-places.ts';
import type { Reason } from '../finding.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import { matchElement } from '../match/element.ts';
import { matchFlow } from '../match/flow.ts';
import { moreCertain, type Evidence } from '../match/evidence.ts';
import type { Scene } from '../scene.ts';
import { metAtElement } from './judge-component.ts';
import { judgeGroup, type Accepts } from './judge-group.ts';
import type { Verdict } from './verdict.ts';

/** Judges a rule about the system as a whole: at most one verdict. */
export function judgeSystem(
  scene: Scene,
  index: ControlIndex,
  rule: Rule,
  form: SystemForm,
): readonly Verdict[] {
  const evidence = matchSystem(scene, form);
  if (evidence === undefined) return [];
  const groups = rule.require.map((requirement) =>
    judgeGroup(
      requirement,
      index,
      (wanted, accepts) =>
        wanted.anyOf.some(
          (control) =>
            accepts(index.atSystem(control)) ||
            onEveryOutermostBoundary(scene, index, control, accepts) ||
            onEveryPart(scene, index, control, accepts),
        ) || atWhatItHas(scene, index, wanted, form, accepts),
      [{ section: 'system', id: undefined }],
    ),
  );
  return [
    {
      rule,
      place: 'system',
      evidence,
      groups,
      route: undefined,
      moreRoutes: 0,
      names: { element: scene.architecture.system.name ?? 'the system' },
      from: undefined,
      target: undefined,
      flow: undefined,
    },
  ];
}

/** A control on every outermost boundary that holds a part of ours holds for the system, too. */
function onEveryOutermostBoundary(
  scene: Scene,
  index: ControlIndex,
  control: string,
  accepts: Accepts,
): boolean {
  const holding = new Set(
    ownParts(scene).flatMap((element) => scene.links.around(element.id).at(-1)?.id ?? []),
  );
  const outermost = [...scene.architecture.boundaries.values()].filter((boundary) =>
    holding.has(boundary.id),
  );
  return (
    outermost.length > 0 && outermost.every((boundary) => accepts(index.atBoundary(control, boundary.id)))
  );
}

/** So does one that every part of ours has on which it can stand. */
function onEveryPart(scene: Scene, index: ControlIndex, control: string, accepts: Accepts): boolean {
  const places = scene.catalog.controls.get(control)?.places;
  if (places === undefined) return false;
  const parts = ownParts(scene).filter((element) => mayStandOnElement(places, element));
  return parts.length > 0 && parts.every((element) => accepts(index.atElement(control, element.id)));
}

/** A rule may be content with a control at each of the elements that it asks the system about. */
function atWhatItHas(
  scene: Scene,
  index: ControlIndex,
  wanted: Requirement,
  form: SystemForm,
  accepts: Accepts,
): boolean {
  if (wanted.at.every((place) => place === 'system')) return false;
  const meant = [...scene.architecture.elements.values()].filter((element) =>
    form.has.some((condition) => matchElement(scene, element, condition) !== undefined),
  );
  return meant.length > 0 && meant.every((element) => metAtElement(scene, index, wanted, element, accepts));
}

function ownParts(scene: Scene): readonly Element[] {
  return [...scene.architecture.elements.values()].filter((element) => !scene.links.outside(element));
}

function matchSystem(scene: Scene, form: SystemForm): Evidence | undefined {
  const reasons: Reason[] = [];
  for (const [name, wanted] of Object.entries(form.facts)) {
    const found = systemFact(scene, name);
    if (found === undefined || !wanted.includes(found.value)) return undefined;
    reasons.push(found.reason);
  }
  const { system } = scene.architecture;
  for (const name of form.unstated) {
    if (system.facts.has(name)) return undefined;
    reasons.push({
      text: `the system does not say its ${name}`,
      place: 'system',
      span: system.span,
      assumed: false,
    });
  }
  const elements = [...scene.architecture.elements.values()];
  for (const condition of form.has) {
    const found = elements.reduce<Evidence | undefined>(
      (best, element) => moreCertain(best, matchElement(scene, element, condition)),
      undefined,
    );
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  for (const condition of form.hasFlow) {
    const found = scene.architecture.flows.reduce<Evidence | undefined>(
      (best, flow) => moreCertain(best, matchFlow(scene, flow, condition)),
      undefined,
    );
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  const forbidden = form.hasNot.some((condition) =>
    elements.some(
      (element) => matchElement({ ...scene, assumptions: false }, element, condition) !== undefined,
    ),
  );
  return forbidden ? undefined : reasons;
}

export function systemFact(scene: Scene, name: string): { value: string; reason: Reason } | undefined {
  const { system } = scene.architecture;
  const stated = system.facts.get(name);
  const value = stated?.values[0]?.text ?? systemDefaults[name];
  if (value === undefined) return undefined;
  const text =
    stated === undefined
      ? `nothing is said about ${name}, so ${value} is read`
      : `the system's ${name} is ${value}`;
  return { value, reason: { text, place: 'system', span: stated?.span ?? system.span, assumed: false } };
}

/** What a descriptor describes where it does not say: a system that people use, and that matters somewhat. */
const systemDefaults: Readonly<Record<string, string>> = {
  stage: 'operation',
  criticality: 'supporting',
  scope: '3',
};
