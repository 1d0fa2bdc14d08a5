import type { Control } from '../../catalog/control.ts';
import type { Architecture } from '../../model/architecture.ts';
import { mayStandOnBoundary, mayStandOnElement, mayStandOnFlow } from '../../model/control-places.ts';
import type { ControlSite } from '../finding.ts';
import type { Scene } from '../scene.ts';

/** The site of an element, flow entry or boundary by its id. */
function siteOf(scene: Scene, id: string): ControlSite | undefined {
  if (id === 'system') return { section: 'system', id: undefined };
  const element = scene.architecture.elements.get(id);
  if (element !== undefined) return { section: element.role === 'actor' ? 'actors' : 'components', id };
  if (scene.architecture.boundaries.has(id)) return { section: 'boundaries', id };
  return scene.links.flowsOf(id).some((flow) => flow.drawn) ? { section: 'flows', id } : undefined;
}

/** An element and what stands around it: its boundaries inside our control, then the system. */
export function sitesAround(scene: Scene, element: string): readonly ControlSite[] {
  const boundaries = scene.links.around(element).filter((boundary) => boundary.zone !== 'external');
  return dedupe(scene, [element, ...boundaries.map((boundary) => boundary.id), 'system']);
}

export function dedupe(scene: Scene, ids: readonly string[]): readonly ControlSite[] {
  return [...new Set(ids)].flatMap((id) => siteOf(scene, id) ?? []);
}

/** Whether the catalog lets the control stand at a site. */
export function mayStandAt(architecture: Architecture, control: Control, site: ControlSite): boolean {
  if (site.section === 'system') return control.places.system;
  const id = site.id ?? '';
  const boundary = architecture.boundaries.get(id);
  if (site.section === 'boundaries')
    return boundary !== undefined && mayStandOnBoundary(control.places, boundary);
  const element = architecture.elements.get(id);
  if (element !== undefined) return mayStandOnElement(control.places, element);
  const flow = architecture.flows.find((candidate) => candidate.id === id && candidate.drawn);
  return flow !== undefined && mayStandOnFlow(control.places, flow);
}
