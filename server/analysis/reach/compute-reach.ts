import type { Architecture, DataAsset, Element } from '../../model/architecture.ts';
import { classifications } from '../../model/vocabulary/element-keys.ts';
import { modelDrivenKinds } from '../../model/vocabulary/kinds.ts';
import { type AssetState, type ElementReach, type FlowReach, type Reach, type Trust } from '../reach.ts';
import { buildAssetMasks, type AssetMasks } from './asset-masks.ts';
import { findAssetOrigins, groupBySource, type AssetOrigins } from './asset-origins.ts';
import { buildDataEdges, unnamed, writes, type DataEdge } from './data-edges.ts';
import { buildHops, remakes, speaksForItself, type Hops } from './hops.ts';
import { asTrust, leastOf, ownTrust, rank, type OwnTrust } from './own-trust.ts';

/** What the propagation must be told, because it lies outside the graph. */
export interface ReachQuestions {
  /** Effects of an element as far as they are certain. */
  effectsOf(element: Element): readonly string[];
  /** Whether a means stands that lets this asset be trusted although its writers are not. */
  raiseSupported(asset: DataAsset, edge: DataEdge | undefined, holder: string): boolean;
  crossedBy(flowKey: string): readonly string[];
}

/** The graph that path rules walk, with what was computed on it. */
export interface DataGraph {
  readonly edges: readonly DataEdge[];
  readonly outgoing: ReadonlyMap<string, readonly DataEdge[]>;
  edgesOf(flowKey: string): readonly DataEdge[];
  readonly origins: AssetOrigins;
  readonly own: ReadonlyMap<string, OwnTrust>;
  readonly reach: Reach;
  readonly masks: AssetMasks;
  readonly hops: Hops;
}

interface MutableState {
  trust: Trust;
  broughtBy: string | undefined;
  /** Never changed in place, so that states may share it. */
  contains: ReadonlySet<string>;
  /** Contents that were taken in already. */
  readonly taken: Set<ReadonlySet<string>>;
}

type Arriving = Context & Pick<MutableState, 'broughtBy'>;

type States = Map<string, Map<string, MutableState>>;

/**
 * Computes trust and data of every element to a fixpoint. The states only ever fall in trust and grow in
 * content, so that cycles converge and the order of the file does not matter.
 */
export function computeReach(architecture: Architecture, questions: ReachQuestions): DataGraph {
  const edges = buildDataEdges(architecture);
  const outgoing = groupBySource(edges);
  const origins = findAssetOrigins(architecture, edges);
  const own = new Map<string, OwnTrust>();
  for (const element of architecture.elements.values()) {
    const trust = ownTrust(element, questions.effectsOf(element));
    if (trust !== undefined) own.set(element.id, trust);
  }
  const states: States = new Map();
  const work: Propagation = { architecture, origins, own, states, contexts: new Map(), questions };
  seedStores(work);
  const waiting = new Set(architecture.elements.keys());
  for (const source of waiting) {
    waiting.delete(source);
    for (const edge of outgoing.get(source) ?? []) {
      if (move(work, edge)) waiting.add(edge.to);
    }
  }
  const byFlow = groupByFlow(edges);
  const edgesOf = (flowKey: string): readonly DataEdge[] => byFlow.get(flowKey) ?? [];
  const reach = readReach(work, edgesOf);
  const masks = buildAssetMasks(architecture, origins, reach);
  const hops = buildHops(architecture, edges, masks, edgesOf);
  return { edges, outgoing, edgesOf, origins, own, reach, masks, hops };
}

interface Propagation {
  readonly architecture: Architecture;
  readonly origins: AssetOrigins;
  readonly own: ReadonlyMap<string, OwnTrust>;
  readonly states: States;
  /** What is made of all that an element has received, until it receives more. */
  readonly contexts: Map<string, { readonly context: Context; readonly made: Map<string, Context> }>;
  readonly questions: ReachQuestions;
}

interface Context {
  readonly trust: Trust;
  readonly contains: ReadonlySet<string>;
}

/** What a store holds is there before anything flows. */
function seedStores(work: Propagation): void {
  for (const element of work.architecture.elements.values()) {
    for (const held of element.facts.get('holds')?.values ?? []) {
      if (!work.origins.originates(element.id, held.text)) continue;
      const trust = work.own.get(element.id)?.trust ?? 'trusted';
      const asset = work.architecture.data.get(held.text);
      merge(work, element.id, held.text, {
        trust: withDeclaration(work, asset, trust, undefined, element.id),
        broughtBy: undefined,
        contains: new Set([held.text]),
      });
    }
  }
}

/** Moves all assets of an edge; whether anything at its end changed. */
function move(work: Propagation, edge: DataEdge): boolean {
  const target = work.architecture.elements.get(edge.to);
  const source = work.architecture.elements.get(edge.from);
  if (target === undefined || source === undefined || !writes(work.architecture, edge)) return false;
  let arrives = false;
  let changed = false;
  for (const asset of work.origins.carried(edge)) {
    const sent = emit(work, source, asset);
    if (sent === undefined) continue;
    arrives = true;
    const data = work.architecture.data.get(asset);
    const trust =
      edge.format === 'enumerated' ? 'trusted' : withDeclaration(work, data, sent.trust, edge, edge.to);
    changed = merge(work, edge.to, asset, { ...sent, trust, broughtBy: edge.flow.key }) || changed;
  }
  // Content held under another name is made of what comes in, be it no news to the store itself.
  if (arrives && target.shape === 'store') changed = spreadToHeld(work, target) || changed;
  return changed;
}

/**
 * The asset as it leaves an element: passed on as it came, derived from the context, or the element's own.
 * Absent while an asset that others bring has not arrived yet: guessing it would depend on the order.
 */
function emit(work: Propagation, source: Element, asset: string): Context | undefined {
  const known = work.states.get(source.id)?.get(asset);
  const passed = remakes(source) ? undefined : known;
  // What a store holds leaves as it lies there; what else it holds does not stick to it.
  const isHeld = source.shape === 'store' && holds(source, asset);
  if (!remakes(source) && (isHeld || !work.origins.originates(source.id, asset))) {
    return passed === undefined ? undefined : { trust: passed.trust, contains: passed.contains };
  }
  const made = make(work, source, asset);
  // What is made of all that is there contains what has passed already.
  if (passed === undefined || !speaksForItself(source)) return made;
  return {
    trust: leastOf(made.trust, passed.trust),
    contains: new Set([...made.contains, ...passed.contains]),
  };
}

function holds(element: Element, asset: string): boolean {
  return element.facts.get('holds')?.values.some(({ text }) => text === asset) ?? false;
}

/** Content made at an element of all that is there. */
function make(work: Propagation, source: Element, asset: string): Context {
  const named = asset === unnamed ? [] : [asset];
  if (speaksForItself(source)) {
    return { trust: work.own.get(source.id)?.trust ?? 'semi-trusted', contains: new Set(named) };
  }
  let known = work.contexts.get(source.id);
  if (known === undefined) {
    known = { context: contextOf(work, source, () => true), made: new Map() };
    work.contexts.set(source.id, known);
  }
  let made = known.made.get(asset);
  if (made === undefined) {
    const { trust, contains } = known.context;
    known.made.set(asset, (made = { trust, contains: new Set([...named, ...contains]) }));
  }
  return made;
}

/** Trust and content of all that is at an element, or of what `counts` of it. */
function contextOf(work: Propagation, source: Element, counts: (received: string) => boolean): Context {
  const contains = new Set<string>();
  let trust: Trust = work.own.get(source.id)?.trust ?? 'trusted';
  if (remakesBelowTrust(source)) trust = leastOf(trust, 'semi-trusted');
  for (const [received, state] of work.states.get(source.id) ?? []) {
    if (!counts(received)) continue;
    trust = leastOf(trust, state.trust);
    if (received !== unnamed) contains.add(received);
    for (const inside of state.contains) contains.add(inside);
  }
  return { trust, contains };
}

/** What a model writes is never trusted by itself. Vectors and scores are not text that anybody obeys. */
function remakesBelowTrust(element: Element): boolean {
  return (
    modelDrivenKinds.has(element.kind) ||
    element.kind === 'image-model' ||
    element.kind === 'speech-model' ||
    element.kind === 'ai-service'
  );
}

function spreadToHeld(work: Propagation, store: Element): boolean {
  let changed = false;
  for (const held of store.facts.get('holds')?.values ?? []) {
    if (!work.origins.originates(store.id, held.text)) continue;
    const context = contextOf(work, store, (received) => work.origins.isBrought(store.id, received));
    const contains = new Set([held.text, ...context.contains]);
    const data = work.architecture.data.get(held.text);
    const trust = withDeclaration(work, data, context.trust, undefined, store.id);
    changed = merge(work, store.id, held.text, { trust, contains, broughtBy: undefined }) || changed;
  }
  return changed;
}

/** A declaration on the data may lower; it raises only where evidence or a control says by what means. */
function withDeclaration(
  work: Propagation,
  data: DataAsset | undefined,
  computed: Trust,
  edge: DataEdge | undefined,
  holder: string,
): Trust {
  const declared = asTrust(data?.trust);
  if (data === undefined || declared === undefined) return computed;
  if (rank(declared) <= rank(computed)) return declared;
  const supported = data.facts.has('evidence') || work.questions.raiseSupported(data, edge, holder);
  return supported ? declared : computed;
}

/** Adds content to what is at an element; whether anything changed. */
function merge(work: Propagation, element: string, asset: string, incoming: Arriving): boolean {
  const changed = mergeInto(work.states, element, asset, incoming);
  if (changed) work.contexts.delete(element);
  return changed;
}

function mergeInto(all: States, element: string, asset: string, incoming: Arriving): boolean {
  let states = all.get(element);
  if (states === undefined) all.set(element, (states = new Map<string, MutableState>()));
  const known = states.get(asset);
  if (known === undefined) {
    const { trust, broughtBy, contains } = incoming;
    states.set(asset, { trust, broughtBy, contains, taken: new Set([contains]) });
    return true;
  }
  let changed = false;
  if (rank(incoming.trust) < rank(known.trust)) {
    known.trust = incoming.trust;
    known.broughtBy = incoming.broughtBy;
    changed = true;
  }
  if (known.taken.has(incoming.contains)) return changed;
  known.taken.add(incoming.contains);
  const news = [...incoming.contains].filter((inside) => !known.contains.has(inside));
  if (news.length === 0) return changed;
  known.contains = new Set([...known.contains, ...news]);
  return true;
}

function groupByFlow(edges: readonly DataEdge[]): ReadonlyMap<string, readonly DataEdge[]> {
  const byFlow = new Map<string, DataEdge[]>();
  for (const edge of edges) {
    const list = byFlow.get(edge.flow.key) ?? [];
    list.push(edge);
    byFlow.set(edge.flow.key, list);
  }
  return byFlow;
}

function readReach(work: Propagation, edgesOf: (flowKey: string) => readonly DataEdge[]): Reach {
  const elements = new Map<string, ElementReach>();
  for (const element of work.architecture.elements.values()) {
    elements.set(element.id, readElement(work, element));
  }
  const flows = new Map<string, FlowReach>();
  for (const flow of work.architecture.flows) {
    flows.set(flow.key, readFlow(work, edgesOf(flow.key), work.questions.crossedBy(flow.key)));
  }
  return { elements, flows };
}

function readElement(work: Propagation, element: Element): ElementReach {
  const assets = new Map<string, AssetState>();
  const own = work.own.get(element.id);
  let trust: Trust = own?.trust ?? 'trusted';
  let because = own?.because ?? `nothing untrusted reaches "${element.id}"`;
  const states = element.role === 'actor' ? [] : (work.states.get(element.id) ?? []);
  for (const [asset, state] of states) {
    const { broughtBy, contains } = state;
    assets.set(asset, { asset, trust: state.trust, broughtBy, contains });
    if (rank(state.trust) < rank(trust)) {
      trust = state.trust;
      because = sentenceFor(asset, state);
    }
  }
  return { trust, because, assets, ...contentsOf(work, assets.values()) };
}

function sentenceFor(asset: string, state: MutableState): string {
  const what = asset === unnamed ? 'content' : `"${asset}"`;
  return state.broughtBy === undefined
    ? `${what} is kept there and is ${state.trust}`
    : `${what} arrives by "${state.broughtBy}" and is ${state.trust}`;
}

function readFlow(work: Propagation, edges: readonly DataEdge[], crosses: readonly string[]): FlowReach {
  let trust: Trust = 'trusted';
  const moved: AssetState[] = [];
  const names = { forward: new Set<string>(), return: new Set<string>() };
  for (const edge of edges) {
    const source = work.architecture.elements.get(edge.from);
    if (source === undefined) continue;
    for (const asset of work.origins.carried(edge)) {
      const sent = emit(work, source, asset) ?? make(work, source, asset);
      const data = work.architecture.data.get(asset);
      const arriving = withDeclaration(work, data, sent.trust, edge, edge.to);
      trust = leastOf(trust, edge.format === 'enumerated' ? 'trusted' : arriving);
      moved.push({ asset, broughtBy: undefined, ...sent });
      if (asset !== unnamed) names[edge.direction].add(asset);
    }
  }
  return {
    trust,
    ...contentsOf(work, moved),
    carries: [...names.forward],
    returns: [...names.return],
    crosses,
  };
}

const classificationOrder: readonly string[] = classifications.map((word) => word.name);

/** An asset's own classification speaks for it; what is inside speaks where it says nothing. Tags inside count. */
function contentsOf(
  work: Propagation,
  states: Iterable<AssetState>,
): Pick<ElementReach, 'classification' | 'tags'> {
  let highest = -1;
  const tags = new Set<string>();
  const classify = (data: DataAsset | undefined): void => {
    highest = Math.max(highest, classificationOrder.indexOf(data?.classification ?? ''));
  };
  const tag = (data: DataAsset | undefined): void => {
    for (const name of data?.tags ?? []) tags.add(name);
  };
  for (const state of states) {
    const data = work.architecture.data.get(state.asset);
    classify(data);
    tag(data);
    for (const id of state.contains) {
      const inside = work.architecture.data.get(id);
      tag(inside);
      if (data?.classification === undefined) classify(inside);
    }
  }
  return { classification: classificationOrder[highest], tags };
}
