import type { Architecture } from '../../model/architecture.ts';
import type { AssetOrigins } from './asset-origins.ts';
import { numberAssets, type AssetNumbers, type AssetSet } from './asset-set.ts';
import { unnamed, writes, type DataEdge } from './data-edges.ts';
import type { Reach, Trust } from '../reach.ts';

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
  return {
    numbers,
    unnamed: numbers.setOf([unnamed]),
    carried: remembered((edge) => numbers.setOf(origins.carried(edge))),
    made: remembered((edge) => numbers.setOf(origins.madeFor(edge))),
    goesOn: remembered(
      (edge) => architecture.elements.get(edge.to)?.role !== 'actor' && writes(architecture, edge),
    ),
    trusted: byTrust((edge, trust) =>
      numbers.setOf([...origins.carried(edge)].filter((asset) => trustOn(reach, edge, asset) === trust)),
    ),
  };
}

/** Actors and questions to a store keep no state of their own; what left is what arrives. */
function trustOn(reach: Reach, edge: DataEdge, asset: string): Trust | undefined {
  const state = reach.elements.get(edge.to)?.assets.get(asset);
  return state?.trust ?? reach.flows.get(edge.flow.key)?.trust;
}

function byTrust(make: (edge: DataEdge, trust: Trust) => AssetSet): AssetMasks['trusted'] {
  const levels: Readonly<Record<Trust, (edge: DataEdge) => AssetSet>> = {
    untrusted: remembered((edge) => make(edge, 'untrusted')),
    'semi-trusted': remembered((edge) => make(edge, 'semi-trusted')),
    trusted: remembered((edge) => make(edge, 'trusted')),
  };
  return (edge, trust) => levels[trust](edge);
}

/** The answer for each edge, worked out once. */
export function remembered<T extends object | boolean>(make: (edge: DataEdge) => T): (edge: DataEdge) => T {
  const known: (T | undefined)[] = [];
  return (edge) => (known[edge.index] ??= make(edge));
}
