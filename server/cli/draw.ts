import type { Analysis } from '../analysis/analysis.ts';
import { buildGraph } from '../diagram/graph/build-graph.ts';
import { layout } from '../diagram/place/layout.ts';
import type { Placed } from '../diagram/place/placed.ts';
import { placeInRows } from '../diagram/place/row-layout.ts';
import type { World } from './world.ts';

/** A drawing that takes longer is not worth waiting for. */
const longestLayout = 30_000;

/** The placed diagram; where the layout fails or takes too long, a plain one that says so. */
export async function draw(world: World, analysis: Analysis): Promise<Placed> {
  const graph = buildGraph(analysis);
  for (const notice of graph.notices) await world.err.write(`bartizan: ${notice}\n`);
  try {
    return await inTime(layout(graph, world.layout), longestLayout);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    await world.err.write(`bartizan: the diagram is laid out plainly: ${cause}\n`);
    return placeInRows(graph);
  }
}

async function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('it took too long'));
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
