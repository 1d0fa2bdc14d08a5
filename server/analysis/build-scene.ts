import type { Catalog } from '../catalog/catalog.ts';
import type { Architecture, DataAsset } from '../model/architecture.ts';
import { buildControlIndex, type ControlIndex } from './controls/control-index.ts';
import { buildLinks } from './links.ts';
import { computeReach } from './reach/compute-reach.ts';
import type { DataEdge } from './reach/data-edges.ts';
import { emptyMemory } from './scene-memory.ts';
import type { Scene } from './scene.ts';
import { findKind } from '../model/vocabulary/vocabulary.ts';

/** Computes all that rules look at. The controls are looked up first: some of them let data be trusted. */
export function buildScene(
  architecture: Architecture,
  catalog: Catalog,
  assumptions: boolean,
): { readonly scene: Scene; readonly index: ControlIndex } {
  const links = buildLinks(architecture);
  const index = buildControlIndex(architecture, catalog, links);
  const crossed = new Map(
    architecture.flows.map((flow) => [flow.key, links.crossed(flow).map((boundary) => boundary.id)]),
  );
  const graph = computeReach(architecture, {
    effectsOf: (element) => {
      const stated = element.facts.get('effects')?.values.map((value) => value.text);
      const service = catalog.services.get(element.facts.get('service')?.values[0]?.text ?? '');
      return stated ?? findKind(element.kind)?.facts.effects ?? service?.facts.effects ?? [];
    },
    raiseSupported: (_asset: DataAsset, edge, holder) => raiseStands(catalog, index, edge, holder),
    crossedBy: (flowKey) => crossed.get(flowKey) ?? [],
  });
  return { scene: { architecture, catalog, graph, links, assumptions, memory: emptyMemory() }, index };
}

/** Whether a control that lets content be trusted stands where the content arrives or is kept. */
function raiseStands(
  catalog: Catalog,
  index: ControlIndex,
  edge: DataEdge | undefined,
  holder: string,
): boolean {
  for (const control of catalog.controls.values()) {
    if (!control.raisesTrust) continue;
    if (index.atElement(control.id, holder)?.state === 'met') return true;
    if (
      edge !== undefined &&
      index.onHop(control.id, edge.flow, edge.direction).some((s) => s.state === 'met')
    )
      return true;
  }
  return false;
}
