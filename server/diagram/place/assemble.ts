import type { Graph, GraphBoundary, GraphEdge, GraphNode } from '../graph/graph.ts';
import { crossingsOf } from './crossings.ts';
import { around, type Box, type Point } from './geometry.ts';
import { guardLine } from './guard-line.ts';
import { spreadLabels } from './spread-labels.ts';
import type { Placed, PlacedBoundary, PlacedEdge } from './placed.ts';

/** Where a layout put things, in coordinates of its own. Labels that it did not place are placed afterwards. */
export interface Placing {
  readonly nodeBox: (node: GraphNode) => Box;
  readonly boundaryBox: (boundary: GraphBoundary) => Box;
  readonly line: (edge: GraphEdge) => { readonly points: readonly Point[]; readonly label: Box | undefined };
  /** The line that the layout drew for a guard, by its index, where it drew one. */
  readonly guardLine: (index: number) => readonly Point[] | undefined;
}

/** The placed graph out of a layout: adds crossings and guard lines, and moves all into the positive. */
export function assemble(graph: Graph, placing: Placing, notices: readonly string[]): Placed {
  const nodes = graph.nodes.map((node) => ({ node, box: placing.nodeBox(node) }));
  const boundaries = outerFirst(graph.boundaries).map(({ boundary, depth }) => ({
    boundary,
    depth,
    box: placing.boundaryBox(boundary),
  }));
  const frames = new Map(boundaries.map(({ boundary, box }) => [boundary.id, box]));
  const lines = graph.edges.map((edge) => ({ edge, ...placing.line(edge) }));
  const spread = spreadLabels(
    lines.filter(({ label }) => label === undefined),
    nodes.map(({ box }) => box),
  );
  const edges = lines.map(({ edge, points, label = spread.get(edge.key) }): PlacedEdge => ({
    edge,
    points,
    label,
    crossings: crossingsOf(edge, points, frames),
  }));
  const guards = graph.guards.map((guard, index) => ({
    guard,
    points: guardLine(guard, placing.guardLine(index), nodes, edges),
  }));
  const extent = around(
    [...nodes, ...boundaries].map(({ box }) => box).concat(edges.flatMap(({ label }) => label ?? [])),
    [...edges, ...guards].flatMap(({ points }) => points),
  );
  return moved(
    { graph, size: extent, boundaries, nodes, edges, guards, notices: [...graph.notices, ...notices] },
    extent,
  );
}

function outerFirst(
  boundaries: readonly GraphBoundary[],
): readonly { readonly boundary: GraphBoundary; readonly depth: number }[] {
  const within = (parent: string | undefined, depth: number): PlacedDepth[] =>
    boundaries
      .filter((boundary) => boundary.parent === parent)
      .flatMap((boundary) => [{ boundary, depth }, ...within(boundary.id, depth + 1)]);
  return within(undefined, 0).sort((a, b) => a.depth - b.depth);
}

interface PlacedDepth {
  readonly boundary: GraphBoundary;
  readonly depth: number;
}

function moved(placed: Placed, { x: left, y: top, width, height }: Box): Placed {
  const point = ({ x, y }: Point): Point => ({ x: tenths(x - left), y: tenths(y - top) });
  const box = (old: Box): Box => ({ ...point(old), width: tenths(old.width), height: tenths(old.height) });
  return {
    ...placed,
    size: { width: tenths(width), height: tenths(height) },
    boundaries: placed.boundaries.map((entry): PlacedBoundary => ({ ...entry, box: box(entry.box) })),
    nodes: placed.nodes.map((entry) => ({ ...entry, box: box(entry.box) })),
    edges: placed.edges.map((entry) => ({
      ...entry,
      points: entry.points.map(point),
      label: entry.label === undefined ? undefined : box(entry.label),
      crossings: entry.crossings.map(({ boundary, at }) => ({ boundary, at: point(at) })),
    })),
    guards: placed.guards.map((entry) => ({ ...entry, points: entry.points.map(point) })),
  };
}

/** Rounded, so that the last bits of a layout's arithmetic do not show in the picture. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
