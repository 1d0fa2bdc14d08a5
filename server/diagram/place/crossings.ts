import type { GraphEdge } from '../graph/graph.ts';
import { along, clip, segments, type Box, type Point } from './geometry.ts';
import type { Crossing } from './placed.ts';

/** Where an edge passes the borders of the boundaries that hold exactly one of its ends; once for each. */
export function crossingsOf(
  { crosses, from, to }: GraphEdge,
  points: readonly Point[],
  frames: ReadonlyMap<string, Box>,
): readonly Crossing[] {
  if (from === to) return [];
  return crosses.flatMap((boundary) => {
    const frame = frames.get(boundary);
    const at = frame === undefined ? undefined : borderPoint(points, frame);
    return at === undefined ? [] : [{ boundary, at }];
  });
}

function borderPoint(points: readonly Point[], frame: Box): Point | undefined {
  for (const segment of segments(points)) {
    const inside = clip(segment, frame);
    if (inside === undefined) continue;
    const [enter, leave] = inside;
    if (enter > 0) return along(segment, enter);
    if (leave < 1) return along(segment, leave);
  }
  return undefined;
}
