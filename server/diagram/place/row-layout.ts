import type { Graph, GraphBoundary, GraphNode, Size } from '../graph/graph.ts';
import { assemble } from './assemble.ts';
import { along, centre, clip, type Box, type Point } from './geometry.ts';
import type { Placed } from './placed.ts';

/** The layout that always succeeds and takes no time: rows in the order of the file, straight lines. */
export function placeInRows(graph: Graph): Placed {
  const boxes = new Map<string, Box>();
  fill(graph, undefined, { x: 0, y: 0 }, boxes);
  const boxAt = (key: string): Box => boxes.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
  const nodeBox = ({ id }: GraphNode) => boxAt(`n:${id}`);
  return assemble(
    graph,
    {
      nodeBox,
      boundaryBox: ({ id }) => boxAt(`b:${id}`),
      line: ({ from, to }) => ({
        points: from === to ? loop(boxAt(`n:${from}`)) : straight(boxAt(`n:${from}`), boxAt(`n:${to}`)),
        label: undefined,
      }),
      guardLine: () => undefined,
    },
    ['plain layout: the system is too large for a better one in time'],
  );
}

const gap = { x: 130, y: 64 };
const frame = { top: 42, side: 20 };

type Item =
  | { readonly type: 'node'; readonly node: GraphNode }
  | { readonly type: 'boundary'; readonly boundary: GraphBoundary };

/** Puts what lies in a boundary (or in none) into rows from `origin` on, and says how much room that takes. */
function fill(graph: Graph, parent: string | undefined, origin: Point, boxes: Map<string, Box>): Size {
  const items: readonly Item[] = [
    ...graph.boundaries
      .filter((boundary) => boundary.parent === parent)
      .map((boundary): Item => ({ type: 'boundary', boundary })),
    ...graph.nodes.filter((node) => node.parent === parent).map((node): Item => ({ type: 'node', node })),
  ];
  const columns = Math.ceil(Math.sqrt(items.length));
  let [x, y, rowHeight, width] = [origin.x, origin.y, 0, 0];
  items.forEach((item, index) => {
    if (index > 0 && index % columns === 0) {
      [x, y, rowHeight] = [origin.x, y + rowHeight + gap.y, 0];
    }
    const size = put(graph, item, { x, y }, boxes);
    width = Math.max(width, x + size.width - origin.x);
    rowHeight = Math.max(rowHeight, size.height);
    x += size.width + gap.x;
  });
  return { width, height: y + rowHeight - origin.y };
}

function put(graph: Graph, item: Item, at: Point, boxes: Map<string, Box>): Size {
  if (item.type === 'node') {
    boxes.set(`n:${item.node.id}`, { ...at, ...item.node.size });
    return item.node.size;
  }
  const { id, heading } = item.boundary;
  const inner = fill(graph, id, { x: at.x + frame.side, y: at.y + frame.top }, boxes);
  const size = {
    width: Math.max(inner.width + frame.side * 2, heading.width),
    height: inner.height + frame.top + frame.side,
  };
  boxes.set(`b:${id}`, { ...at, ...size });
  return size;
}

function straight(start: Box, end: Box): readonly Point[] {
  const line = [centre(start), centre(end)] as const;
  const leave = clip(line, start)?.[1] ?? 0;
  const enter = clip(line, end)?.[0] ?? 1;
  return [along(line, leave), along(line, enter)];
}

function loop({ x, y, width }: Box): readonly Point[] {
  const right = x + width;
  return [
    { x: right, y: y + 14 },
    { x: right + 24, y: y + 14 },
    { x: right + 24, y: y + 38 },
    { x: right, y: y + 38 },
  ];
}
