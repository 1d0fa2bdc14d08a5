import type { Element } from '../../model/architecture.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { Scene } from '../scene.ts';

const forgettingKinds: ReadonlySet<string> = new Set([
  'inference-server',
  'model-gateway',
  'guardrail',
  'guard-model',
]);

/** Models and what stands before them keep nothing between two calls. */
function forgets(element: Element): boolean {
  return element.group === 'model' || forgettingKinds.has(element.kind);
}

/** Whose call the content belongs to once the edge has brought it to the target, where a call is all it lives for. */
export function callerAfter(
  scene: Scene,
  from: Element,
  caller: string | undefined,
  edge: DataEdge,
  target: Element,
): string | undefined {
  if (!forgets(target)) return undefined;
  if (forgets(from)) return caller;
  const isAnswered = scene.graph.edgesOf(edge.flow.key).some(({ direction }) => direction === 'return');
  return edge.direction === 'forward' && isAnswered ? from.id : undefined;
}

/** What one caller hands in does not come back to another: two that ask one model do not hear each other. */
export function answersAnother(
  from: Element,
  caller: string | undefined,
  edge: DataEdge,
  target: Element,
): boolean {
  if (caller === undefined || edge.direction !== 'return' || target.id === caller) return false;
  return forgets(from) && !forgets(target);
}
