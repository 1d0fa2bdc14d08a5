import { severities, type FlowForm, type Requirement, type Rule } from '../../catalog/rule.ts';
import type { Flow } from '../../model/architecture.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import { dedupe } from '../controls/sites.ts';
import type { ControlSite } from '../finding.ts';
import { assumptionsIn } from '../match/evidence.ts';
import { matchFlow } from '../match/flow.ts';
import type { Scene } from '../scene.ts';
import { weighInherent } from '../severity.ts';
import { brakeHolds } from './brake.ts';
import { judgeGroup, type Accepts } from './judge-group.ts';
import { asked } from './judge-path.ts';
import { rememberScreens } from './screened-context.ts';
import { isOpen, type Verdict } from './verdict.ts';

/** Judges a rule about single flows; several flows at one place give one verdict that shows the worst. */
export function judgeFlow(scene: Scene, index: ControlIndex, rule: Rule, form: FlowForm): readonly Verdict[] {
  const byPlace = new Map<string, Verdict>();
  const isScreened = rememberScreens(scene, index);
  for (const flow of scene.architecture.flows) {
    const evidence = matchFlow(scene, flow, form.flow);
    const target = scene.architecture.elements.get(flow.to.text);
    const caller = scene.architecture.elements.get(flow.from.text);
    if (evidence === undefined || target === undefined) continue;
    const place = placeOf(scene, form, flow);
    if (place === undefined) continue;
    const groups = rule.require
      .filter((requirement) => asked(scene, requirement, target))
      .map((requirement) =>
        judgeGroup(
          requirement,
          index,
          (wanted, accepts, counting) =>
            metOnFlow(scene, index, wanted, flow, accepts) ||
            (counting === 'softened' && caller !== undefined && isScreened(wanted, caller, accepts)),
          sitesFor(scene, requirement, flow),
        ),
      );
    const verdict: Verdict = {
      rule,
      place,
      evidence,
      groups,
      route: { elements: [flow.from.text, flow.to.text], flows: [flow] },
      moreRoutes: 0,
      names: {
        element: place,
        flow: flow.id,
        from: flow.from.text,
        to: flow.to.text,
        target: flow.to.text,
        source: flow.from.text,
        boundary: place,
      },
      from: flow.from.text,
      target: flow.to.text,
      flow,
    };
    byPlace.set(place, worse(scene, byPlace.get(place), verdict));
  }
  return [...byPlace.values()];
}

function worse(scene: Scene, known: Verdict | undefined, next: Verdict): Verdict {
  if (known === undefined) return next;
  const rank = (verdict: Verdict): number => {
    if (!isOpen(verdict) || !brakeHolds(verdict)) return 0;
    const planned = verdict.groups.length > 0 && verdict.groups.every((group) => group.state !== 'open');
    return (planned ? 1 : 2) * severities.length + severities.indexOf(weighInherent(scene, verdict).severity);
  };
  const [before, after] = [rank(known), rank(next)];
  const isWorse =
    after > before || (after === before && assumptionsIn(next.evidence) < assumptionsIn(known.evidence));
  const both = before > 0 && after > 0 ? 1 : 0;
  return { ...(isWorse ? next : known), moreRoutes: known.moreRoutes + both };
}

function placeOf(scene: Scene, form: FlowForm, flow: Flow): string | undefined {
  switch (form.place) {
    case 'flow':
      return flow.id;
    case 'from':
      return flow.from.text;
    case 'to':
      return flow.to.text;
    case 'system':
      return 'system';
    case 'boundary': {
      const crossed = scene.links.crossed(flow);
      const own = crossed.filter((boundary) => boundary.zone !== 'external');
      return (crossed.at(-1) ?? own[0] ?? scene.links.around(flow.to.text)[0])?.id;
    }
  }
}

function metOnFlow(
  scene: Scene,
  index: ControlIndex,
  requirement: Requirement,
  flow: Flow,
  accepts: Accepts,
): boolean {
  const controls = requirement.anyOf;
  return requirement.at.some((place) => {
    switch (place) {
      case 'flow':
      case 'last-hop':
      case 'path':
      case 'every-path':
        return controls.some(
          (control) =>
            index.onHop(control, flow, 'forward').some(accepts) ||
            protectsAnswer(scene, index, control, flow, accepts),
        );
      case 'source':
        return controls.some((control) => accepts(index.atEnd(control, flow.from.text, flow)));
      case 'target':
        return controls.some((control) => accepts(index.atEnd(control, flow.to.text, flow)));
      case 'boundary':
        return controls.some((control) => accepts(index.onFlow(control, flow, 'forward')));
      case 'system':
        return controls.some((control) => accepts(index.atSystem(control)));
    }
  });
}

/** What the caller checks of an answer says nothing about the call; what stands on the answer itself does. */
function protectsAnswer(
  scene: Scene,
  index: ControlIndex,
  control: string,
  flow: Flow,
  accepts: Accepts,
): boolean {
  if (accepts(index.onFlow(control, flow, 'return'))) return true;
  const ofOutput = scene.catalog.controls.get(control)?.protects === 'output';
  return ofOutput && index.onHop(control, flow, 'return').some(accepts);
}

function sitesFor(scene: Scene, requirement: Requirement, flow: Flow): readonly ControlSite[] {
  const ids: string[] = [];
  const around = (element: string): readonly string[] =>
    scene.links
      .around(element)
      .filter((b) => b.zone !== 'external')
      .map((b) => b.id);
  const at = (...places: readonly Requirement['at'][number][]): boolean =>
    places.some((place) => requirement.at.includes(place));
  if (at('target')) ids.push(flow.to.text);
  if (at('flow', 'last-hop', 'path', 'every-path')) ids.push(flow.id, flow.to.text, flow.from.text);
  if (at('source')) ids.push(flow.from.text);
  if (!at('source') || at('target', 'flow', 'boundary')) ids.push(...around(flow.to.text));
  if (at('source', 'flow', 'boundary')) ids.push(...around(flow.from.text));
  ids.push('system');
  return dedupe(scene, ids);
}
