import type { GraphEdge } from '../graph/graph.ts';
import { along, bottom, distance, grown, right, segments, type Box, type Point } from './geometry.ts';

/**
 * Labels for a layout that left no room for them: each on its line, where it hides least of the nodes and of the
 * labels before it, as near to the middle as that allows.
 */
export function spreadLabels(
  lines: readonly { readonly edge: GraphEdge; readonly points: readonly Point[] }[],
  nodes: readonly Box[],
): ReadonlyMap<string, Box> {
  const labels = new Map<string, Box>();
  const obstacles = nodes.map((box) => grown(box, 3));
  for (const { edge, points } of lines) {
    const { label } = edge;
    if (label === undefined) continue;
    let [best, least] = [boxAt(pointAt(points, 0.5), label.size), Infinity];
    for (const share of shares) {
      const box = boxAt(pointAt(points, share), label.size);
      const hidden = obstacles.reduce((sum, obstacle) => sum + sharedArea(box, obstacle), 0);
      if (hidden < least) [best, least] = [box, hidden];
      if (hidden === 0) break;
    }
    labels.set(edge.key, best);
    obstacles.push(best);
  }
  return labels;
}

/** From the middle outwards. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];

/** The point at a share of the length of a line. */
function pointAt(points: readonly Point[], share: number): Point {
  const parts = segments(points);
  let rest = parts.reduce((sum, [a, b]) => sum + distance(a, b), 0) * share;
  for (const part of parts) {
    const length = distance(...part);
    if (length > 0 && rest <= length) return along(part, rest / length);
    rest -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

function boxAt({ x, y }: Point, { width, height }: { readonly width: number; readonly height: number }): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
