import type { Architecture } from '../../model/architecture.ts';
import { unnamed, writes, type DataEdge } from './data-edges.ts';

/** Where each asset can be, and where it comes into being. */
export interface AssetOrigins {
  /** Assets that some flow brings to an element, or that a store holds, by element. */
  readonly present: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the asset comes into being at the element, and is not only passed on by it. */
  originates(element: string, asset: string): boolean;
  /** Whether another element brings the asset here. */
  isBrought(element: string, asset: string): boolean;
  /** Assets that the edge moves. */
  carried(edge: DataEdge): ReadonlySet<string>;
  /** Those of them that come into being where the edge starts. */
  madeFor(edge: DataEdge): readonly string[];
}

export function findAssetOrigins(architecture: Architecture, edges: readonly DataEdge[]): AssetOrigins {
  const present = findPresence(architecture, edges);
  const carried = rememberCarried(present);
  const origins = findOrigins(architecture, edges, carried);
  const made = new Map<DataEdge, readonly string[]>();
  const brought = new Map([...architecture.elements.keys()].map((id) => [id, new Set<string>()]));
  for (const edge of edges) {
    if (edge.from === edge.to || !writes(architecture, edge)) continue;
    for (const asset of carried(edge)) brought.get(edge.to)?.add(asset);
  }
  return {
    present,
    carried,
    madeFor: (edge) => {
      let assets = made.get(edge);
      if (assets === undefined) {
        assets = [...carried(edge)].filter((asset) => origins.get(asset)?.has(edge.from));
        made.set(edge, assets);
      }
      return assets;
    },
    originates: (element, asset) => origins.get(asset)?.has(element) ?? false,
    isBrought: (element, asset) => brought.get(element)?.has(asset) ?? false,
  };
}

/** What each edge carries, made once: flows that say nothing share the list of their source. */
function rememberCarried(
  present: ReadonlyMap<string, ReadonlySet<string>>,
): (edge: DataEdge) => ReadonlySet<string> {
  const named = new Map<DataEdge, ReadonlySet<string>>();
  const unsaid = new Map<string, ReadonlySet<string>>();
  return (edge) => {
    const known = edge.carries === undefined ? unsaid.get(edge.from) : named.get(edge);
    if (known !== undefined) return known;
    const carried = new Set(edge.carries ?? withUnnamed(present.get(edge.from) ?? new Set()));
    if (edge.carries === undefined) unsaid.set(edge.from, carried);
    else named.set(edge, carried);
    return carried;
  };
}

/** A flow that says nothing passes on all there is, and whatever its source adds. */
function* withUnnamed(assets: ReadonlySet<string>): Iterable<string> {
  yield* assets;
  if (!assets.has(unnamed)) yield unnamed;
}

function findPresence(
  architecture: Architecture,
  edges: readonly DataEdge[],
): ReadonlyMap<string, Set<string>> {
  const present = new Map<string, Set<string>>();
  for (const element of architecture.elements.values()) {
    const held = element.facts.get('holds')?.values.map((value) => value.text) ?? [];
    present.set(element.id, new Set(held));
  }
  const outgoing = groupBySource(edges);
  const waiting = new Set(architecture.elements.keys());
  for (const source of waiting) {
    waiting.delete(source);
    for (const edge of outgoing.get(source) ?? []) {
      const target = present.get(edge.to);
      if (target === undefined || !writes(architecture, edge)) continue;
      const before = target.size;
      for (const asset of edge.carries ?? withUnnamed(present.get(source) ?? new Set())) target.add(asset);
      if (target.size > before) waiting.add(edge.to);
    }
  }
  return present;
}

export function groupBySource(edges: readonly DataEdge[]): ReadonlyMap<string, readonly DataEdge[]> {
  const outgoing = new Map<string, DataEdge[]>();
  for (const edge of edges) {
    const list = outgoing.get(edge.from);
    if (list === undefined) outgoing.set(edge.from, [edge]);
    else list.push(edge);
  }
  return outgoing;
}

/**
 * An asset comes into being where it is handed out and nothing brings it. Where elements only hand it to
 * each other in a circle, it comes into being at each of them: otherwise taint would be lost in the circle.
 */
function findOrigins(
  architecture: Architecture,
  edges: readonly DataEdge[],
  carried: (edge: DataEdge) => Iterable<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const movesByAsset = new Map<string, { from: string; to: string }[]>();
  for (const edge of edges) {
    const arrives = writes(architecture, edge);
    for (const asset of carried(edge)) {
      const moves = movesByAsset.get(asset) ?? [];
      movesByAsset.set(asset, moves);
      if (arrives) moves.push({ from: edge.from, to: edge.to });
      else moves.push({ from: edge.from, to: edge.from });
    }
  }
  const origins = new Map<string, Set<string>>();
  for (const [asset, moves] of movesByAsset) origins.set(asset, new Set(sourceMembers(moves)));
  for (const element of architecture.elements.values()) {
    for (const held of element.facts.get('holds')?.values ?? []) {
      const brought = movesByAsset
        .get(held.text)
        ?.some((move) => move.to === element.id && move.from !== element.id);
      if (brought === true) continue;
      const known = origins.get(held.text) ?? new Set();
      origins.set(held.text, known.add(element.id));
    }
  }
  return origins;
}

/** Members of the strongly connected groups that nothing outside the group leads into (Tarjan's algorithm, iterative). */
function sourceMembers(moves: readonly { readonly from: string; readonly to: string }[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of moves) {
    const list = next.get(from) ?? [];
    next.set(from, list);
    if (from !== to) list.push(to);
    if (!next.has(to)) next.set(to, []);
  }
  const groupOf = stronglyConnected(next);
  const entered = new Set<number>();
  for (const { from, to } of moves) {
    const source = groupOf.get(from);
    const target = groupOf.get(to);
    if (source !== target && target !== undefined) entered.add(target);
  }
  return [...groupOf].filter(([, group]) => !entered.has(group)).map(([member]) => member);
}

function stronglyConnected(next: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const groupOf = new Map<string, number>();
  const stack: string[] = [];
  let groups = 0;
  for (const root of next.keys()) {
    if (order.has(root)) continue;
    const work: { node: string; at: number }[] = [{ node: root, at: 0 }];
    while (work.length > 0) {
      const frame = work.at(-1);
      if (frame === undefined) break;
      const { node } = frame;
      if (frame.at === 0) {
        order.set(node, order.size);
        low.set(node, order.get(node) ?? 0);
        stack.push(node);
      }
      const target = next.get(node)?.[frame.at];
      frame.at += 1;
      if (target !== undefined) {
        if (!order.has(target)) work.push({ node: target, at: 0 });
        else if (!groupOf.has(target)) low.set(node, Math.min(low.get(node) ?? 0, order.get(target) ?? 0));
        continue;
      }
      work.pop();
      if (low.get(node) === order.get(node)) {
        for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
          groupOf.set(member, groups);
          if (member === node) break;
        }
        groups += 1;
      }
      const parent = work.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(node) ?? 0));
    }
  }
  return groupOf;
}
