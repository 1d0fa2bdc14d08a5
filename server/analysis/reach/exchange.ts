import type { Element } from '../../model/architecture.ts';
import type { DataEdge } from './data-edges.ts';

/** What a hop does to the call that its content belongs to. */
export interface Exchange {
  /** Whose call the content belongs to after the hop: of nobody, of the same as before, or of the source. */
  readonly belongsTo: 'nobody' | 'same' | 'source';
  /** Whether it hands an answer back, which only the one who called may hear. */
  readonly answers: boolean;
}

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

/** Content lives for a call only in what forgets; two that ask one model do not hear each other. */
export function exchangeOf(edge: DataEdge, source: Element, target: Element, isAnswered: boolean): Exchange {
  const answers = edge.direction === 'return' && forgets(source) && !forgets(target);
  if (!forgets(target)) return { belongsTo: 'nobody', answers };
  if (forgets(source)) return { belongsTo: 'same', answers };
  return { belongsTo: edge.direction === 'forward' && isAnswered ? 'source' : 'nobody', answers };
}
