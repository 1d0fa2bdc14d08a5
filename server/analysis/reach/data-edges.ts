import type { Architecture, Flow } from '../../model/architecture.ts';
import { askingPurposes } from '../../model/vocabulary/flow-keys.ts';

/** Content that nobody named: one name for all of it keeps the analysis linear in the flows. */
export const unnamed = '*';

/**
 * One direction of a flow in which content moves. A call with an answer gives two edges.
 * `carries` is absent where everything passes that can have reached `from`.
 */
export interface DataEdge {
  readonly index: number;
  readonly flow: Flow;
  readonly direction: 'forward' | 'return';
  readonly from: string;
  readonly to: string;
  readonly carries: readonly string[] | undefined;
  readonly format: string | undefined;
  /** The answer is not drawn: it follows from a purpose that asks. */
  readonly presumed: boolean;
}

/** Sign-in and credential flows move no content: a service that reads its own key does not leak it. */
const silentPurposes: ReadonlySet<string> = new Set(['sign-in', 'credential']);

const readingPurposes: ReadonlySet<string> = new Set(['retrieval', 'query']);
const fillingPurposes: ReadonlySet<string> = new Set(['delivery', 'deployment', 'training']);
const writingRights: ReadonlySet<string> = new Set(['write', 'admin', 'root']);

export function buildDataEdges(architecture: Architecture): readonly DataEdge[] {
  const edges: DataEdge[] = [];
  const add = (edge: Omit<DataEdge, 'index'>): void => {
    edges.push({ ...edge, index: edges.length });
  };
  for (const flow of architecture.flows) {
    if (silentPurposes.has(flow.purpose)) continue;
    const forward = isFetching(architecture, flow) ? [] : flow.carries?.map((asset) => asset.text);
    if (forward?.length !== 0) {
      add({
        flow,
        direction: 'forward',
        from: flow.from.text,
        to: flow.to.text,
        carries: forward,
        format: flow.facts.get('format')?.values[0]?.text,
        presumed: false,
      });
    }
    const answer = answerOf(architecture, flow);
    if (answer !== undefined) {
      add({ flow, direction: 'return', from: flow.to.text, to: flow.from.text, ...answer });
    }
  }
  return edges;
}

/**
 * Whether what arrives becomes part of what the target hands out. A question to a store does not, and neither
 * do weights that are put into a model: they are not in its context.
 */
export function writes(architecture: Architecture, edge: DataEdge): boolean {
  return !asksStore(architecture, edge) && !fillsModel(architecture, edge);
}

/** A call that only reads from a store: what it carries is a question, not an entry. */
export function asksStore(architecture: Architecture, edge: DataEdge): boolean {
  const target = architecture.elements.get(edge.to);
  if (target?.shape !== 'store' || edge.direction === 'return') return false;
  if (!readingPurposes.has(edge.flow.purpose)) return false;
  const rights = edge.flow.facts.get('rights')?.values[0]?.text;
  return rights === undefined || !writingRights.has(rights);
}

/** Whether a flow brings weights or training data, and is no call. */
export function fillsModel(architecture: Architecture, { to, flow }: Pick<DataEdge, 'to' | 'flow'>): boolean {
  const target = architecture.elements.get(to);
  const isModel = target?.group === 'model' || target?.kind === 'inference-server';
  return isModel && fillingPurposes.has(flow.purpose);
}

/** Whoever opens a delivery at a place of supply, and hands nothing over, comes to take something away. */
function isFetching(architecture: Architecture, flow: Flow): boolean {
  if (flow.purpose !== 'delivery' || flow.carries !== undefined) return false;
  return supplyingKinds.has(architecture.elements.get(flow.to.text)?.kind ?? '');
}

const supplyingKinds: ReadonlySet<string> = new Set(['model-hub', 'model-registry', 'artifact-repository']);

function answerOf(
  architecture: Architecture,
  flow: Flow,
): Pick<DataEdge, 'carries' | 'format' | 'presumed'> | undefined {
  if (flow.returns !== undefined) {
    const carries = flow.returns.carries.map((asset) => asset.text);
    if (carries.length === 0) return undefined;
    return { carries, format: flow.returns.format?.text, presumed: false };
  }
  if (!flow.drawn) return undefined;
  if (!askingPurposes.has(flow.purpose) && !isFetching(architecture, flow)) return undefined;
  const held = architecture.elements.get(flow.to.text)?.facts.get('holds');
  const carries = held === undefined ? [unnamed] : held.values.map((value) => value.text);
  return { carries, format: undefined, presumed: true };
}
