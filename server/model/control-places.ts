import type { Boundary, Element, Flow } from './architecture.ts';
import type { KnownControl } from './known-words.ts';

type Places = KnownControl['places'];

/** A control point may hold whatever protects elements or flows: what it guards, its controls cover. */
export function mayStandOnElement(places: Places, element: Element): boolean {
  if (element.group === 'control-point' && places.elements.length + places.flows.length > 0) return true;
  return fits(places.elements, element.kind) || fits(places.elements, element.group);
}

export function mayStandOnFlow(places: Places, flow: Flow): boolean {
  return fits(places.flows, flow.purpose);
}

export function mayStandOnBoundary(places: Places, boundary: Boundary): boolean {
  return boundary.zone === undefined ? places.boundaries.length > 0 : fits(places.boundaries, boundary.zone);
}

function fits(allowed: readonly string[], word: string): boolean {
  return allowed.includes('any') || allowed.includes(word);
}
