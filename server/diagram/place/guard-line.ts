import type { Guard } from '../graph/graph.ts';
import {
  along,
  bottom,
  clip,
  distance,
  grown,
  holds,
  right,
  segments,
  type Box,
  type Point,
} from './geometry.ts';
import type { PlacedEdge, PlacedNode } from './placed.ts';

/** From a control point to what it guards: the layout's own line to a node, else the shortest free line to the flow. */
export function guardLine(
  { from, target }: Guard,
  given: readonly Point[] | undefined,
  nodes: readonly PlacedNode[],
  edges: readonly PlacedEdge[],
): readonly Point[] {
  const start = nodes.find(({ node }) => node.id === from)?.box;
  if (start === undefined) return [];
  if (target.type === 'node') {
    const end = nodes.find(({ node }) => node.id === target.id)?.box;
    return shortened(given ?? (end === undefined ? [] : nearestPair(start, cornersAndMiddles(end))));
  }
  const flow = edges.find(({ edge }) => edge.key === target.id);
  if (flow === undefined) return [];
  const obstacles = [
    ...nodes.filter(({ node }) => node.id !== from).map(({ box }) => box),
    ...edges.flatMap(({ label }) => label ?? []),
  ].map((box) => grown(box, 3));
  return best(start, pointsOn(flow), obstacles);
}

/** So that the shield at its end stands before the node, and not half behind it. */
function shortened(line: readonly Point[]): readonly Point[] {
  const [before, last] = line.slice(-2);
  if (before === undefined || last === undefined) return line;
  const length = distance(before, last);
  const end = along([before, last], Math.max(0, length - shieldRoom) / Math.max(1, length));
  return [...line.slice(0, -1), end];
}

const shieldRoom = 10;

/** Points of the flow where a guard may take hold: not under a label, not at the very ends. */
function pointsOn({ points, label }: PlacedEdge): readonly Point[] {
  const all = segments(points).flatMap((segment) => {
    const steps = Math.min(12, Math.max(2, Math.ceil(distance(...segment) / 12)));
    return Array.from({ length: steps - 1 }, (_, step) => along(segment, (step + 1) / steps));
  });
  const free = all.filter((point) => label === undefined || !holds(grown(label, 8), point));
  const [first, last] = [points[0], points.at(-1)];
  const inner = free.filter((point) =>
    [first, last].every((end) => end === undefined || distance(point, end) > 18),
  );
  return inner.length > 0 ? inner : free.length > 0 ? free : points;
}

function best(start: Box, targets: readonly Point[], obstacles: readonly Box[]): readonly Point[] {
  let chosen: readonly Point[] = [];
  let least = Infinity;
  for (const target of targets) {
    for (const line of linesTo(start, target)) {
      const length = lengthOf(line);
      if (length >= least) continue;
      const cost = length + hitsOf(line, obstacles) * 600;
      if (cost < least) [chosen, least] = [line, cost];
    }
  }
  return chosen;
}

/** Straight where the target lies beside or below the box, else with one bend. */
function linesTo(box: Box, target: Point): readonly (readonly Point[])[] {
  const x = clamp(target.x, box.x + 16, right(box) - 16);
  const y = clamp(target.y, box.y + 14, bottom(box) - 14);
  const side = target.x < box.x ? box.x : right(box);
  const edge = target.y < box.y ? box.y : bottom(box);
  const middle = { x: box.x + box.width / 2, y: edge };
  const lines: Point[][] = [];
  if (x === target.x) lines.push([{ x, y: edge }, target]);
  else if (y === target.y) lines.push([{ x: side, y }, target]);
  else {
    lines.push([middle, { x: middle.x, y: target.y }, target]);
    lines.push([{ x: side, y: box.y + box.height / 2 }, { x: target.x, y: box.y + box.height / 2 }, target]);
  }
  return lines.filter((line) => line.every((point, index) => index === 0 || !holds(box, point)));
}

/** In px; a bend counts as much as a short way. */
function lengthOf(line: readonly Point[]): number {
  const ways = segments(line).map(([a, b]) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y));
  return ways.reduce((sum, way) => sum + way, (ways.length - 1) * 20);
}

function hitsOf(line: readonly Point[], obstacles: readonly Box[]): number {
  return segments(line).reduce(
    (sum, part) => sum + obstacles.filter((box) => clip(part, box) !== undefined).length,
    0,
  );
}

function nearestPair(box: Box, targets: readonly Point[]): readonly Point[] {
  return best(box, targets, []);
}

function cornersAndMiddles(box: Box): readonly Point[] {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return [
    { x: box.x, y },
    { x: right(box), y },
    { x, y: box.y },
    { x, y: bottom(box) },
  ];
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
