import type { Requirement } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import type { Standing } from '../controls/standing.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { Scene } from '../scene.ts';
import type { Accepts } from './judge-group.ts';
import { askerOnTheWay, sessionOwnerOf } from './session-owner.ts';
import { modelsOf } from './sessions.ts';
import { edgesOf, noBarrier, rememberKept, walk, type WalkQuery, type WalkResult } from './walk.ts';

/**
 * Whether all that anybody may have written passes an accepted control on its way into the context of an element,
 * at the latest on the way to its model.
 */
export function rememberScreens(
  scene: Scene,
  index: ControlIndex,
): (requirement: Requirement, owner: Element, accepts: Accepts) => boolean {
  const query = queryForContexts(scene);
  let all: WalkResult['arrivals'] | undefined;
  const unscreened = new Map<string, WalkResult['arrivals']>();
  return (requirement, owner, accepts) => {
    const standingsOn = ({ flow, direction }: DataEdge): readonly Standing[] =>
      requirement.anyOf.flatMap((control) => index.onHop(control, flow, direction));
    all ??= walk(scene, query, noBarrier).arrivals;
    const ways = all.get(owner.id) ?? [];
    const screens = ways.flatMap(edgesOf).flatMap(standingsOn).filter(accepts);
    if (screens.length === 0) return false;
    const key = [requirement.assurance, ...requirement.anyOf].join(' ');
    let left = unscreened.get(key);
    if (left === undefined) {
      const blocksHop = (edge: DataEdge): boolean => standingsOn(edge).some(accepts);
      left = walk(scene, query, { ...noBarrier, blocksHop }).arrivals;
      unscreened.set(key, left);
    }
    return !left.has(owner.id);
  };
}

/** Follows untrusted content to where a context takes it in, and reports it at the owner of the context. */
function queryForContexts(scene: Scene): WalkQuery {
  const elements = [...scene.architecture.elements.values()];
  const ends = new Set(
    elements
      .filter(({ group }) => group === 'model' || group === 'application')
      .filter((element) => element.group === 'model' || modelsOf(scene, element).length === 0)
      .map(({ id }) => id),
  );
  const trust = ['untrusted'];
  return {
    sources: elements.filter(({ id }) => scene.graph.own.get(id)?.trust === 'untrusted'),
    trust,
    carrying: undefined,
    entersBy: [],
    through: undefined,
    keeps: rememberKept(scene, { trust, carrying: undefined }),
    endsWith: (edge) => ends.has(edge.to),
    placeOf: sessionOwnerOf,
    classOf: () => '',
    traceOf: askerOnTheWay,
    arrivalsPerSource: Infinity,
  };
}
