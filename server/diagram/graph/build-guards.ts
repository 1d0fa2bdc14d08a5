import type { Architecture } from '../../model/architecture.ts';
import type { GraphEdge, Guard } from './graph.ts';
import type { View } from './view.ts';

/** The lines from control points to what they guard. One that is hidden in a collapsed boundary has none. */
export function buildGuards(
  { elements }: Architecture,
  { elements: shown, nodeOf }: View,
  edges: readonly GraphEdge[],
): readonly Guard[] {
  return shown.flatMap(({ id: from, facts }) =>
    [...new Set((facts.get('guards')?.values ?? []).map(({ text }) => text))].flatMap((guarded): Guard[] => {
      if (elements.has(guarded)) {
        const node = nodeOf(guarded);
        return node === undefined || node === from ? [] : [{ from, target: { type: 'node', id: node } }];
      }
      return edges
        .filter(({ flows }) => flows.includes(guarded))
        .map(({ key }) => ({ from, target: { type: 'edge', id: key } }));
    }),
  );
}
