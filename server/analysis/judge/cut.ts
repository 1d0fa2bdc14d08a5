import type { Element } from '../../model/architecture.ts';
import { remembered } from '../reach/asset-masks.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { Scene } from '../scene.ts';
import { follow } from './followed.ts';
import { findPassages } from './passages.ts';
import { noBarrier, walk, type WalkQuery } from './walk.ts';

/** Whether content of any kind gets from the sources to an end, and none does without a protected hop. */
export function isCut(
  scene: Scene,
  sources: readonly Element[],
  isEnd: (edge: DataEdge) => boolean,
  isProtected: (edge: DataEdge) => boolean,
): boolean {
  const { keeps, startsWith } = follow(scene, { trust: [], carrying: undefined });
  const query: WalkQuery = {
    sources,
    startsWith,
    passages: findPassages(scene, keeps, isEnd),
    entersBy: [],
    through: undefined,
    placeOf: () => '',
    classOf: () => '',
    traceOf: () => '',
    arrivalsPerSource: Infinity,
  };
  const isReached = (barrier: typeof noBarrier): boolean => walk(scene, query, barrier).arrivals.size > 0;
  return isReached(noBarrier) && !isReached({ ...noBarrier, blocksHop: remembered(isProtected) });
}
