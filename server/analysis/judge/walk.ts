import type { DataCondition, ElementCondition, FlowCondition } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import { matchAsset } from '../match/data.ts';
import { matchElement } from '../match/element.ts';
import { matchFlow } from '../match/flow.ts';
import { asksStore, unnamed, writes, type DataEdge } from '../reach/data-edges.ts';
import type { AssetState } from '../reach.ts';
import type { Scene } from '../scene.ts';
import type { Route } from './verdict.ts';

/** What a walk over the data flow looks for. */
export interface WalkQuery {
  readonly sources: readonly Element[];
  /** Trust that the content must have from the first hop to the last; empty means any. */
  readonly trust: readonly string[];
  readonly carrying: DataCondition | undefined;
  readonly entersBy: readonly string[];
  readonly arrivesBy: readonly string[];
  readonly lastHop: FlowCondition | undefined;
  readonly through: ElementCondition | undefined;
  readonly isTarget: (element: Element) => boolean;
  /** Whether content still has the trust and the kind that the query follows; `rememberKept` makes it. */
  readonly keeps: (edge: DataEdge, asset: string) => boolean;
  /** Names the place at which an arrival is reported. */
  readonly placeOf: (arrival: Arrival) => string;
  /** Sources that the rule tells apart are walked from apart; a walk from all others goes on as one. */
  readonly classOf: (source: Element) => string;
  /** What of the way so far decides the place of a later arrival: ways that differ in it are kept apart. */
  readonly traceOf: (element: Element, before: string | undefined) => string;
}

/** One content at one element, with the hop that brought it. */
export interface Step {
  readonly element: string;
  readonly asset: string;
  readonly passedThrough: boolean;
  readonly sourceClass: string;
  readonly trace: string;
  /** What was seen of those who came as this one did. */
  readonly seen: Seen;
  readonly edge: DataEdge | undefined;
  readonly previous: Step | undefined;
}

export interface Arrival {
  readonly target: Element;
  readonly edge: DataEdge;
  readonly asset: string;
  readonly previous: Step;
}

/** Stops the walk at hops that a control protects. */
export interface Barrier {
  blocksHop(edge: DataEdge): boolean;
  blocksSource(element: string): boolean;
  blocksArrival(arrival: Arrival): boolean;
}

export const noBarrier: Barrier = {
  blocksHop: () => false,
  blocksSource: () => false,
  blocksArrival: () => false,
};

export interface WalkResult {
  /** For each place the shortest arrival of each class of sources by each last hop, the shortest of all first. */
  readonly arrivals: ReadonlyMap<string, readonly Arrival[]>;
}

/** Content by element. */
type Seen = Map<string, Set<string>>;

/** A breadth-first walk over pairs of element and content: the first arrival at a place is a shortest one. */
export function walk(scene: Scene, query: WalkQuery, barrier: Barrier): WalkResult {
  const tables = new Map<string, Seen>();
  const waiting: Step[] = [];
  const arrivals = new Map<string, Arrival[]>();
  const arrived = new Set<string>();
  const seenBy = (isStart: boolean, { passedThrough, sourceClass, trace }: Omit<Step, 'seen'>): Seen => {
    // A source that others reach, too, is both a start and a stop on the way: its hops are bound differently.
    const key = `${isStart ? 'start' : passedThrough ? 'through' : 'before'} ${sourceClass} ${trace}`;
    let table = tables.get(key);
    if (table === undefined) tables.set(key, (table = new Map()));
    return table;
  };
  const enter = (step: Omit<Step, 'seen'>): void => {
    const before = step.previous;
    const isSameWay =
      before?.edge !== undefined && before.passedThrough === step.passedThrough && before.trace === step.trace;
    const seen = isSameWay ? before.seen : seenBy(step.edge === undefined, step);
    let contents = seen.get(step.element);
    if (contents === undefined) seen.set(step.element, (contents = new Set()));
    if (contents.has(step.asset)) return;
    contents.add(step.asset);
    waiting.push({ ...step, seen });
  };
  const arrive = (arrival: Arrival): void => {
    const place = query.placeOf(arrival);
    const assumed = query.carrying !== undefined && isAssumed(scene, arrival, query.carrying);
    const key = `${place} ${arrival.edge.index} ${arrival.previous.sourceClass} ${String(assumed)}`;
    if (arrived.has(key)) return;
    arrived.add(key);
    const known = arrivals.get(place);
    if (known === undefined) arrivals.set(place, [arrival]);
    else known.push(arrival);
  };
  for (const source of query.sources) {
    if (barrier.blocksSource(source.id)) continue;
    const start = {
      element: source.id,
      passedThrough: query.through === undefined,
      sourceClass: query.classOf(source),
      trace: query.traceOf(source, undefined),
      edge: undefined,
      previous: undefined,
    };
    for (const asset of startAssets(scene, query, source)) enter({ ...start, asset });
  }
  for (const step of waiting) {
    for (const edge of scene.graph.outgoing.get(step.element) ?? []) {
      if (step.edge === undefined && query.entersBy.length > 0 && !query.entersBy.includes(edge.flow.purpose))
        continue;
      const target = scene.architecture.elements.get(edge.to);
      if (target === undefined || target.id === step.element) continue;
      if (barrier.blocksHop(edge)) continue;
      for (const asset of ledOn(scene, step, edge)) {
        if (!query.keeps(edge, asset)) continue;
        const arrival: Arrival = { target, edge, asset, previous: step };
        if (arrives(scene, query, arrival) && !barrier.blocksArrival(arrival)) arrive(arrival);
        if (target.role === 'actor' || !writes(scene.architecture, edge)) continue;
        enter({
          element: target.id,
          asset: remakes(target) ? unnamed : asset,
          passedThrough:
            step.passedThrough ||
            (query.through !== undefined && matchElement(scene, target, query.through) !== undefined),
          sourceClass: step.sourceClass,
          trace: query.traceOf(target, step.trace),
          edge,
          previous: step,
        });
      }
    }
  }
  return { arrivals };
}

/** Content that a source itself hands out, or passes on where the query asks for no particular trust. */
function startAssets(scene: Scene, query: WalkQuery, source: Element): readonly string[] {
  const assets = new Set<string>();
  for (const edge of scene.graph.outgoing.get(source.id) ?? []) {
    for (const asset of scene.graph.origins.carried(edge)) assets.add(asset);
  }
  const states = scene.graph.reach.elements.get(source.id)?.assets;
  return [...assets].filter((asset) => {
    if (query.trust.length > 0 && !bringsDistrust(scene, query.trust, source, asset)) return false;
    if (query.carrying === undefined) return true;
    const state: AssetState = states?.get(asset) ?? own(asset);
    return accepted(scene, state, query.carrying);
  });
}

/** A source of distrust is where such content comes into being, not everything that it has passed. */
function bringsDistrust(scene: Scene, wanted: readonly string[], source: Element, asset: string): boolean {
  if (!scene.graph.origins.originates(source.id, asset)) return false;
  const declared = scene.architecture.data.get(asset)?.trust;
  if (declared !== undefined && wanted.includes(declared)) return true;
  const trust = scene.graph.own.get(source.id)?.trust;
  return trust !== undefined && wanted.includes(trust);
}

function own(asset: string): AssetState {
  return {
    asset,
    trust: 'trusted',
    broughtBy: undefined,
    contains: new Set(asset === unnamed ? [] : [asset]),
  };
}

/** As what the content of a step goes on by an edge: as it is, or made into something by the element. */
function* ledOn(scene: Scene, step: Step, edge: DataEdge): Iterable<string> {
  const element = scene.architecture.elements.get(step.element);
  if (element === undefined) return;
  const carried = scene.graph.origins.carried(edge);
  if (step.edge !== undefined && remakes(element)) {
    yield* carried;
    return;
  }
  if (carried.has(step.asset)) yield step.asset;
  const speaksForItself = element.role === 'actor' || element.kind === 'human-reviewer';
  if (step.edge === undefined || speaksForItself) return;
  for (const asset of scene.graph.origins.madeFor(edge)) if (asset !== step.asset) yield asset;
}

/** Whatever it is given, it writes anew: all its content is one. */
function remakes(element: Element): boolean {
  return element.group === 'model' || element.kind === 'external-agent';
}

/** What the content of a path must be from the first hop to the last. */
type Followed = Pick<WalkQuery, 'trust' | 'carrying'>;

/** Judges each asset on each edge once for all walks of a query: their answers do not depend on the barrier. */
export function rememberKept(scene: Scene, query: Followed): WalkQuery['keeps'] {
  if (query.trust.length === 0 && query.carrying === undefined) return () => true;
  const known = new Map<DataEdge, Map<string, boolean>>();
  return (edge, asset) => {
    let ofEdge = known.get(edge);
    if (ofEdge === undefined) known.set(edge, (ofEdge = new Map()));
    let kept = ofEdge.get(asset);
    if (kept === undefined) ofEdge.set(asset, (kept = keeps(scene, query, edge, asset)));
    return kept;
  };
}

/** Whether the content still has the trust and the kind that the query follows. */
function keeps(scene: Scene, query: Followed, edge: DataEdge, asset: string): boolean {
  const state = scene.graph.reach.elements.get(edge.to)?.assets.get(asset);
  if (query.trust.length > 0) {
    if (edge.format === 'enumerated') return false;
    // Actors and questions to a store keep no state of their own; what left is what arrives.
    const trust = state?.trust ?? scene.graph.reach.flows.get(edge.flow.key)?.trust;
    if (trust !== undefined && !query.trust.includes(trust)) return false;
  }
  return query.carrying === undefined || accepted(scene, stateOn(scene, edge, asset), query.carrying);
}

/** An asset as it arrives by an edge, or as it left where its end keeps no state of it. */
export function stateOn(scene: Scene, edge: DataEdge, asset: string): AssetState {
  const { elements } = scene.graph.reach;
  return elements.get(edge.to)?.assets.get(asset) ?? elements.get(edge.from)?.assets.get(asset) ?? own(asset);
}

function isAssumed(scene: Scene, { edge, asset }: Arrival, condition: DataCondition): boolean {
  return matchAsset(scene, stateOn(scene, edge, asset), condition)?.some((reason) => reason.assumed) ?? false;
}

function accepted(scene: Scene, state: AssetState, condition: DataCondition): boolean {
  const found = matchAsset(scene, state, condition);
  return found !== undefined && (scene.assumptions || !found.some((reason) => reason.assumed));
}

const factsOfTheCall: ReadonlySet<string> = new Set(['sink', 'format', 'modality', 'rights']);

function arrives(scene: Scene, query: WalkQuery, arrival: Arrival): boolean {
  if (query.through !== undefined && !arrival.previous.passedThrough) return false;
  if (query.arrivesBy.length > 0 && !query.arrivesBy.includes(arrival.edge.flow.purpose)) return false;
  // A question to a store puts nothing into it; it matters only to rules that name the hop.
  const namesHop = query.arrivesBy.length > 0 || query.lastHop !== undefined;
  if (!namesHop && asksStore(scene.architecture, arrival.edge)) return false;
  if (!query.isTarget(arrival.target)) return false;
  // `sink` and `format` speak of what goes along, not of the answer.
  const ofTheCall = Object.keys(query.lastHop?.facts ?? {}).some((fact) => factsOfTheCall.has(fact));
  if (ofTheCall && arrival.edge.direction === 'return') return false;
  return query.lastHop === undefined || matchFlow(scene, arrival.edge.flow, query.lastHop) !== undefined;
}

export function sourceOf(arrival: Arrival): string {
  let step = arrival.previous;
  while (step.previous !== undefined) step = step.previous;
  return step.element;
}

export function routeOf(arrival: Arrival): Route {
  const elements: string[] = [arrival.target.id];
  const flows = [arrival.edge.flow];
  let step: Step | undefined = arrival.previous;
  while (step !== undefined) {
    elements.push(step.element);
    if (step.edge !== undefined) flows.push(step.edge.flow);
    step = step.previous;
  }
  return { elements: elements.toReversed(), flows: flows.toReversed() };
}

export function edgesOf(arrival: Arrival): readonly DataEdge[] {
  const edges = [arrival.edge];
  let step: Step | undefined = arrival.previous;
  while (step !== undefined) {
    if (step.edge !== undefined) edges.push(step.edge);
    step = step.previous;
  }
  return edges.toReversed();
}
