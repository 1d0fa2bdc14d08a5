import type { Architecture } from '../../model/architecture.ts';
import type { AssetOrigins } from './asset-origins.ts';
import { both, either, numberAssets, without, type AssetNumbers, type AssetSet } from './asset-set.ts';
import { unnamed, writes, type DataEdge } from './data-edges.ts';
import type { AssetState, Reach, Trust } from '../reach.ts';

/** What walks ask of every edge, as sets; each is made when it is first asked for. */
export interface AssetMasks {
  readonly numbers: AssetNumbers;
  readonly unnamed: AssetSet;
  carried(edge: DataEdge): AssetSet;
  /** What of it comes into being where the edge starts. */
  made(edge: DataEdge): AssetSet;
  /** Whether what arrives goes on from there: people do not pass it on, and a question to a store stays none. */
  goesOn(edge: DataEdge): boolean;
  /** What of it arrives with the given trust. */
  trusted(edge: DataEdge, trust: Trust): AssetSet;
}

export function buildAssetMasks(architecture: Architecture, origins: AssetOrigins, reach: Reach): AssetMasks {
  const numbers = numberAssets([unnamed, ...architecture.data.keys()]);
  const carried = remembered((edge) => numbers.setOf(origins.carried(edge)));
  return {
    numbers,
    unnamed: numbers.setOf([unnamed]),
    carried,
    made: remembered((edge) => numbers.setOf(origins.madeFor(edge))),
    goesOn: remembered(
      (edge) => architecture.elements.get(edge.to)?.role !== 'actor' && writes(architecture, edge),
    ),
    trusted: rememberTrusted(architecture, numbers, reach, carried),
  };
}

/** Actors and questions to a store keep no state of their own; what left is what arrives. */
function rememberTrusted(
  architecture: Architecture,
  numbers: AssetNumbers,
  reach: Reach,
  carried: AssetMasks['carried'],
): AssetMasks['trusted'] {
  const nothing = numbers.setOf([]);
  const states = (id: string): readonly AssetState[] => [...(reach.elements.get(id)?.assets.values() ?? [])];
  const setAt = (id: string, fits: (state: AssetState) => boolean): AssetSet =>
    numbers.setOf(
      states(id)
        .filter(fits)
        .map(({ asset }) => asset),
    );
  const ids = [...architecture.elements.keys()];
  const stated = new Map(ids.map((id) => [id, setAt(id, () => true)]));
  const ofTrust = (level: Trust): ((edge: DataEdge) => AssetSet) => {
    const held = new Map(ids.map((id) => [id, setAt(id, ({ trust }) => trust === level)]));
    return remembered((edge) => {
      const arrives = both(carried(edge), held.get(edge.to) ?? nothing);
      const isOnTheFlow = reach.flows.get(edge.flow.key)?.trust === level;
      return isOnTheFlow ? either(arrives, without(carried(edge), stated.get(edge.to) ?? nothing)) : arrives;
    });
  };
  const levels: Readonly<Record<Trust, (edge: DataEdge) => AssetSet>> = {
    untrusted: ofTrust('untrusted'),
    'semi-trusted': ofTrust('semi-trusted'),
    trusted: ofTrust('trusted'),
  };
  return (edge, trust) => levels[trust](edge);
}

/** The answer for each edge, worked out once. */
export function remembered<T extends object | boolean>(make: (edge: DataEdge) => T): (edge: DataEdge) => T {
  const known: (T | undefined)[] = [];
  return (edge) => (known[edge.index] ??= make(edge));
}
