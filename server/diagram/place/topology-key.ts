import type { Graph } from '../graph/graph.ts';

/**
 * Equal for graphs that have the same layout: ids, containment, ends and sizes. What changes only words of the same
 * size, marks or colours keeps the key. 53 bits of hash (cyrb53).
 */
export function topologyKey({ boundaries, nodes, edges, guards }: Graph): string {
  return hash(
    JSON.stringify([
      boundaries.map(({ id, parent, heading }) => [id, parent, heading.width]),
      nodes.map(({ id, parent, size }) => [id, parent, size.width, size.height]),
      edges.map(({ key, from, to, label, type }) => [
        key,
        from,
        to,
        label?.size.width,
        label?.size.height,
        type,
      ]),
      guards.map(({ from, target }) => [from, target.type, target.id]),
    ]),
  );
}

function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${(low >>> 0).toString(16).padStart(8, '0')}${(high >>> 0).toString(16).padStart(8, '0')}`;
}
