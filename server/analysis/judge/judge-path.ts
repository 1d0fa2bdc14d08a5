import type { PathForm, Requirement, Rule } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import { dedupe } from '../controls/sites.ts';
import type { ControlSite } from '../finding.ts';
import { matchElement } from '../match/element.ts';
import { matchFlow } from '../match/flow.ts';
import type { Evidence } from '../match/evidence.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { Scene } from '../scene.ts';
import { judgeGroup, type Accepts, type Strictness } from './judge-group.ts';
import { sessionOwnerOf } from './session-owner.ts';
import type { GroupVerdict, Verdict } from './verdict.ts';
import { edgesOf, noBarrier, routeOf, sourceOf, walk, type Arrival, type Barrier, type WalkQuery } from './walk.ts';

/**
 * Judges a path rule. A requirement on every path is a cut: the hops that a control protects are taken away,
 * and what can still be reached is reached by a bypass.
 */
export function judgePath(scene: Scene, index: ControlIndex, rule: Rule, form: PathForm): readonly Verdict[] {
  const query = buildQuery(scene, form);
  const { arrivals, counts } = walk(scene, query, noBarrier);
  if (arrivals.size === 0) return [];
  const bypasses = new Map(rule.require.map((requirement) => [requirement, findBypasses(scene, index, query, requirement)]));
  const verdicts: Verdict[] = [];
  for (const [place, arrival] of arrivals) {
    let shown = arrival;
    const groups: GroupVerdict[] = [];
    for (const requirement of rule.require) {
      const bypass = bypasses.get(requirement);
      if (bypass === undefined || !asked(scene, requirement, arrival.target)) continue;
      const sites = sitesFor(scene, requirement, place, arrival);
      const holds = (accepts: Accepts, strictness: Strictness): boolean => {
        touchRoute(index, requirement, arrival, accepts);
        return !bypass(accepts, strictness).has(place);
      };
      const group = judgeGroup(requirement, index, holds, sites);
      if (group.state !== 'met' && shown === arrival) shown = bypass(neverAsked, 'met').get(place) ?? arrival;
      groups.push(group);
    }
    verdicts.push({
      rule,
      place,
      groups,
      evidence: evidenceFor(scene, form, shown),
      route: routeOf(shown),
      moreRoutes: Math.max(0, (counts.get(place) ?? 1) - 1),
      names: namesFor(shown, place),
      from: sourceOf(shown),
      target: shown.target.id,
      flow: shown.edge.flow,
    });
  }
  return verdicts;
}

function buildQuery(scene: Scene, form: PathForm): WalkQuery {
  const elements = [...scene.architecture.elements.values()];
  const targets = new Map(elements.map((element) => [element.id, matchElement(scene, element, form.to) !== undefined]));
  // An agent whose model is drawn is no end: the path goes on to the model.
  const passesOn = (element: Element): boolean =>
    element.kind === 'agent' &&
    scene.links
      .flowsFrom(element.id)
      .some((flow) => scene.architecture.elements.get(flow.to.text)?.kind === 'llm' && targets.get(flow.to.text) === true);
  return {
    sources: elements.filter((element) => matchElement(scene, element, form.from) !== undefined),
    trust: form.from.trust,
    carrying: form.carrying,
    entersBy: form.entersBy,
    arrivesBy: form.arrivesBy,
    lastHop: form.lastHop,
    through: form.through,
    isTarget: (element) => targets.get(element.id) === true && !passesOn(element),
    placeOf: (arrival) => {
      switch (form.place) {
        case 'target':
          return arrival.target.id;
        case 'source':
          return sourceOf(arrival);
        case 'session':
          return sessionOwnerOf(scene, arrival);
      }
    },
  };
}

/** Where the group is asked at all. */
export function asked(scene: Scene, requirement: Requirement, target: Element): boolean {
  return requirement.where === undefined || matchElement(scene, target, requirement.where) !== undefined;
}

/** Arrivals that no counted control protects, walked once for each way of counting and for all places. */
function findBypasses(
  scene: Scene,
  index: ControlIndex,
  query: WalkQuery,
  requirement: Requirement,
): (accepts: Accepts, strictness: Strictness) => ReadonlyMap<string, Arrival> {
  const known = new Map<Strictness, ReadonlyMap<string, Arrival>>();
  return (accepts, strictness) => {
    let arrivals = known.get(strictness);
    if (arrivals === undefined) {
      arrivals = walk(scene, query, barrierFor(index, requirement, accepts)).arrivals;
      known.set(strictness, arrivals);
    }
    return arrivals;
  };
}

/** Stands where the walk is known already. */
const neverAsked: Accepts = () => false;

/** Lets the counting see what stands on the route, so that a met group can say by what it is met. */
function touchRoute(index: ControlIndex, requirement: Requirement, arrival: Arrival, accepts: Accepts): void {
  for (const control of requirement.anyOf) {
    for (const edge of edgesOf(arrival)) {
      for (const standing of index.onHop(control, edge.flow, edge.direction)) accepts(standing);
    }
    accepts(index.atElement(control, arrival.target.id));
  }
}

function barrierFor(index: ControlIndex, requirement: Requirement, accepts: Accepts): Barrier {
  const at = (place: Requirement['at'][number]): boolean => requirement.at.includes(place);
  const anyControl = (test: (control: string) => boolean): boolean => requirement.anyOf.some(test);
  const known = new Map<DataEdge, boolean>();
  const hopProtected = (edge: DataEdge): boolean => {
    let result = known.get(edge);
    if (result === undefined) {
      result = anyControl((control) => index.onHop(control, edge.flow, edge.direction).some(accepts));
      known.set(edge, result);
    }
    return result;
  };
  return {
    blocksHop: (edge) => (at('every-path') || at('path')) && hopProtected(edge),
    blocksSource: (element) => at('source') && anyControl((control) => accepts(index.atElement(control, element))),
    blocksArrival: ({ target, edge }) =>
      ((at('last-hop') || at('flow')) && hopProtected(edge)) ||
      ((at('target') || at('boundary')) && anyControl((control) => accepts(index.atElement(control, target.id)))) ||
      (at('system') && anyControl((control) => accepts(index.atSystem(control)))),
  };
}

function sitesFor(
  scene: Scene,
  requirement: Requirement,
  place: string,
  arrival: Arrival,
): readonly ControlSite[] {
  const route = routeOf(arrival);
  const ids: string[] = [];
  const addAround = (element: string): void => {
    ids.push(element, ...scene.links.around(element).filter((b) => b.zone !== 'external').map((b) => b.id));
  };
  const anywhere = requirement.at.includes('every-path') || requirement.at.includes('path');
  if (anywhere && scene.architecture.elements.has(place)) ids.push(place);
  if (anywhere || requirement.at.some((at) => at === 'target' || at === 'last-hop' || at === 'boundary')) {
    addAround(arrival.target.id);
  }
  if (anywhere || requirement.at.some((at) => at === 'last-hop' || at === 'flow')) ids.push(arrival.edge.flow.id);
  if (requirement.at.includes('last-hop')) ids.push(arrival.edge.from);
  if (anywhere) {
    for (const element of route.elements.slice(1).toReversed()) addAround(element);
    ids.push(...route.flows.map((flow) => flow.id).toReversed());
  }
  if (requirement.at.includes('source')) addAround(sourceOf(arrival));
  ids.push('system');
  return dedupe(scene, ids);
}

function evidenceFor(scene: Scene, form: PathForm, arrival: Arrival): Evidence {
  const source = scene.architecture.elements.get(sourceOf(arrival));
  const from = source === undefined ? [] : (matchElement(scene, source, form.from) ?? []);
  const to = matchElement(scene, arrival.target, form.to) ?? [];
  const hop = form.lastHop === undefined ? [] : (matchFlow(scene, arrival.edge.flow, form.lastHop) ?? []);
  const flows = routeOf(arrival).flows;
  const way: Evidence = [
    {
      text: `the way: "${routeOf(arrival).elements.join('" → "')}"`,
      place: flows[0]?.id ?? arrival.edge.flow.id,
      span: flows[0]?.idSpan,
      assumed: false,
    },
  ];
  const sourceTrust = form.from.trust.length > 0 && source !== undefined ? trustReason(scene, source) : [];
  // The reason for the trust names the kind already.
  const told = source === undefined || sourceTrust.length === 0 ? undefined : scene.graph.own.get(source.id)?.because;
  const others = from.filter((reason) => told === undefined || (reason.text !== told && reason.span !== source?.kindSpan));
  return [...sourceTrust, ...others, ...way, ...to, ...hop];
}

function trustReason(scene: Scene, source: Element): Evidence {
  const own = scene.graph.own.get(source.id);
  if (own === undefined) return [];
  const text = `content from "${source.id}" is ${own.trust}: ${own.because}`;
  return [{ text, place: source.id, span: source.kindSpan, assumed: false }];
}

function namesFor(arrival: Arrival, place: string): Readonly<Record<string, string>> {
  return {
    element: place,
    target: arrival.target.id,
    from: sourceOf(arrival),
    source: sourceOf(arrival),
    to: arrival.target.id,
    flow: arrival.edge.flow.id,
    data: arrival.asset === '*' ? 'content' : arrival.asset,
  };
}
