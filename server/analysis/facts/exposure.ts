import type { Element } from '../../model/architecture.ts';
import type { Scene } from '../scene.ts';
import { derived, type Reading } from './reading.ts';

/**
 * Who can reach an element over the network, where it does not say so itself: the internet where somebody
 * outside our control opens a connection to it, the same machine where every connection is a local pipe.
 */
export function exposureOf(scene: Scene, element: Element): Reading | undefined {
  if (element.role === 'actor') return undefined;
  const incoming = scene.links.flowsTo(element.id).filter((flow) => flow.drawn);
  const local = incoming.every((flow) => protocolOf(flow.facts) === 'stdio');
  const overStdio = element.facts.get('transport')?.values[0]?.text === 'stdio';
  if (overStdio || (local && incoming.length > 0)) {
    return derived(`"${element.id}" is reached on the same machine only`, 'local');
  }
  if (element.group === 'external')
    return derived(`"${element.id}" is reached over the internet`, 'internet');
  const public_ = incoming.find((flow) => {
    const caller = scene.architecture.elements.get(flow.from.text);
    const delivers = flow.purpose === 'delivery' || flow.purpose === 'deployment';
    return (
      caller !== undefined && !delivers && lyingOutside(scene, caller) && protocolOf(flow.facts) !== 'stdio'
    );
  });
  if (public_ !== undefined) {
    return derived(`"${public_.from.text}" reaches "${element.id}" from outside`, 'internet');
  }
  return derived(`nobody outside reaches "${element.id}" directly`, 'internal');
}

/** In an external zone; an actor that lies in one of our own boundaries reaches us from within. */
export function lyingOutside(scene: Scene, element: Element): boolean {
  const zone = scene.links.zone(element);
  if (element.role === 'actor') {
    const around = scene.links.around(element.id);
    return (
      zone === 'external' || around.some((boundary) => boundary.zone === 'external') || around.length === 0
    );
  }
  return scene.links.outside(element);
}

function protocolOf(facts: Element['facts']): string | undefined {
  return facts.get('protocol')?.values[0]?.text.toLowerCase();
}
