import { buildGraph } from '../../diagram/graph/build-graph.ts';
import { cleanText } from '../../diagram/graph/clean-text.ts';
import type { Placed } from '../../diagram/place/placed.ts';
import type { Descriptor } from '../workspace.ts';
import type { PlaceInTime } from './place-in-time.ts';
import type { DiagramView } from './view.ts';

/** A view of a descriptor, placed, with what had to be given up said in its notices. */
export async function placedView(
  { analysis }: Descriptor,
  { collapsed, expanded, focus, direction }: DiagramView,
  place: PlaceInTime,
): Promise<Placed> {
  const graph = buildGraph(analysis, { collapsed, expanded, ...(focus === undefined ? {} : { focus }) });
  return place(graph, direction);
}

/** Whether the text cannot be read as a whole just now, so that what a picture would show is not what is meant. */
export function isUnreadable({ analysis }: Descriptor): boolean {
  return analysis.problems.some(({ code }) => code === 'yaml-syntax');
}

/** What a view is narrowed to, in words. */
export function focusInWords({ analysis }: Descriptor, { focus }: DiagramView): string | undefined {
  const { architecture, catalog, findings } = analysis;
  switch (focus?.type) {
    case undefined:
      return undefined;
    case 'element':
      return cleanText(`${architecture.elements.get(focus.id)?.title ?? focus.id} and its neighbours`, 120);
    case 'boundary':
      return cleanText(`${architecture.boundaries.get(focus.id)?.title ?? focus.id} and its neighbours`, 120);
    case 'risk':
      return cleanText(catalog.risks.get(focus.id)?.title ?? focus.id, 120);
    case 'path': {
      const title = findings.find(({ id }) => id === focus.finding)?.title;
      return cleanText(`attack path: ${title ?? 'no longer there'}`, 120);
    }
  }
}
