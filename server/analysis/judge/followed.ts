import type { DataCondition } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import { matchAsset } from '../match/data.ts';
import { remembered } from '../reach/asset-masks.ts';
import { both, either, isEmpty, without, type AssetSet } from '../reach/asset-set.ts';
import { unnamed, type DataEdge } from '../reach/data-edges.ts';
import { trustOrder, type AssetState } from '../reach.ts';
import type { Scene } from '../scene.ts';

/** What the content of a path must be from the first hop to the last. */
export interface FollowedContent {
  /** Empty means any. */
  readonly trust: readonly string[];
  readonly carrying: DataCondition | undefined;
}

/** What of the content that moves is followed. Rules that follow the same share the answers. */
export interface Following {
  /** What an edge brings of it. */
  readonly keeps: (edge: DataEdge) => Kept;
  /** What a source itself hands out of it, or passes on where no particular trust is asked for. */
  readonly startsWith: (source: Element) => AssetSet;
}

/** Assets that an edge may bring as far as a walk follows them, and those of them that follow for certain. */
export interface Kept {
  readonly all: AssetSet;
  readonly certain: AssetSet;
  readonly isNothing: boolean;
}

export function follow(scene: Scene, content: FollowedContent): Following {
  const known = scene.assumptions ? scene.memory.following.assuming : scene.memory.following.certain;
  const key = JSON.stringify([content.trust, content.carrying]);
  let following = known.get(key);
  if (following === undefined) {
    following = { keeps: rememberKept(scene, content), startsWith: rememberStart(scene, content) };
    known.set(key, following);
  }
  return following;
}

/** Judges the content of each edge once. */
function rememberKept(scene: Scene, { trust, carrying }: FollowedContent): Following['keeps'] {
  const { masks } = scene.graph;
  const nothing = masks.numbers.setOf([]);
  const levels = trustOrder.filter((level) => trust.includes(level));
  const fitsOn = carrying === undefined ? undefined : rememberFits(scene, carrying);
  return remembered((edge): Kept => {
    const trusted =
      trust.length === 0
        ? masks.carried(edge)
        : edge.format === 'enumerated'
          ? nothing
          : levels.map((level) => masks.trusted(edge, level)).reduce(either, nothing);
    if (fitsOn === undefined || isEmpty(trusted)) {
      return { all: trusted, certain: trusted, isNothing: isEmpty(trusted) };
    }
    const { certain, possible } = fitsOn(edge);
    const all = both(trusted, scene.assumptions ? possible : certain);
    return { all, certain, isNothing: isEmpty(all) };
  });
}

/** Which assets are known in some state, and which of them are what is carried in that state. */
interface Fits {
  readonly known: AssetSet;
  readonly certain: AssetSet;
  /** With those that are so by assumption. */
  readonly possible: AssetSet;
}

/** Judges each asset once at each element; the states on an edge are chosen as `stateOn` does. */
function rememberFits(scene: Scene, carrying: DataCondition): (edge: DataEdge) => Fits {
  const { reach, masks } = scene.graph;
  const fitsOf = (states: readonly AssetState[]): Fits => {
    const judged = states.map((state) => ({ asset: state.asset, fit: fitOf(scene, state, carrying) }));
    const those = (fits: (fit: Fit) => boolean): AssetSet =>
      masks.numbers.setOf(judged.filter(({ fit }) => fits(fit)).map(({ asset }) => asset));
    return {
      known: those(() => true),
      certain: those((fit) => fit === 'certain'),
      possible: those((fit) => fit !== 'no'),
    };
  };
  const atElement = rememberedById((id) => fitsOf([...(reach.elements.get(id)?.assets.values() ?? [])]));
  const unseen = fitsOf([unnamed, ...scene.architecture.data.keys()].map(own));
  const leaving = rememberedById((id) => overlaid(atElement(id), unseen));
  return (edge) => overlaid(atElement(edge.to), leaving(edge.from));
}

function overlaid(upper: Fits, lower: Fits): Fits {
  return {
    known: either(upper.known, lower.known),
    certain: either(upper.certain, without(lower.certain, upper.known)),
    possible: either(upper.possible, without(lower.possible, upper.known)),
  };
}

function rememberedById(make: (id: string) => Fits): (id: string) => Fits {
  const known = new Map<string, Fits>();
  return (id) => {
    let fits = known.get(id);
    if (fits === undefined) known.set(id, (fits = make(id)));
    return fits;
  };
}

type Fit = 'certain' | 'assumed' | 'no';

/** Whether an asset as it is at some place is what is carried. */
function fitOf(scene: Scene, state: AssetState, carrying: DataCondition | undefined): Fit {
  const found = carrying === undefined ? [] : matchAsset(scene, state, carrying);
  if (found === undefined) return 'no';
  return found.some((reason) => reason.assumed) ? 'assumed' : 'certain';
}

function rememberStart(scene: Scene, content: FollowedContent): Following['startsWith'] {
  const known = new Map<Element, AssetSet>();
  return (source) => {
    let start = known.get(source);
    if (start === undefined) {
      start = scene.graph.masks.numbers.setOf(startAssets(scene, content, source));
      known.set(source, start);
    }
    return start;
  };
}

function startAssets(scene: Scene, { trust, carrying }: FollowedContent, source: Element): readonly string[] {
  const assets = new Set<string>();
  for (const edge of scene.graph.outgoing.get(source.id) ?? []) {
    for (const asset of scene.graph.origins.carried(edge)) assets.add(asset);
  }
  const states = scene.graph.reach.elements.get(source.id)?.assets;
  return [...assets].filter((asset) => {
    if (trust.length > 0 && !bringsDistrust(scene, trust, source, asset)) return false;
    const fit = fitOf(scene, states?.get(asset) ?? own(asset), carrying);
    return fit === 'certain' || (scene.assumptions && fit === 'assumed');
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

/** An asset as it arrives by an edge, or as it left where its end keeps no state of it. */
export function stateOn(scene: Scene, edge: DataEdge, asset: string): AssetState {
  const { elements } = scene.graph.reach;
  return elements.get(edge.to)?.assets.get(asset) ?? elements.get(edge.from)?.assets.get(asset) ?? own(asset);
}
