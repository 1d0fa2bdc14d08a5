import type { Element } from '../../model/architecture.ts';
import type { Arrival } from './walk.ts';

/** What passes a request to a model on without being the one who asks. */
const relays: ReadonlySet<string> = new Set(['edge', 'control-point', 'ml-platform', 'model']);

/**
 * Who asks the model at the end of a route: the agent or application before it. A model that people or
 * pages ask directly answers for itself.
 */
export function sessionOwnerOf({ target, previous }: Pick<Arrival, 'target' | 'previous'>): string {
  if (target.group === 'application' || previous.lane.trace === '') return target.id;
  return previous.lane.trace;
}

/** The application that asks, as long as what it asks is only passed on; empty where nobody does. */
export function askerOnTheWay(element: Element, before: string | undefined): string {
  if (element.group === 'application') return element.id;
  return relays.has(element.group) ? (before ?? '') : '';
}
