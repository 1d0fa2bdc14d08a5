import type { Architecture, Boundary, Element, Flow } from '../model/architecture.ts';
import { boundariesAround, isOutside } from '../model/containment.ts';
import type { Links } from './scene.ts';

export function buildLinks(architecture: Architecture): Links {
  const from = groupFlows(architecture.flows, (flow) => flow.from.text);
  const to = groupFlows(architecture.flows, (flow) => flow.to.text);
  const byId = groupFlows(architecture.flows, (flow) => flow.id);
  const guards = buildGuards(architecture);
  const around = new Map<string, readonly Boundary[]>();
  for (const element of architecture.elements.values()) {
    around.set(element.id, boundariesAround(architecture, element.id));
  }
  const zone = (element: Element): string | undefined =>
    element.facts.get('zone')?.values[0]?.text ??
    around.get(element.id)?.find((b) => b.zone !== undefined)?.zone;
  return {
    flowsFrom: (element) => from.get(element) ?? [],
    flowsTo: (element) => to.get(element) ?? [],
    flowsOf: (id) => byId.get(id) ?? [],
    around: (element) => around.get(element) ?? [],
    zone,
    outside: (element) => isOutside(architecture, element),
    guardsOf: (place) => guards.get(place) ?? [],
    crossed: (flow) => {
      const left = around.get(flow.from.text) ?? [];
      const entered = around.get(flow.to.text) ?? [];
      return [
        ...left.filter((boundary) => !entered.includes(boundary)),
        ...entered.filter((boundary) => !left.includes(boundary)).toReversed(),
      ];
    },
  };
}

function groupFlows(
  flows: readonly Flow[],
  end: (flow: Flow) => string,
): ReadonlyMap<string, readonly Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    const list = groups.get(end(flow));
    if (list === undefined) groups.set(end(flow), [flow]);
    else list.push(flow);
  }
  return groups;
}

function buildGuards(architecture: Architecture): ReadonlyMap<string, readonly Element[]> {
  const guards = new Map<string, Element[]>();
  for (const element of architecture.elements.values()) {
    for (const guarded of element.facts.get('guards')?.values ?? []) {
      const list = guards.get(guarded.text) ?? [];
      list.push(element);
      guards.set(guarded.text, list);
    }
  }
  return guards;
}
