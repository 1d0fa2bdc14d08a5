import type { Architecture, Boundary, Element } from './architecture.ts';

/** The boundaries around an element or boundary, from the innermost outwards. */
export function boundariesAround(architecture: Architecture, id: string): readonly Boundary[] {
  const around: Boundary[] = [];
  const seen = new Set<string>();
  let at = architecture.elements.get(id)?.within ?? architecture.boundaries.get(id)?.within;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const boundary = architecture.boundaries.get(at);
    if (boundary === undefined) break;
    around.push(boundary);
    at = boundary.within;
  }
  return around;
}

/** The element's own zone, else that of the nearest boundary that has one. */
export function zoneOf(architecture: Architecture, element: Element): string | undefined {
  const own = element.facts.get('zone')?.values[0]?.text;
  if (own !== undefined) return own;
  return boundariesAround(architecture, element.id).find((boundary) => boundary.zone !== undefined)?.zone;
}

/** Whether it lies outside our control: an actor or external party, or within an external boundary at any depth. */
export function isOutside(architecture: Architecture, element: Element): boolean {
  if (element.group === 'actor' || element.group === 'external') return true;
  const own = element.facts.get('zone')?.values[0]?.text;
  if (own !== undefined) return own === 'external';
  return boundariesAround(architecture, element.id).some((boundary) => boundary.zone === 'external');
}
