import type { Graph, GraphBoundary, GraphNode, Size } from '../graph/graph.ts';
import { assemble } from './assemble.ts';
import type { Direction } from './elk-graph.ts';
import { along, centre, clip, type Box, type Point } from './geometry.ts';
import type { Placed } from './placed.ts';

/** The layout that always succeeds and takes no time: rows in the order of the file, straight lines. */
export function placeInRows(graph: Graph, direction: Direction = 'right'): Placed {
  const boxes = new Map<string, Box>();
  move(pack(graph, undefined, shapes[direction]), { x: 0, y: 0 }, boxes);
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

const gap = { x: 110, y: 64 };
const frame = { top: 42, side: 20 };

/** How much wider than high a block of rows is to be, so that the whole fits where it is looked at. */
const shapes: Readonly<Record<Direction, number>> = { right: 1.6, down: 0.8 };

/** A node or boundary with its size, and where in it the things of a boundary lie. */
interface Block {
  readonly key: string;
  readonly size: Size;
  readonly inside: readonly { readonly block: Block; readonly at: Point }[];
}

/** What lies in a boundary (or in none) in rows: a row ends where the next thing would make the block too wide. */
function pack(graph: Graph, boundary: GraphBoundary | undefined, shape: number): Block {
  const blocks: readonly Block[] = [
    ...graph.boundaries
      .filter(({ parent }) => parent === boundary?.id)
      .map((inner) => pack(graph, inner, shape)),
    ...graph.nodes
      .filter(({ parent }) => parent === boundary?.id)
      .map(({ id, size }): Block => ({ key: `n:${id}`, size, inside: [] })),
  ];
  const most = widthFor(blocks, shape);
  const { top, side } = boundary === undefined ? { top: 0, side: 0 } : frame;
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  const inside = blocks.map((block) => {
    if (x > 0 && x + block.size.width > most) [x, y, rowHeight] = [0, y + rowHeight + gap.y, 0];
    const at = { x: x + side, y: y + top };
    width = Math.max(width, x + block.size.width);
    rowHeight = Math.max(rowHeight, block.size.height);
    x += block.size.width + gap.x;
    return { block, at };
  });
  const size = {
    width: Math.max(width + side * 2, boundary?.heading.width ?? 0),
    height: y + rowHeight + top + side,
  };
  return { key: `b:${boundary?.id ?? ''}`, size, inside };
}

/** The width at which rows of these come out in a shape, and no less than the widest needs. */
function widthFor(blocks: readonly Block[], shape: number): number {
  const area = blocks.reduce((sum, { size }) => sum + (size.width + gap.x) * (size.height + gap.y), 0);
  return blocks.reduce((most, { size }) => Math.max(most, size.width), Math.sqrt(area * shape));
}

/** Notes the place of a block and of all in it. */
function move({ key, size, inside }: Block, { x, y }: Point, boxes: Map<string, Box>): void {
  boxes.set(key, { x, y, ...size });
  for (const { block, at } of inside) move(block, { x: x + at.x, y: y + at.y }, boxes);
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
