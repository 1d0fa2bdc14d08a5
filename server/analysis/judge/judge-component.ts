import type { ComponentForm, Requirement, Rule } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import { dedupe, sitesAround } from '../controls/sites.ts';
import type { ControlSite } from '../finding.ts';
import { lyingOutside } from '../facts/exposure.ts';
import { matchElement } from '../match/element.ts';
import { asksStore, fillsModel, type DataEdge } from '../reach/data-edges.ts';
import type { Scene } from '../scene.ts';
import { isCut } from './cut.ts';
import { judgeGroup, type Accepts } from './judge-group.ts';
import { asked } from './judge-path.ts';
import type { Verdict } from './verdict.ts';

/** Judges a rule about single elements, with the controls on them, around them and before them. */
export function judgeComponent(
  scene: Scene,
  index: ControlIndex,
  rule: Rule,
  form: ComponentForm,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const element of scene.architecture.elements.values()) {
    const evidence = matchElement(scene, element, form.element);
    if (evidence === undefined) continue;
    const groups = rule.require
      .filter((requirement) => asked(scene, requirement, element))
      .map((requirement) =>
        judgeGroup(
          requirement,
          index,
          (wanted, accepts) => metAtElement(scene, index, wanted, element, accepts),
          sitesFor(scene, requirement, element),
        ),
      );
    verdicts.push({
      rule,
      place: element.id,
      evidence,
      groups,
      route: undefined,
      moreRoutes: 0,
      names: { element: element.id, target: element.id },
      from: undefined,
      target: element.id,
      flow: undefined,
    });
  }
  return verdicts;
}

export function metAtElement(
  scene: Scene,
  index: ControlIndex,
  requirement: Requirement,
  element: Element,
  accepts: Accepts,
): boolean {
  const controls = requirement.anyOf;
  return requirement.at.some((place) => {
    switch (place) {
      case 'target':
      case 'boundary':
        return controls.some((control) => accepts(index.atElement(control, element.id)));
      case 'system':
        return controls.some((control) => accepts(index.atSystem(control)));
      case 'source':
      case 'flow':
      case 'last-hop': {
        const calls = scene.links
          .flowsTo(element.id)
          .filter((flow) => flow.drawn && !fillsModel(scene.architecture, { to: element.id, flow }));
        return (
          calls.length > 0 &&
          calls.every((flow) =>
            controls.some(
              (control) =>
                accepts(index.onFlow(control, flow, 'forward')) ||
                (place !== 'flow' && accepts(index.atEnd(control, flow.from.text, flow))),
            ),
          )
        );
      }
      case 'path':
      case 'every-path':
        return cutFromOutside(scene, index, controls, element, accepts);
    }
  });
}

/** Whether everything that comes in from outside passes the control, on whatever way. */
function cutFromOutside(
  scene: Scene,
  index: ControlIndex,
  controls: readonly string[],
  element: Element,
  accepts: Accepts,
): boolean {
  const outside = [...scene.architecture.elements.values()].filter(
    (candidate) =>
      candidate.id !== element.id && (candidate.role === 'actor' || lyingOutside(scene, candidate)),
  );
  const isProtected = ({ flow, direction }: DataEdge): boolean =>
    controls.some((control) => index.onHop(control, flow, direction).some(accepts));
  const isEnd = (edge: DataEdge): boolean => edge.to === element.id && !asksStore(scene.architecture, edge);
  return isCut(scene, outside, isEnd, isProtected);
}

function sitesFor(scene: Scene, requirement: Requirement, element: Element): readonly ControlSite[] {
  const around = sitesAround(scene, element.id);
  const anywhere = requirement.at.some(
    (at) => at === 'every-path' || at === 'path' || at === 'source' || at === 'flow',
  );
  if (!anywhere) return around;
  const before = scene.links
    .flowsTo(element.id)
    .filter((flow) => flow.drawn)
    .flatMap((flow) => [flow.id, flow.from.text]);
  return [...around, ...dedupe(scene, before)];
}
