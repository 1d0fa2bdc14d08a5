import type { Analysis } from '../analysis/analysis.ts';
import { boundariesAround } from '../model/containment.ts';
import type { Boundary } from '../model/architecture.ts';
import type { Span } from '../text/span.ts';
import { layersOfDefence } from './layers-of-defence.ts';

/** A line that the editor shows above a place of the text. */
export interface CodeLens {
  readonly span: Span;
  readonly title: string;
}

/** Above each boundary the findings that are open in it, and the layers of defence that stand in it. */
export function codeLensesOf(analysis: Analysis): readonly CodeLens[] {
  return [...analysis.active.boundaries.values()].map((boundary) => {
    const places = placesIn(analysis, boundary);
    const open = counted(openFindings(analysis, places), 'open finding');
    const layers = counted(layersOfDefence(analysis, places), 'layer');
    return { span: boundary.idSpan, title: `${open} · ${layers} of defence` };
  });
}

/** Ids of the boundary, and of all that lies in it at any depth, flows between its members included. */
function placesIn({ active }: Analysis, boundary: Boundary): ReadonlySet<string> {
  const inside = (id: string): boolean =>
    id === boundary.id || boundariesAround(active, id).some((around) => around.id === boundary.id);
  const flows = active.flows.filter(({ from, to }) => inside(from.text) && inside(to.text));
  return new Set([
    ...[...active.boundaries.keys(), ...active.elements.keys()].filter(inside),
    ...flows.map(({ id }) => id),
  ]);
}

function openFindings({ findings }: Analysis, places: ReadonlySet<string>): number {
  return findings.filter(({ element, status }) => places.has(element) && status !== 'accepted').length;
}

function counted(count: number, what: string): string {
  return `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
}
