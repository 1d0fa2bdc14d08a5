import type { Graph, GraphBoundary, GraphEdge, GraphNode, Guard, Size } from '../graph/graph.ts';
import type { Box, Point } from './geometry.ts';

export interface PlacedNode {
  readonly node: GraphNode;
  readonly box: Box;
}

export interface PlacedBoundary {
  readonly boundary: GraphBoundary;
  readonly box: Box;
  /** 0 for the outermost. */
  readonly depth: number;
}

export interface Crossing {
  readonly boundary: string;
  readonly at: Point;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** From the border of one node to the border of the other, at least two. */
  readonly points: readonly Point[];
  readonly label: Box | undefined;
  /** Where it passes the border of a boundary. */
  readonly crossings: readonly Crossing[];
}

export interface PlacedGuard {
  readonly guard: Guard;
  /** From the control point to what it guards. */
  readonly points: readonly Point[];
}

/** Everything at its place, in px from the top left corner; outer boundaries come before inner ones. */
export interface Placed {
  readonly graph: Graph;
  readonly size: Size;
  readonly boundaries: readonly PlacedBoundary[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly guards: readonly PlacedGuard[];
  /** Those of the graph, and what the layout had to give up. */
  readonly notices: readonly string[];
}
