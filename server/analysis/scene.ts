import type { Catalog } from '../catalog/catalog.ts';
import type { Architecture, Boundary, Element, Flow } from '../model/architecture.ts';
import type { DataGraph } from './reach/compute-reach.ts';
import type { SceneMemory } from './scene-memory.ts';

/** Everything a rule may look at: the active architecture with what was computed from it. */
export interface Scene {
  readonly architecture: Architecture;
  readonly catalog: Catalog;
  readonly graph: DataGraph;
  readonly links: Links;
  /** Whether unsaid facts may complete a finding. */
  readonly assumptions: boolean;
  readonly memory: SceneMemory;
}

/** Look-ups over the architecture that many conditions need. */
export interface Links {
  flowsFrom(element: string): readonly Flow[];
  flowsTo(element: string): readonly Flow[];
  /** The flows that one entry stands for, one for each pair of ends. */
  flowsOf(id: string): readonly Flow[];
  /** Boundaries around an element, the innermost first. */
  around(element: string): readonly Boundary[];
  zone(element: Element): string | undefined;
  /** Outside our control: an actor, an external entity, or in an external zone. */
  outside(element: Element): boolean;
  /** Control points that guard an element or a flow, by the place's id. */
  guardsOf(place: string): readonly Element[];
  /** Boundaries that the flow crosses, those it leaves before those it enters. */
  crossed(flow: Flow): readonly Boundary[];
}
