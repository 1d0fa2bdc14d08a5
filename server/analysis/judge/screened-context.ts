import type { Requirement } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import type { Standing } from '../controls/standing.ts';
import { remembered } from '../reach/asset-masks.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { Scene } from '../scene.ts';
import type { Accepts } from './judge-group.ts';
import { askerOnTheWay, sessionOwnerOf } from './session-owner.ts';
import { modelsOf } from './sessions.ts';
import { follow } from './followed.ts';
import { findPassages } from './passages.ts';
import { edgesOf, noBarrier, walk, type WalkQuery, type WalkResult } from './walk.ts';

/**
 * Whether all that anybody may have written passes an accepted control on its way into the context of an element,
 * at the latest on the way to its model.
 */
export function rememberScreens(
  scene: Scene,
  index: ControlIndex,
): (requirement: Requirement, owner: Element, accepts: Accepts) => boolean {
  const unscreened = new Map<string, WalkResult['arrivals']>();
  return (requirement, owner, accepts) => {
    const standingsOn = ({ flow, direction }: DataEdge): readonly Standing[] =>
      requirement.anyOf.flatMap((control) => index.onHop(control, flow, direction));
    const { query, arrivals } = waysIntoContexts(scene);
    const ways = arrivals.get(owner.id) ?? [];
    const screens = ways.flatMap(edgesOf).flatMap(standingsOn).filter(accepts);
    if (screens.length === 0) return false;
    const key = [requirement.assurance, ...requirement.anyOf].join(' ');
    let left = unscreened.get(key);
    if (left === undefined) {
      const blocksHop = remembered((edge) => standingsOn(edge).some(accepts));
      left = walk(scene, query, { ...noBarrier, blocksHop }).arrivals;
      unscreened.set(key, left);
    }
    return !left.has(owner.id);
  };
}

/** All ways of untrusted content into contexts, walked once for all rules. */
export interface ContextWays {
  readonly query: WalkQuery;
  readonly arrivals: WalkResult['arrivals'];
}

function waysIntoContexts(scene: Scene): ContextWays {
  const counting = scene.assumptions ? 'assuming' : 'certain';
  const known = scene.memory.contextWays.get(counting);
  if (known !== undefined) return known;
  const query = queryForContexts(scene);
  const ways = { query, arrivals: walk(scene, query, noBarrier).arrivals };
  scene.memory.contextWays.set(counting, ways);
  return ways;
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
  const { keeps, startsWith } = follow(scene, { trust: ['untrusted'], carrying: undefined });
  return {
    sources: elements.filter(({ id }) => scene.graph.own.get(id)?.trust === 'untrusted'),
    startsWith,
    passages: findPassages(scene, keeps, (edge) => ends.has(edge.to)),
    entersBy: [],
    through: undefined,
    placeOf: sessionOwnerOf,
    classOf: () => '',
    traceOf: askerOnTheWay,
    arrivalsPerSource: Infinity,
  };
}
