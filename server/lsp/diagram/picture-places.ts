import { cleanText } from '../../diagram/graph/clean-text.ts';
import type { GraphEdge, GraphNode } from '../../diagram/graph/graph.ts';
import type { Direction } from '../../diagram/place/elk-graph.ts';
import type { Placed } from '../../diagram/place/placed.ts';
import { readingOrder } from '../../diagram/place/reading-order.ts';
import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import type { Span } from '../../text/span.ts';
import { toRange } from '../convert.ts';
import type { Descriptor } from '../workspace.ts';
import type { FindingNote, PictureFrame, PicturePlace, PlaceKey } from './picture.ts';

/** Everything drawn in reading order, with its places in the text and its findings. */
export function picturePlaces(
  descriptor: Descriptor,
  placed: Placed,
  direction: Direction,
): readonly PicturePlace[] {
  const { architecture, findings } = descriptor.analysis;
  const { graph } = placed;
  const [nodes, boundaries, edges] = [
    new Map(graph.nodes.map((node) => [node.id, node])),
    new Map(graph.boundaries.map((boundary) => [boundary.id, boundary])),
    new Map(graph.edges.map((edge) => [edge.key, edge])),
  ];
  const at = (key: PlaceKey, named: Named, ids: readonly string[], spans: readonly (Span | undefined)[]) => ({
    key,
    name: named.name,
    description: named.description,
    ranges: spans.flatMap((span) => (span === undefined ? [] : [toRange(descriptor.document, span)])),
    findings: findings.filter(({ element }) => ids.includes(element)).map(({ id }) => id),
  });
  const all = readingOrder(placed, direction).flatMap(({ type, id }): readonly PicturePlace[] => {
    const [node, boundary, edge] = [nodes.get(id), boundaries.get(id), edges.get(id)];
    if (type === 'node' && node !== undefined) {
      const span = (architecture.elements.get(id) ?? architecture.boundaries.get(id))?.span;
      const inside = node.form === 'collapsed' ? contentsOf(descriptor, id) : [];
      return [at(nodeKey(node), node, [id, ...inside], [span])];
    }
    if (type === 'boundary' && boundary !== undefined) {
      return [at(`boundary:${id}`, boundary, [id], [architecture.boundaries.get(id)?.span])];
    }
    if (type === 'edge' && edge !== undefined) {
      return [at(edgeKey(edge), edge, edge.flows, spansOf(descriptor, edge))];
    }
    return [];
  });
  const system = { name: graph.title.name, description: graph.title.facts };
  return [...all, at('system:', system, ['system'], [architecture.system.span])];
}

interface Named {
  readonly name: string;
  readonly description: string;
}

/** An implied flow is said by the element it comes from. */
function spansOf({ analysis }: Descriptor, { flows, from }: GraphEdge): readonly (Span | undefined)[] {
  const { architecture } = analysis;
  if (flows.length === 0) return [architecture.elements.get(from)?.span];
  return flows.map((wanted) => architecture.flows.find(({ id }) => id === wanted)?.span);
}

/** Ids of all that lies in a boundary, flows between its elements included. */
function contentsOf({ analysis }: Descriptor, outer: string): readonly string[] {
  const { boundaries, elements, flows } = analysis.architecture;
  const inside = new Set<string>([outer]);
  for (let before = 0; before < inside.size;) {
    before = inside.size;
    for (const { id, within } of boundaries.values()) if (inside.has(within ?? '')) inside.add(id);
  }
  const held = [...elements.values()].filter(({ within }) => inside.has(within ?? '')).map(({ id }) => id);
  const inner = flows.filter(({ from, to }) => held.includes(from.text) && held.includes(to.text));
  return [...inside, ...held, ...inner.map(({ id }) => id)];
}

function nodeKey({ form, id }: GraphNode): PlaceKey {
  return `${form === 'collapsed' ? 'boundary' : 'element'}:${id}`;
}

function edgeKey({ key }: GraphEdge): PlaceKey {
  return `edge:${key}`;
}

/** The findings of all places, worst first by place. */
export function findingNotes(descriptor: Descriptor, docsBase: string): readonly FindingNote[] {
  return descriptor.analysis.findings
    .filter(({ status }) => status !== 'accepted')
    .map((finding) => noteOf(finding, docsBase));
}

function noteOf(finding: Finding, docsBase: string): FindingNote {
  const { id, rule, status, message, because, risks, paths, origin } = finding;
  return {
    id,
    rule,
    status,
    severity: shownSeverity(finding),
    message: cleanText(message),
    reasons: because.map(({ text }) => cleanText(text)),
    risks,
    paths: paths.filter((path) => path.length > 2).length,
    page: origin === 'bartizan' ? `${docsBase}/rules/${rule}.md` : undefined,
  };
}

/** The attack path in focus as it is drawn: an element in a collapsed boundary is that boundary. */
export function trailOf(path: readonly string[], { graph }: Placed): PictureFrame['trail'] {
  const keys = path.flatMap((id): readonly PlaceKey[] => {
    const node = graph.nodes.find((candidate) => candidate.id === id);
    if (node !== undefined) return [nodeKey(node)];
    const edge = graph.edges.find(({ key, flows }) => key === id || flows.includes(id));
    return edge === undefined ? [] : [edgeKey(edge)];
  });
  return keys.filter((key, index) => key !== keys[index - 1]);
}
