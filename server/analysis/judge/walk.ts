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

/** A breadth-first walk over pairs of element and content: the first arrival at a place is a shortest one. */
export function walk(scene: Scene, query: WalkQuery, barrier: Barrier): WalkResult {
  const seen = new Set<string>();
  const waiting: Step[] = [];
  const arrivals = new Map<string, Arrival[]>();
  const arrived = new Set<string>();
  const enter = (step: Step): void => {
    // A source that others reach, too, is both a start and a stop on the way: its hops are bound differently.
    const at = step.edge === undefined ? 'start' : step.passedThrough ? 'through' : 'before';
    const key = [step.element, step.asset, at, step.sourceClass, step.trace].join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    waiting.push(step);
  };
  const arrive = (arrival: Arrival): void => {
    const place = query.placeOf(arrival);
    const assumed = query.carrying !== undefined && isAssumed(scene, arrival, query.carrying);
    const key = [place, arrival.edge.index, arrival.previous.sourceClass, String(assumed)].join(' ');
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
      for (const asset of scene.graph.origins.carried(edge)) {
        if (!leadsOn(scene, step, asset) || !keeps(scene, query, edge, asset)) continue;
        const arrival: Arrival = { target, edge, asset, previous: step };
        if (arrives(scene, query, arrival) && !barrier.blocksArrival(arrival)) arrive(arrival);
        if (target.role === 'actor' || !writes(scene.architecture, edge)) continue;
        enter({
          element: target.id,
          asset,
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

/** Whether the content of a step goes on as `asset`: as it is, or made into it by the element. */
function leadsOn(scene: Scene, step: Step, asset: string): boolean {
  const element = scene.architecture.elements.get(step.element);
  if (element === undefined) return false;
  // Vectors and scores carry no instructions from one caller to the other.
  const onlyMeasures = element.kind === 'embedding-model' || element.kind === 'reranker';
  const remakes = (element.group === 'model' && !onlyMeasures) || element.kind === 'external-agent';
  if (remakes && step.edge !== undefined) return true;
  if (onlyMeasures) return asset === step.asset;
  if (asset === step.asset) return true;
  if (step.edge === undefined) return false;
  const speaksForItself = element.role === 'actor' || element.kind === 'human-reviewer';
  return !speaksForItself && scene.graph.origins.originates(element.id, asset);
}

/** Whether the content still has the trust and the kind that the query follows. */
function keeps(scene: Scene, query: WalkQuery, edge: DataEdge, asset: string): boolean {
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

function arrives(scene: Scene, query: WalkQuery, arrival: Arrival): boolean {
  if (query.through !== undefined && !arrival.previous.passedThrough) return false;
  if (query.arrivesBy.length > 0 && !query.arrivesBy.includes(arrival.edge.flow.purpose)) return false;
  // A question to a store puts nothing into it; it matters only to rules that name the hop.
  const namesHop = query.arrivesBy.length > 0 || query.lastHop !== undefined;
  if (!namesHop && asksStore(scene.architecture, arrival.edge)) return false;
  if (!query.isTarget(arrival.target)) return false;
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
