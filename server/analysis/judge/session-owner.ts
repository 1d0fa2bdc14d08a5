import type { Element } from '../../model/architecture.ts';
import type { Scene } from '../scene.ts';
import type { Arrival, Step } from './walk.ts';

/** What passes a request to a model on without being the one who asks. */
const relays: ReadonlySet<string> = new Set(['edge', 'control-point', 'ml-platform', 'model']);

/**
 * Who asks the model at the end of a route: the agent or application before it. A model that people or
 * pages ask directly answers for itself.
 */
export function sessionOwnerOf(scene: Scene, arrival: Arrival): string {
  if (arrival.target.group === 'application') return arrival.target.id;
  let step: Step | undefined = arrival.previous;
  while (step !== undefined) {
    const element: Element | undefined = scene.architecture.elements.get(step.element);
    if (element?.group === 'application') return element.id;
    if (element === undefined || !relays.has(element.group)) break;
    step = step.previous;
  }
  return arrival.target.id;
}
