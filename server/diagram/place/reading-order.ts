import type { Direction } from './elk-graph.ts';
import type { Box } from './geometry.ts';
import type { Placed } from './placed.ts';

export interface ReadingItem {
  readonly type: 'boundary' | 'node' | 'edge';
  /** Id of the boundary or node, key of the edge. */
  readonly id: string;
}

/**
 * Everything in the order in which to walk it, which is the way most flows run: a boundary, then what lies in it,
 * column by column or, downwards, row by row; after each node the flows that it opens.
 */
export function readingOrder(
  { boundaries, nodes, edges }: Placed,
  direction: Direction = 'right',
): readonly ReadingItem[] {
  const compare = direction === 'right' ? byColumn : byRow;
  const within = (parent: string | undefined): readonly ReadingItem[] =>
    [
      ...boundaries
        .filter(({ boundary }) => boundary.parent === parent)
        .map(({ boundary, box }) => ({
          box,
          items: (): readonly ReadingItem[] => [
            { type: 'boundary', id: boundary.id },
            ...within(boundary.id),
          ],
        })),
      ...nodes
        .filter(({ node }) => node.parent === parent)
        .map(({ node, box }) => ({
          box,
          items: (): readonly ReadingItem[] => [
            { type: 'node', id: node.id },
            ...edges
              .filter(({ edge }) => edge.from === node.id)
              .map(({ edge }): ReadingItem => ({ type: 'edge', id: edge.key })),
          ],
        })),
    ]
      .sort((a, b) => compare(a.box, b.box))
      .flatMap(({ items }) => items());
  return within(undefined);
}

function byColumn(a: Box, b: Box): number {
  return line(a.x) - line(b.x) || a.y - b.y || a.x - b.x;
}

function byRow(a: Box, b: Box): number {
  return line(a.y) - line(b.y) || a.x - b.x || a.y - b.y;
}

/** Boxes whose sides nearly agree stand in one column or row. */
function line(side: number): number {
  return Math.round(side / 60);
}
