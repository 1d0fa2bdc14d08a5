import type { Boundary, Element, Flow } from '../../model/architecture.ts';
import { enclosing } from './containment.ts';
import { placesInFocus, type Focus } from './focus.ts';
import type { Subject } from './subject.ts';
import { count } from './words.ts';

export interface GraphOptions {
  /** Draws this and its neighbours alone. */
  readonly focus?: Focus;
  /** Boundaries drawn as one node. */
  readonly collapsed?: readonly string[];
  /** Boundaries that stay open however large the system is. */
  readonly expanded?: readonly string[];
  /** Above so many nodes boundaries are collapsed unasked; 120 where nothing is said. */
  readonly mostNodes?: number;
}

/** What of an architecture is to be drawn, and by which node each element is represented. */
export interface View {
  readonly elements: readonly Element[];
  /** Those drawn as a frame or, when collapsed, as a node. */
  readonly boundaries: readonly Boundary[];
  readonly flows: readonly Flow[];
  readonly collapsed: ReadonlySet<string>;
  /** The node an element is drawn by: itself, or the outermost collapsed boundary around it. */
  readonly nodeOf: (element: string) => string | undefined;
  readonly notices: readonly string[];
}

export function viewOf(subject: Subject, options: GraphOptions): View {
  const { architecture } = subject;
  const focus = options.focus === undefined ? undefined : placesInFocus(subject, options.focus);
  const elements = [...architecture.elements.values()].filter(({ id }) => focus?.has(id) ?? true);
  const shown = new Set(elements.map(({ id }) => id));
  const chains = new Map(elements.map(({ id, within }) => [id, enclosing(architecture.boundaries, within)]));
  const asked = new Set(options.collapsed ?? []);
  const added = collapseMore(elements.length, chains, asked, options);
  const collapsed = new Set([...asked, ...added]);
  const around = new Set([...chains.values()].flatMap((chain) => chain.map(({ id }) => id)));
  const outermost = (chain: readonly Boundary[]) => chain.findLast(({ id }) => collapsed.has(id))?.id;
  return {
    elements: elements.filter(({ id }) => outermost(chains.get(id) ?? []) === undefined),
    boundaries: [...architecture.boundaries.values()].filter(
      ({ id, within }) =>
        (focus === undefined || around.has(id)) &&
        outermost(enclosing(architecture.boundaries, within)) === undefined,
    ),
    flows: architecture.flows.filter(
      ({ id, from, to }) => shown.has(from.text) && shown.has(to.text) && (focus?.has(id) ?? true),
    ),
    collapsed,
    nodeOf: (element) => (shown.has(element) ? (outermost(chains.get(element) ?? []) ?? element) : undefined),
    notices:
      added.length === 0 ? [] : [`large system: ${count(added.length, 'boundary', 'boundaries')} collapsed`],
  };
}

/** Closes inner boundaries, the fullest first, until few enough nodes are left. */
function collapseMore(
  elements: number,
  chains: ReadonlyMap<string, readonly Boundary[]>,
  asked: ReadonlySet<string>,
  { expanded = [], mostNodes = 120 }: GraphOptions,
): readonly string[] {
  if (elements <= mostNodes) return [];
  const collapsed = new Set(asked);
  const added: string[] = [];
  for (;;) {
    const nodes = new Map<string, string | undefined>();
    for (const [element, chain] of chains) {
      const at = chain.findLastIndex(({ id }) => collapsed.has(id));
      nodes.set(at < 0 ? element : (chain[at]?.id ?? element), chain[at + 1]?.id);
    }
    if (nodes.size <= mostNodes) return added;
    const fullest = mostFilled(nodes, new Set([...expanded, ...collapsed]));
    if (fullest === undefined) return added;
    collapsed.add(fullest);
    added.push(fullest);
  }
}

function mostFilled(
  nodes: ReadonlyMap<string, string | undefined>,
  not: ReadonlySet<string>,
): string | undefined {
  const filled = new Map<string, number>();
  for (const parent of nodes.values()) {
    if (parent !== undefined && !not.has(parent)) filled.set(parent, (filled.get(parent) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [boundary, size] of filled) {
    if (size > 1 && size > (filled.get(best ?? '') ?? 1)) best = boundary;
  }
  return best;
}
