import type { DataCondition, ElementCondition, FlowCondition } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import { matchAsset } from '../match/data.ts';
import { matchElement } from '../match/element.ts';
import { matchFlow } from '../match/flow.ts';
import { remembered } from '../reach/asset-masks.ts';
import { both, either, isEmpty, without, type AssetSet } from '../reach/asset-set.ts';
import { asksStore, unnamed, type DataEdge } from '../reach/data-edges.ts';
import { trustOrder, type AssetState } from '../reach.ts';
import type { Scene } from '../scene.ts';
import { answersAnother, callerAfter } from './exchange.ts';
import type { Route } from './verdict.ts';

/** What a walk over the data flow looks for. */
export interface WalkQuery {
  readonly sources: readonly Element[];
  /** Trust that the content must have from the first hop to the last; empty means any. */
  readonly trust: readonly string[];
  readonly carrying: DataCondition | undefined;
  readonly entersBy: readonly string[];
  readonly through: ElementCondition | undefined;
  /** Whether a hop can be the last one; `rememberEnds` makes it. */
  readonly endsWith: (edge: DataEdge) => boolean;
  /** What of the content still has the trust and the kind that the query follows; `rememberKept` makes it. */
  readonly keeps: (edge: DataEdge) => Kept;
  /** Names the place at which an arrival is reported. */
  readonly placeOf: (arrival: Omit<Arrival, 'asset'>) => string;
  /** Sources that the rule tells apart are walked from apart; a walk from all others goes on as one. */
  readonly classOf: (source: Element) => string;
  /** Whether the trace is the source, which is the place: enough is known of it after so many last hops. */
  readonly arrivalsPerSource: number;
  /** What of the way so far decides the place of a later arrival: ways that differ in it are kept apart. */
  readonly traceOf: (element: Element, before: string | undefined) => string;
}

/** Assets that an edge may bring as far as the query follows them, and those of them that follow for certain. */
export interface Kept {
  readonly all: AssetSet;
  readonly certain: AssetSet;
}

/** Content at one element, with the hop that brought it. What goes the same way goes in one step. */
export interface Step {
  readonly element: string;
  readonly assets: AssetSet;
  readonly passedThrough: boolean;
  readonly sourceClass: string;
  readonly trace: string;
  /** Whose call it belongs to while it is in a model; see `exchange.ts`. */
  readonly caller: string | undefined;
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
  blocksArrival(arrival: Omit<Arrival, 'asset'>): boolean;
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

/** Content by element, and by caller within a model. */
type Seen = Map<string, AssetSet>;

/** A breadth-first walk over pairs of element and content: the first arrival at a place is a shortest one. */
export function walk(scene: Scene, query: WalkQuery, barrier: Barrier): WalkResult {
  const { masks } = scene.graph;
  const tables = new Map<string, Seen>();
  const waiting: Step[] = [];
  const arrivals = new Map<string, Arrival[]>();
  const arrived = new Set<string>();
  const seenBy = (isStart: boolean, { passedThrough, sourceClass, trace }: Omit<Step, 'seen'>): Seen => {
    // A source that others reach, too, is both a start and a stop on the way: its hops are bound differently.
    const key = `${isStart ? 'start' : passedThrough ? 'through' : 'before'} ${sourceClass} ${trace}`;
    let table = tables.get(key);
    if (table === undefined) tables.set(key, (table = new Map<string, AssetSet>()));
    return table;
  };
  const enter = (step: Omit<Step, 'seen'>): void => {
    const before = step.previous;
    const isSameWay =
      before?.edge !== undefined &&
      before.passedThrough === step.passedThrough &&
      before.trace === step.trace;
    const seen = isSameWay ? before.seen : seenBy(step.edge === undefined, step);
    const where = step.caller === undefined ? step.element : `${step.element} ${step.caller}`;
    const known = seen.get(where);
    const assets = known === undefined ? step.assets : without(step.assets, known);
    if (isEmpty(assets)) return;
    seen.set(where, known === undefined ? assets : either(known, assets));
    waiting.push({ ...step, assets, seen });
  };
  const arrive = (arrival: Omit<Arrival, 'asset'>, assets: AssetSet, certainty: string): void => {
    if (isEmpty(assets)) return;
    const place = query.placeOf(arrival);
    const key = `${place} ${arrival.edge.index} ${arrival.previous.sourceClass} ${certainty}`;
    if (arrived.has(key) || barrier.blocksArrival(arrival)) return;
    arrived.add(key);
    const [asset = unnamed] = masks.numbers.namesIn(assets);
    const known = arrivals.get(place);
    if (known === undefined) arrivals.set(place, [{ ...arrival, asset }]);
    else known.push({ ...arrival, asset });
  };
  for (const source of query.sources) {
    if (barrier.blocksSource(source.id)) continue;
    enter({
      element: source.id,
      assets: masks.numbers.setOf(startAssets(scene, query, source)),
      passedThrough: query.through === undefined,
      sourceClass: query.classOf(source),
      trace: query.traceOf(source, undefined),
      caller: undefined,
      edge: undefined,
      previous: undefined,
    });
  }
  for (const step of waiting) {
    const element = scene.architecture.elements.get(step.element);
    if (element === undefined || (arrivals.get(step.trace)?.length ?? 0) >= query.arrivalsPerSource) continue;
    for (const edge of scene.graph.outgoing.get(step.element) ?? []) {
      if (step.edge === undefined && query.entersBy.length > 0 && !query.entersBy.includes(edge.flow.purpose))
        continue;
      const target = scene.architecture.elements.get(edge.to);
      if (target === undefined || target.id === step.element) continue;
      if (answersAnother(element, step.caller, edge, target) || barrier.blocksHop(edge)) continue;
      const kept = query.keeps(edge);
      const led = both(ledOn(scene, element, step, edge), kept.all);
      if (isEmpty(led)) continue;
      if (query.endsWith(edge) && (query.through === undefined || step.passedThrough)) {
        const arrival = { target, edge, previous: step };
        if (kept.certain === kept.all) arrive(arrival, led, 'certain');
        else {
          arrive(arrival, both(led, kept.certain), 'certain');
          arrive(arrival, without(led, kept.certain), 'assumed');
        }
      }
      if (!masks.goesOn(edge)) continue;
      enter({
        element: target.id,
        assets: remakes(target) ? masks.unnamed : led,
        passedThrough:
          step.passedThrough ||
          (query.through !== undefined && matchElement(scene, target, query.through) !== undefined),
        sourceClass: step.sourceClass,
        trace: query.traceOf(target, step.trace),
        caller: callerAfter(scene, element, step.caller, edge, target),
        edge,
        previous: step,
      });
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
function ledOn({ graph }: Scene, element: Element, step: Step, edge: DataEdge): AssetSet {
  const carried = graph.masks.carried(edge);
  if (step.edge !== undefined && remakes(element)) return carried;
  const passed = both(step.assets, carried);
  const speaksForItself = element.role === 'actor' || element.kind === 'human-reviewer';
  return step.edge === undefined || speaksForItself ? passed : either(passed, graph.masks.made(edge));
}

/** Whatever it is given, it writes anew: all its content is one. */
function remakes(element: Element): boolean {
  return element.group === 'model' || element.kind === 'external-agent';
}

/** What the content of a path must be from the first hop to the last. */
type Followed = Pick<WalkQuery, 'trust' | 'carrying'>;

/** Judges the content of each edge once for all walks of a query: the answers do not depend on the barrier. */
export function rememberKept(scene: Scene, { trust, carrying }: Followed): WalkQuery['keeps'] {
  const { masks, origins } = scene.graph;
  const levels = trustOrder.filter((level) => trust.includes(level));
  return remembered((edge): Kept => {
    const carried = masks.carried(edge);
    const trusted =
      trust.length === 0
        ? carried
        : edge.format === 'enumerated'
          ? masks.numbers.setOf([])
          : levels.map((level) => masks.trusted(edge, level)).reduce(either, masks.numbers.setOf([]));
    if (carrying === undefined) return { all: trusted, certain: trusted };
    const fitting = [...origins.carried(edge)].flatMap((asset) => {
      const found = matchAsset(scene, stateOn(scene, edge, asset), carrying);
      return found === undefined ? [] : [{ asset, isAssumed: found.some((reason) => reason.assumed) }];
    });
    const certain = masks.numbers.setOf(
      fitting.filter(({ isAssumed }) => !isAssumed).map(({ asset }) => asset),
    );
    const all = scene.assumptions ? masks.numbers.setOf(fitting.map(({ asset }) => asset)) : certain;
    return { all: both(trusted, all), certain };
  });
}

/** An asset as it arrives by an edge, or as it left where its end keeps no state of it. */
export function stateOn(scene: Scene, edge: DataEdge, asset: string): AssetState {
  const { elements } = scene.graph.reach;
  return elements.get(edge.to)?.assets.get(asset) ?? elements.get(edge.from)?.assets.get(asset) ?? own(asset);
}

function accepted(scene: Scene, state: AssetState, condition: DataCondition): boolean {
  const found = matchAsset(scene, state, condition);
  return found !== undefined && (scene.assumptions || !found.some((reason) => reason.assumed));
}

const factsOfTheCall: ReadonlySet<string> = new Set(['sink', 'format', 'modality', 'rights']);

/** What a hop must be for a path to end with it. */
export interface PathEnd {
  readonly isTarget: (element: Element) => boolean;
  readonly arrivesBy: readonly string[];
  readonly lastHop: FlowCondition | undefined;
}

/** Judges each edge once for all walks of a query. */
export function rememberEnds(scene: Scene, { isTarget, arrivesBy, lastHop }: PathEnd): WalkQuery['endsWith'] {
  // `sink` and `format` speak of what goes along, not of the answer.
  const isOfTheCall = Object.keys(lastHop?.facts ?? {}).some((fact) => factsOfTheCall.has(fact));
  const namesHop = arrivesBy.length > 0 || lastHop !== undefined;
  return remembered((edge) => {
    const target = scene.architecture.elements.get(edge.to);
    if (target === undefined || !isTarget(target)) return false;
    if (arrivesBy.length > 0 && !arrivesBy.includes(edge.flow.purpose)) return false;
    // A question to a store puts nothing into it; it matters only to rules that name the hop.
    if (!namesHop && asksStore(scene.architecture, edge)) return false;
    if (isOfTheCall && edge.direction === 'return') return false;
    return lastHop === undefined || matchFlow(scene, edge.flow, lastHop) !== undefined;
  });
}

export function sourceOf(arrival: Pick<Arrival, 'previous'>): string {
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
