import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Graph, GraphBoundary, GraphEdge, GraphNode } from '../graph/graph.ts';

/** `careful` is the layout to look at; `fast` gives up labels on the lines and straightness for time. */
export type Profile = 'careful' | 'fast';

/** Which way most flows run. Wide systems are easier to put on a sheet downwards. */
export type Direction = 'right' | 'down';

export interface LayoutOptions {
  readonly profile: Profile;
  readonly direction: Direction;
}

/** The graph as ELK takes it: a tree of boundaries and nodes, all edges at the root, the order of the file kept. */
export function toElk(graph: Graph, { profile, direction }: LayoutOptions): ElkNode {
  const lines = mostLines(graph);
  const children = (parent: string | undefined): ElkNode[] => [
    ...graph.boundaries.filter((boundary) => boundary.parent === parent).map(frame),
    ...graph.nodes
      .filter((node) => node.parent === parent)
      .map((node) => leaf(node, lines(node.id), direction)),
  ];
  const frame = (boundary: GraphBoundary): ElkNode => {
    const inside = children(boundary.id);
    return inside.length === 0
      ? emptyFrame(boundary)
      : { ...fullFrame(boundary, { profile, direction }), children: inside };
  };
  return {
    id: 'root',
    layoutOptions: {
      ...common,
      ...spacing[profile],
      ...profiles[profile],
      'elk.direction': direction.toUpperCase(),
    },
    children: children(undefined),
    edges: [...graph.edges.map((edge) => line(edge, profile)), ...guardEdges(graph)],
  };
}

export const nodeId = (id: string): string => `n:${id}`;
export const boundaryId = (id: string): string => `b:${id}`;
export const edgeId = (key: string): string => `e:${key}`;

const frameTop = 42;
const framePadding = 20;

const distances: Readonly<Record<string, string>> = {
  'elk.spacing.nodeNode': '30',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelLabel': '6',
  'elk.spacing.componentComponent': '32',
  'elk.spacing.portPort': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
};

const spacing: Readonly<Record<Profile, Readonly<Record<string, string>>>> = {
  careful: distances,
  // Room between the columns for labels that ELK is not told of.
  fast: { ...distances, 'elk.layered.spacing.nodeNodeBetweenLayers': '130' },
};

const common: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
  'elk.layered.unnecessaryBendpoints': 'true',
};

const profiles: Readonly<Record<Profile, Readonly<Record<string, string>>>> = {
  careful: {
    'elk.layered.thoroughness': '12',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.nodePlacement.favorStraightEdges': 'true',
    'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH',
  },
  fast: {
    'elk.layered.thoroughness': '1',
    'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
  },
};

/** A node is as large as its text, and large enough for all lines that end at one side of it. */
function leaf({ id, size }: GraphNode, lines: number, direction: Direction): ElkNode {
  const room = (lines - 1) * betweenLines + 28;
  return {
    id: nodeId(id),
    width: direction === 'down' ? Math.max(size.width, room) : size.width,
    height: direction === 'right' ? Math.max(size.height, room) : size.height,
  };
}

const betweenLines = 15;

/** How many lines begin at a node, or end there, whichever are more. */
function mostLines({ edges }: Graph): (node: string) => number {
  const [leaving, arriving] = [new Map<string, number>(), new Map<string, number>()];
  for (const { from, to } of edges) {
    leaving.set(from, (leaving.get(from) ?? 0) + 1);
    arriving.set(to, (arriving.get(to) ?? 0) + 1);
  }
  return (node) => Math.max(leaving.get(node) ?? 0, arriving.get(node) ?? 0);
}

function emptyFrame({ id, heading }: GraphBoundary): ElkNode {
  return { id: boundaryId(id), width: heading.width, height: frameTop + framePadding };
}

function fullFrame({ id, heading }: GraphBoundary, { profile, direction }: LayoutOptions): ElkNode {
  const least = [heading.width, frameTop + framePadding];
  return {
    id: boundaryId(id),
    layoutOptions: {
      // Distances are not inherited. The order of the file must stay off here: with it, ELK 0.12 breaks.
      ...spacing[profile],
      'elk.padding': `[top=${frameTop},left=${framePadding},bottom=${framePadding},right=${framePadding}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      // ELK 0.12 turns the graph for a layout downwards, and forgets to turn this.
      'elk.nodeSize.minimum': `(${(direction === 'right' ? least : least.toReversed()).join()})`,
    },
  };
}

function line({ key, from, to, label, type }: GraphEdge, profile: Profile): ElkExtendedEdge {
  const labels = [
    {
      text: key,
      width: label?.size.width ?? 0,
      height: label?.size.height ?? 0,
      layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
    },
  ];
  return {
    id: edgeId(key),
    sources: [nodeId(from)],
    targets: [nodeId(to)],
    layoutOptions: { 'elk.layered.priority.straightness': type === 'implied' ? '0' : '2' },
    ...(profile === 'careful' && label !== undefined ? { labels } : {}),
  };
}

/** Edges that are not drawn as they are placed, but bring a control point near to what it guards. */
function guardEdges({ guards, edges }: Graph): readonly ElkExtendedEdge[] {
  return guards.flatMap(({ from, target }, index) => {
    const to = target.type === 'node' ? target.id : edges.find(({ key }) => key === target.id)?.to;
    return to === undefined || to === from
      ? []
      : [{ id: `g:${index}`, sources: [nodeId(from)], targets: [nodeId(to)] }];
  });
}
