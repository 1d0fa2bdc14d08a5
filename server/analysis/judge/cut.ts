import type { Element } from '../../model/architecture.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { Scene } from '../scene.ts';
import { noBarrier, rememberKept, walk, type WalkQuery } from './walk.ts';

/** Whether content of any kind gets from the sources to an end, and none does without a protected hop. */
export function isCut(
  scene: Scene,
  sources: readonly Element[],
  isEnd: (edge: DataEdge) => boolean,
  isProtected: (edge: DataEdge) => boolean,
): boolean {
  const query: WalkQuery = {
    sources,
    trust: [],
    carrying: undefined,
    entersBy: [],
    through: undefined,
    keeps: rememberKept(scene, { trust: [], carrying: undefined }),
    endsWith: isEnd,
    placeOf: () => '',
    classOf: () => '',
    traceOf: () => '',
    arrivalsPerSource: Infinity,
  };
  const isReached = (barrier: typeof noBarrier): boolean => walk(scene, query, barrier).arrivals.size > 0;
  return isReached(noBarrier) && !isReached({ ...noBarrier, blocksHop: isProtected });
}
