import type { ElementCondition } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import { matchElement } from '../match/element.ts';
import { addTo, both, copyOf, isEmpty, isWithin, without, type AssetSet } from '../reach/asset-set.ts';
import { unnamed, type DataEdge } from '../reach/data-edges.ts';
import type { Hop } from '../reach/hops.ts';
import type { Scene } from '../scene.ts';
import type { Following, Kept } from './followed.ts';
import type { Passages } from './passages.ts';
import type { Route } from './verdict.ts';

/** What a walk over the data flow looks for. */
export interface WalkQuery {
  readonly sources: readonly Element[];
  readonly startsWith: Following['startsWith'];
  readonly passages: Passages;
  readonly entersBy: readonly string[];
  readonly through: ElementCondition | undefined;
  /** Names the place at which an arrival is reported. */
  readonly placeOf: (arrival: Omit<Arrival, 'asset'>) => string;
  /** Sources that the rule tells apart are walked from apart; a walk from all others goes on as one. */
  readonly classOf: (source: Element) => string;
  /** Whether the trace is the source, which is the place: enough is known of it after so many last hops. */
  readonly arrivalsPerSource: number;
  /** What of the way so far decides the place of a later arrival: ways that differ in it are kept apart. */
  readonly traceOf: (element: Element, before: string | undefined) => string;
}

/** Content at one element, with the hop that brought it. What goes the same way goes in one step. */
export interface Step {
  readonly element: string;
  readonly number: number;
  readonly assets: AssetSet;
  readonly lane: Lane;
  /** Number of the element whose call it belongs to while it is in a model; see `exchange.ts`. */
  readonly caller: number;
  readonly edge: DataEdge | undefined;
  readonly previous: Step | undefined;
}

/** Ways that are told apart from others, with what was seen of them. */
export interface Lane {
  /** A source that others reach, too, is both a start and a stop on the way: its hops are bound differently. */
  readonly isStart: boolean;
  readonly passedThrough: boolean;
  readonly sourceClass: string;
  readonly trace: string;
  /** Content by element, and by caller within a model. */
  readonly seen: Map<number, AssetSet>;
  /** Last hops by which an arrival is known, by number, the assumed ones apart from the certain ones. */
  readonly arrived: Set<number>;
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
  blocksArrival(hop: Hop): boolean;
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

/** The caller of content that belongs to no call. */
const nobody = -1;

/** A breadth-first walk over pairs of element and content: the first arrival at a place is a shortest one. */
export function walk(scene: Scene, query: WalkQuery, barrier: Barrier): WalkResult {
  const { masks, hops } = scene.graph;
  const { passages } = query;
  const lanes = rememberLanes(scene, query);
  const { arrivals, arrive } = collectArrivals(scene, query, barrier);
  const waiting: Step[] = [];
  const enter = (step: Omit<Step, 'assets'>, assets: AssetSet): void => {
    const { element, number, lane, caller, edge, previous } = step;
    const news = newTo(lane.seen, number * (hops.numbers.size + 1) + caller + 1, assets);
    if (news !== undefined) waiting.push({ element, number, assets: news, lane, caller, edge, previous });
  };
  for (const source of query.sources) {
    const number = hops.numbers.get(source.id) ?? nobody;
    if (barrier.blocksSource(source.id) || !passages.leadsFrom(number)) continue;
    const lane = lanes.first(source);
    const start = { element: source.id, number, lane, caller: nobody, edge: undefined, previous: undefined };
    enter(start, query.startsWith(source));
  }
  const led = copyOf(masks.unnamed);
  for (const step of waiting) {
    if ((arrivals.get(step.lane.trace)?.length ?? 0) >= query.arrivalsPerSource) continue;
    for (const hop of hops.leaving[step.number] ?? []) {
      const { edge, target, targetNumber } = hop;
      const isEnd = passages.isEnd(hop);
      const leadsOn = passages.leadsOn(hop);
      if ((!isEnd && !leadsOn) || isBarred(query, step, hop) || barrier.blocksHop(edge)) continue;
      const kept = passages.keeps(edge);
      if (!lead(led, step, hop, kept.all)) continue;
      if (isEnd) arrive(step, hop, kept, led);
      if (!leadsOn) continue;
      const lane = lanes.next(step.lane, target);
      const caller = callerAfter(step, hop);
      enter(
        { element: target.id, number: targetNumber, lane, caller, edge, previous: step },
        hop.isRemade ? masks.unnamed : led,
      );
    }
  }
  return { arrivals };
}

/** What of the assets was not seen yet. */
function newTo(seen: Lane['seen'], where: number, assets: AssetSet): AssetSet | undefined {
  const known = seen.get(where);
  if (known === undefined) {
    if (isEmpty(assets)) return undefined;
    seen.set(where, copyOf(assets));
    return copyOf(assets);
  }
  if (isWithin(assets, known)) return undefined;
  const news = without(assets, known);
  addTo(known, news);
  return news;
}

/** Whether the content may not leave by the hop: a source by another purpose, an answer to another than who called. */
function isBarred({ entersBy }: WalkQuery, { edge, caller }: Step, hop: Hop): boolean {
  if (edge === undefined && entersBy.length > 0 && !entersBy.includes(hop.edge.flow.purpose)) return true;
  return hop.exchange.answers && caller !== nobody && caller !== hop.targetNumber;
}

function callerAfter({ caller, number }: Step, { exchange }: Hop): number {
  switch (exchange.belongsTo) {
    case 'nobody':
      return nobody;
    case 'same':
      return caller;
    case 'source':
      return number;
  }
}

/** Fills in as what the content of a step goes on: as it is, or made into something; whether anything does. */
function lead(led: AssetSet, step: Step, hop: Hop, kept: AssetSet): boolean {
  const passes = step.edge === undefined ? 'all' : hop.passes;
  let found = 0;
  for (let at = 0; at < led.length; at += 1) {
    const there = step.assets[at] ?? 0;
    const leaves = passes === 'all' ? there : passes === 'and-made' ? there | (hop.made[at] ?? 0) : -1;
    const word = leaves & (kept[at] ?? 0);
    led[at] = word;
    found |= word;
  }
  return found !== 0;
}

interface Lanes {
  first(source: Element): Lane;
  /** The lane in which content goes on that has come to a target. */
  next(lane: Lane, target: Element): Lane;
}

function rememberLanes(scene: Scene, { through, traceOf, classOf }: WalkQuery): Lanes {
  const lanes = new Map<string, Lane>();
  const laneFor = (traits: Omit<Lane, 'seen' | 'arrived'>): Lane => {
    const { isStart, passedThrough, sourceClass, trace } = traits;
    const key = `${isStart ? 'start' : passedThrough ? 'through' : 'before'} ${sourceClass} ${trace}`;
    let lane = lanes.get(key);
    if (lane === undefined) lanes.set(key, (lane = { ...traits, seen: new Map(), arrived: new Set() }));
    return lane;
  };
  return {
    first: (source) =>
      laneFor({
        isStart: true,
        passedThrough: through === undefined,
        sourceClass: classOf(source),
        trace: traceOf(source, undefined),
      }),
    next: (lane, target) => {
      const trace = traceOf(target, lane.trace);
      const passedThrough =
        lane.passedThrough || (through !== undefined && matchElement(scene, target, through) !== undefined);
      if (!lane.isStart && passedThrough === lane.passedThrough && trace === lane.trace) return lane;
      return laneFor({ isStart: false, passedThrough, sourceClass: lane.sourceClass, trace });
    },
  };
}

interface ArrivalCollection {
  readonly arrivals: ReadonlyMap<string, readonly Arrival[]>;
  readonly arrive: (previous: Step, hop: Hop, kept: Kept, assets: AssetSet) => void;
}

function collectArrivals(scene: Scene, query: WalkQuery, barrier: Barrier): ArrivalCollection {
  const arrivals = new Map<string, Arrival[]>();
  const known = new Set<string>();
  const add = (previous: Step, hop: Hop, assets: AssetSet, isAssumed: boolean): void => {
    const { target, edge } = hop;
    const { lane } = previous;
    const number = edge.index * 2 + Number(isAssumed);
    if (lane.arrived.has(number) || isEmpty(assets)) return;
    lane.arrived.add(number);
    const place = query.placeOf({ target, edge, previous });
    const key = `${place} ${String(number)} ${lane.sourceClass}`;
    if (known.has(key) || barrier.blocksArrival(hop)) return;
    known.add(key);
    const arrival = { target, edge, asset: scene.graph.masks.numbers.firstIn(assets) ?? unnamed, previous };
    const there = arrivals.get(place);
    if (there === undefined) arrivals.set(place, [arrival]);
    else there.push(arrival);
  };
  return {
    arrivals,
    arrive: (previous, hop, kept, assets) => {
      if (!previous.lane.passedThrough) return;
      if (kept.certain === kept.all) add(previous, hop, assets, false);
      else {
        add(previous, hop, both(assets, kept.certain), false);
        add(previous, hop, without(assets, kept.certain), true);
      }
    },
  };
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
