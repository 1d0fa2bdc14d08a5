import type { FlowCondition } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import { matchFlow } from '../match/flow.ts';
import { asksStore, type DataEdge } from '../reach/data-edges.ts';
import type { Hop } from '../reach/hops.ts';
import type { Scene } from '../scene.ts';
import type { Kept } from './followed.ts';

/** Which hops are worth a walk: those that bring some of the content, and by which some way leads to an end. */
export interface Passages {
  readonly keeps: (edge: DataEdge) => Kept;
  /** Whether a way may end with the hop. */
  isEnd(hop: Hop): boolean;
  /** Whether some way leads on from the hop to an end. */
  leadsOn(hop: Hop): boolean;
  /** Whether some way leads from the element, by its number, to an end. */
  leadsFrom(element: number): boolean;
}

/** Goes back from the ends, so that nothing is asked of hops that lead to none. */
export function findPassages(
  scene: Scene,
  keeps: (edge: DataEdge) => Kept,
  endsWith: (edge: DataEdge) => boolean,
): Passages {
  const { all, entering, numbers } = scene.graph.hops;
  const ends = new Uint8Array(scene.graph.edges.length);
  const onward = new Uint8Array(scene.graph.edges.length);
  const leading = new Uint8Array(numbers.size);
  const waiting: number[] = [];
  const lead = (element: number): void => {
    if (leading[element] === 1) return;
    leading[element] = 1;
    waiting.push(element);
  };
  for (const { edge, source } of all) {
    if (!endsWith(edge) || keeps(edge).isNothing) continue;
    ends[edge.index] = 1;
    lead(source);
  }
  for (const element of waiting) {
    for (const { edge, source } of entering[element] ?? []) {
      if (keeps(edge).isNothing) continue;
      onward[edge.index] = 1;
      lead(source);
    }
  }
  return {
    keeps,
    isEnd: ({ edge }) => ends[edge.index] === 1,
    leadsOn: ({ edge }) => onward[edge.index] === 1,
    leadsFrom: (element) => leading[element] === 1,
  };
}

const factsOfTheCall: ReadonlySet<string> = new Set(['sink', 'format', 'modality', 'rights']);

/** What a hop must be for a path to end with it. */
export interface PathEnd {
  readonly isTarget: (element: Element) => boolean;
  readonly arrivesBy: readonly string[];
  readonly lastHop: FlowCondition | undefined;
}

/** Whether a path can end with a hop. */
export function endsOf(scene: Scene, { isTarget, arrivesBy, lastHop }: PathEnd): (edge: DataEdge) => boolean {
  // `sink` and `format` speak of what goes along, not of the answer.
  const isOfTheCall = Object.keys(lastHop?.facts ?? {}).some((fact) => factsOfTheCall.has(fact));
  const namesHop = arrivesBy.length > 0 || lastHop !== undefined;
  return (edge) => {
    const target = scene.architecture.elements.get(edge.to);
    if (target === undefined || !isTarget(target)) return false;
    if (arrivesBy.length > 0 && !arrivesBy.includes(edge.flow.purpose)) return false;
    // A question to a store puts nothing into it; it matters only to rules that name the hop.
    if (!namesHop && asksStore(scene.architecture, edge)) return false;
    if (isOfTheCall && edge.direction === 'return') return false;
    return lastHop === undefined || matchFlow(scene, edge.flow, lastHop) !== undefined;
  };
}
