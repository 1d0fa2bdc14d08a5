import type { Graph } from '../../diagram/graph/graph.ts';
import type { Direction, Profile } from '../../diagram/place/elk-graph.ts';
import { firstProfile } from '../../diagram/place/layout.ts';
import type { Placed } from '../../diagram/place/placed.ts';
import { rememberLayouts } from '../../diagram/place/remember-layouts.ts';
import { placeInRows } from '../../diagram/place/row-layout.ts';
import { limitedEngine, TooLong, type LayoutWorker } from './limited-engine.ts';

export type PlaceInTime = (graph: Graph, direction: Direction) => Promise<Placed>;

const limit = 3000;

/** Below so many flows a layout that took too long was held up by something else, and is tried again. */
const never = 60;

/** The best layout that can be had in time: careful, else fast, else rows. Never rejects. */
export function placeInTime(
  startWorker: (() => LayoutWorker) | undefined,
  log: (fault: string) => void,
): PlaceInTime {
  if (startWorker === undefined) return (graph, direction) => Promise.resolve(placeInRows(graph, direction));
  const place = rememberLayouts(limitedEngine(startWorker, limit));
  const tooMany: Record<Profile, number> = { careful: Infinity, fast: Infinity };
  return async (graph, direction) => {
    for (const profile of firstProfile(graph) === 'fast' ? (['fast'] as const) : bestFirst) {
      if (graph.edges.length >= tooMany[profile]) continue;
      try {
        return await place(graph, { profile, direction });
      } catch (error) {
        log(`layout, ${profile}: ${String(error)}`);
        if (error instanceof TooLong && graph.edges.length > never) tooMany[profile] = graph.edges.length;
      }
    }
    return placeInRows(graph, direction);
  };
}

const bestFirst: readonly Profile[] = ['careful', 'fast'];
