import type { Architecture, ControlStatement } from './architecture.ts';

/** Every statement of an architecture once, in the order system, boundaries, elements, flows. */
export function* controlStatements(architecture: Architecture): Generator<ControlStatement> {
  yield* architecture.system.controls;
  for (const boundary of architecture.boundaries.values()) yield* boundary.controls;
  for (const element of architecture.elements.values()) yield* element.controls;
  const seen = new Set<string>();
  for (const flow of architecture.flows) {
    if (!flow.drawn || seen.has(flow.id)) continue;
    seen.add(flow.id);
    yield* flow.controls;
    yield* flow.returns?.controls ?? [];
  }
}
