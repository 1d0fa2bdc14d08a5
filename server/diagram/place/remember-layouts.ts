import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Graph } from '../graph/graph.ts';
import { toElk, type LayoutOptions } from './elk-graph.ts';
import { placeByAnswer, type LayoutEngine } from './layout.ts';
import type { Placed } from './placed.ts';
import { topologyKey } from './topology-key.ts';

/**
 * A layout that asks the engine only for topologies it has not seen among the last few: an edit that changes a word,
 * a mark or a finding costs nothing. A layout that failed is asked for again.
 */
export function rememberLayouts(
  engine: LayoutEngine,
  most = 12,
): (graph: Graph, options: LayoutOptions) => Promise<Placed> {
  const answers = new Map<string, Promise<ElkNode>>();
  return async (graph, options) => {
    const key = `${options.profile} ${options.direction} ${topologyKey(graph)}`;
    const answer = answers.get(key) ?? engine.layout(toElk(graph, options));
    answers.delete(key);
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    try {
      return placeByAnswer(graph, await answer, options);
    } catch (error) {
      answers.delete(key);
      throw error;
    }
  };
}
