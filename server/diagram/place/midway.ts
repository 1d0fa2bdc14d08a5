import { along, distance, segments, type Point } from './geometry.ts';

/** The point half way along a line. */
export function midway(points: readonly Point[]): Point {
  const parts = segments(points);
  let rest = parts.reduce((sum, [a, b]) => sum + distance(a, b), 0) / 2;
  for (const part of parts) {
    const length = distance(...part);
    if (length > 0 && rest <= length) return along(part, rest / length);
    rest -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
