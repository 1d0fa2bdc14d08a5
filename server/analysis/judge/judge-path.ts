import { severities, type PathForm, type Requirement, type Rule, type Severity } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import { dedupe } from '../controls/sites.ts';
import type { ControlSite } from '../finding.ts';
import { matchElement } from '../match/element.ts';
import { assumptionsIn, type Evidence } from '../match/evidence.ts';
import { remembered } from '../reach/asset-masks.ts';
import type { Scene } from '../scene.ts';
import { weighInherent } from '../severity.ts';
import { judgeGroup, type Accepts, type Counting, type Holds } from './judge-group.ts';
import { brakeHolds } from './brake.ts';
import { askerOnTheWay, sessionOwnerOf } from './session-owner.ts';
import { modelsOf } from './sessions.ts';
import { namesFor, rememberEvidence } from './path-evidence.ts';
import type { GroupVerdict, Verdict } from './verdict.ts';
import { follow } from './followed.ts';
import { endsOf, findPassages } from './passages.ts';
import {
  edgesOf,
  noBarrier,
  routeOf,
  sourceOf,
  walk,
  type Arrival,
  type Barrier,
  type WalkQuery,
  type WalkResult,
} from './walk.ts';

/**
 * Judges a path rule. A requirement on every path is a cut: the hops that a control protects are taken away,
 * and what can still be reached is reached by a bypass. Of several ways to one place the worst is shown.
 */
export function judgePath(scene: Scene, index: ControlIndex, rule: Rule, form: PathForm): readonly Verdict[] {
  const query = buildQuery(scene, rule, form);
  const { arrivals } = walk(scene, query, noBarrier);
  const verdicts: Verdict[] = [];
  const bypasses = new Map(
    rule.require.map((requirement) => [requirement, findBypasses(scene, index, query, arrivals)]),
  );
  const ways = waysOf(scene, rule, form);
  for (const [place, all] of arrivals) {
    const judged = ways(place, all);
    const [first] = judged;
    if (first === undefined) continue;
    const groups: GroupVerdict[] = [];
    const unprotected = new Map<string, Way>();
    for (const requirement of rule.require) {
      const isAsked = (way: Way): boolean => asked(scene, requirement, way.arrival.target);
      const bypass = bypasses.get(requirement);
      const protectedWay = judged.find(isAsked);
      if (bypass === undefined || protectedWay === undefined) continue;
      const left = (...counted: Parameters<Holds>): readonly Way[] =>
        ways(place, bypass(...counted).get(place) ?? []).filter(isAsked);
      const holds: Holds = (wanted, accepts, counting) => {
        const touched = counting === 'softened' ? left(requirement, neverAsked, 'met') : [protectedWay];
        for (const { arrival } of touched) touchRoute(index, wanted, arrival, accepts);
        return left(wanted, accepts, counting).length === 0;
      };
      const group = judgeGroup(requirement, index, holds, sitesFor(scene, requirement, place, first.arrival));
      if (group.state === 'met') groups.push(group);
      else {
        const open = left(requirement, neverAsked, 'met');
        for (const way of open) if (!unprotected.has(way.key)) unprotected.set(way.key, way);
        const shortest = open[0]?.arrival ?? first.arrival;
        groups.push({ ...group, sites: sitesFor(scene, requirement, place, shortest) });
      }
    }
    const shownOf = unprotected.size > 0 ? [...unprotected.values()] : judged;
    const { arrival, evidence } = worst(shownOf);
    verdicts.push({
      rule,
      place,
      groups,
      evidence,
      route: routeOf(arrival),
      moreRoutes: shownOf.length - 1,
      names: namesFor(arrival, place),
      from: sourceOf(arrival),
      target: arrival.target.id,
      flow: arrival.edge.flow,
    });
  }
  return verdicts;
}

/** One way to a place, with all that decides how bad it is. */
interface Way {
  readonly arrival: Arrival;
  readonly evidence: Evidence;
  readonly severity: Severity;
  /** Names the way in the same words whether or not controls are counted. */
  readonly key: string;
}

/** The ways that the brake on assumptions lets through. */
function waysOf(
  scene: Scene,
  rule: Rule,
  form: PathForm,
): (place: string, arrivals: readonly Arrival[]) => readonly Way[] {
  const evidenceOf = rememberEvidence(scene, form);
  return (place, arrivals) =>
    arrivals.flatMap((arrival) => {
      const evidence = evidenceOf(arrival);
      if (!brakeHolds({ rule, evidence })) return [];
      const { target, edge } = arrival;
      const ends = { from: sourceOf(arrival), target: target.id, flow: edge.flow };
      const { severity } = weighInherent(scene, { rule, place, ...ends });
      const assumed = String(assumptionsIn(evidence));
      return [
        { arrival, evidence, severity, key: `${edge.index} ${arrival.previous.lane.sourceClass} ${assumed}` },
      ];
    });
}

/** The most severe way; of equally severe ones the most certain, of those the first, which is a shortest. */
function worst(ways: readonly Way[]): Way {
  return ways.reduce((known, next) => {
    const worse = severities.indexOf(next.severity) - severities.indexOf(known.severity);
    if (worse !== 0) return worse > 0 ? next : known;
    return assumptionsIn(next.evidence) < assumptionsIn(known.evidence) ? next : known;
  });
}

function buildQuery(scene: Scene, rule: Rule, form: PathForm): WalkQuery {
  const elements = [...scene.architecture.elements.values()];
  const targets = new Map(
    elements.map((element) => [element.id, matchElement(scene, element, form.to) !== undefined]),
  );
  // An agent whose model is drawn is no end: the path goes on to the model.
  const passesOn = (element: Element): boolean =>
    element.kind === 'agent' &&
    [...modelsOf(scene, element), ...calledBy(scene, element)].some(
      ({ id, kind }) => kind === 'llm' && targets.get(id) === true,
    );
  const following = follow(scene, { trust: form.from.trust, carrying: form.carrying });
  const endsWith = endsOf(scene, {
    isTarget: (element) => targets.get(element.id) === true && !passesOn(element),
    arrivesBy: form.arrivesBy,
    lastHop: form.lastHop,
  });
  return {
    sources: elements.filter((element) => matchElement(scene, element, form.from) !== undefined),
    startsWith: following.startsWith,
    passages: findPassages(scene, following.keeps, endsWith),
    entersBy: form.entersBy,
    through: form.through,
    classOf: (source) => classOf(scene, rule, form, source),
    arrivalsPerSource: form.place === 'source' ? mostArrivalsPerSource : Infinity,
    traceOf: (element, before) => {
      switch (form.place) {
        case 'target':
          return '';
        case 'source':
          return before ?? element.id;
        case 'session':
          return askerOnTheWay(element, before);
      }
    },
    placeOf: (arrival) => {
      switch (form.place) {
        case 'target':
          return arrival.target.id;
        case 'source':
          return sourceOf(arrival);
        case 'session':
          return sessionOwnerOf(arrival);
      }
    },
  };
}

/** Walks that keep every source apart would take the square of a large system; nobody reads the fiftieth way. */
const mostArrivalsPerSource = 50;

/** Sources of one class give findings of one severity and certainty. */
function classOf(scene: Scene, rule: Rule, form: PathForm, source: Element): string {
  const assumed = assumptionsIn(matchElement(scene, source, form.from) ?? []);
  const changes = [...rule.raise, ...rule.lower].flatMap(({ from }) => from ?? []);
  const holding = changes.map((from) => (matchElement(scene, source, from) === undefined ? '-' : '+'));
  return `${String(assumed)}${holding.join('')}`;
}

function calledBy(scene: Scene, element: Element): readonly Element[] {
  return scene.links
    .flowsFrom(element.id)
    .flatMap((flow) => scene.architecture.elements.get(flow.to.text) ?? []);
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
  all: WalkResult['arrivals'],
): (...counted: Parameters<Holds>) => WalkResult['arrivals'] {
  const known = new Map<Counting, WalkResult['arrivals']>();
  return (wanted, accepts, counting) => {
    let arrivals = known.get(counting);
    if (arrivals === undefined) {
      const canBlock = wanted.anyOf.some((control) =>
        index.of(control).some(({ state }) => state !== 'open'),
      );
      arrivals = canBlock ? walk(scene, query, barrierFor(index, wanted, accepts)).arrivals : all;
      known.set(counting, arrivals);
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
  const hopProtected = remembered((edge) =>
    anyControl((control) => index.onHop(control, edge.flow, edge.direction).some(accepts)),
  );
  return {
    blocksHop: (edge) => (at('every-path') || at('path')) && hopProtected(edge),
    blocksSource: (element) =>
      at('source') && anyControl((control) => accepts(index.atElement(control, element))),
    blocksArrival: ({ target, edge }) =>
      ((at('last-hop') || at('flow')) && hopProtected(edge)) ||
      ((at('target') || at('boundary')) &&
        anyControl((control) => accepts(index.atEnd(control, target.id, edge.flow)))) ||
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
    ids.push(
      element,
      ...scene.links
        .around(element)
        .filter((b) => b.zone !== 'external')
        .map((b) => b.id),
    );
  };
  const anywhere = requirement.at.includes('every-path') || requirement.at.includes('path');
  if (anywhere && scene.architecture.elements.has(place)) ids.push(place);
  if (anywhere || requirement.at.some((at) => at === 'target' || at === 'last-hop' || at === 'boundary')) {
    addAround(arrival.target.id);
  }
  if (anywhere || requirement.at.some((at) => at === 'last-hop' || at === 'flow'))
    ids.push(arrival.edge.flow.id);
  if (requirement.at.includes('last-hop')) ids.push(arrival.edge.from);
  if (anywhere) {
    for (const element of route.elements.slice(1).toReversed()) addAround(element);
    ids.push(...route.flows.map((flow) => flow.id).toReversed());
  }
  if (requirement.at.includes('source')) addAround(sourceOf(arrival));
  ids.push('system');
  return dedupe(scene, ids);
}
