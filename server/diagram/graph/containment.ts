import type { Architecture, Boundary } from '../../model/architecture.ts';

/** Boundaries around something, innermost first. A boundary that does not exist or closes a circle ends the chain. */
export function enclosing(
  boundaries: Architecture['boundaries'],
  within: string | undefined,
): readonly Boundary[] {
  const chain: Boundary[] = [];
  let next = within === undefined ? undefined : boundaries.get(within);
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    const outer = drawnWithin(boundaries, next);
    next = outer === undefined ? undefined : boundaries.get(outer);
  }
  return chain;
}

/** The boundary that a boundary is drawn in; none where the containment goes in a circle. */
export function drawnWithin(boundaries: Architecture['boundaries'], boundary: Boundary): string | undefined {
  const passed = new Set<string>([boundary.id]);
  let next = boundary.within;
  while (next !== undefined) {
    if (next === boundary.id) return undefined;
    if (passed.has(next)) break;
    passed.add(next);
    next = boundaries.get(next)?.within;
  }
  return boundary.within !== undefined && boundaries.has(boundary.within) ? boundary.within : undefined;
}
