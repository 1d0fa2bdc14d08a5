import type { Box } from './geometry.ts';
import type { Placed } from './placed.ts';

export interface ReadingItem {
  readonly type: 'boundary' | 'node' | 'edge';
  /** Id of the boundary or node, key of the edge. */
  readonly id: string;
}

/**
 * Everything in the order in which to walk it: a boundary, then what lies in it from left to right and top to
 * bottom; after each node the flows that it opens.
 */
export function readingOrder({ boundaries, nodes, edges }: Placed): readonly ReadingItem[] {
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
      .sort((a, b) => column(a.box) - column(b.box) || a.box.y - b.box.y || a.box.x - b.box.x)
      .flatMap(({ items }) => items());
  return within(undefined);
}

/** Boxes whose left sides nearly agree stand below each other. */
function column({ x }: Box): number {
  return Math.round(x / 60);
}
