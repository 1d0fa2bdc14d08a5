import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Graph } from '../graph/graph.ts';
import { assemble } from './assemble.ts';
import { toElk, type LayoutOptions, type Profile } from './elk-graph.ts';
import type { Placed } from './placed.ts';
import { readElk } from './read-elk.ts';

/** Runs ELK wherever the caller keeps it: in this thread, a worker thread or a Web Worker. May reject. */
export interface LayoutEngine {
  layout(graph: ElkNode): Promise<ElkNode>;
}

/** Places a graph by ELK. Rejects when the engine does; `placeInRows` is what remains then. */
export async function layout(
  graph: Graph,
  engine: LayoutEngine,
  options: LayoutOptions = { profile: 'careful', direction: 'right' },
): Promise<Placed> {
  return placeByAnswer(graph, await engine.layout(toElk(graph, options)), options);
}

/** The profile to begin with: above some 200 flows the careful one takes longer than anybody waits. */
export function firstProfile({ edges }: Graph): Profile {
  return edges.length > 200 ? 'fast' : 'careful';
}

/** The placed graph out of an answer of ELK for a graph of the same `topologyKey`. */
export function placeByAnswer(graph: Graph, answer: ElkNode, { profile }: LayoutOptions): Placed {
  return assemble(graph, readElk(answer), profile === 'fast' ? ['simplified layout'] : []);
}
