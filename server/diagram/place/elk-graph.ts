import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Graph, GraphBoundary, GraphEdge, GraphNode } from '../graph/graph.ts';

/** `careful` is the layout to look at; `fast` gives up labels on the lines and straightness for time. */
export type Profile = 'careful' | 'fast';

/** The graph as ELK takes it: a tree of boundaries and nodes, all edges at the root, the order of the file kept. */
export function toElk(graph: Graph, profile: Profile): ElkNode {
  const children = (parent: string | undefined): ElkNode[] => [
    ...graph.boundaries.filter((boundary) => boundary.parent === parent).map(frame),
    ...graph.nodes.filter((node) => node.parent === parent).map(leaf),
  ];
  const frame = (boundary: GraphBoundary): ElkNode => {
    const inside = children(boundary.id);
    return inside.length === 0 ? emptyFrame(boundary) : { ...fullFrame(boundary), children: inside };
  };
  return {
    id: 'root',
    layoutOptions: { ...common, ...profiles[profile] },
    children: children(undefined),
    edges: [...graph.edges.map((edge) => line(edge, profile)), ...guardEdges(graph)],
  };
}

export const nodeId = (id: string): string => `n:${id}`;
export const boundaryId = (id: string): string => `b:${id}`;
export const edgeId = (key: string): string => `e:${key}`;

const frameTop = 42;
const framePadding = 20;

const common: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': (globalThis as any).process.env.DIR ?? 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
  'elk.layered.unnecessaryBendpoints': 'true',
  'elk.spacing.nodeNode': '30',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelLabel': '6',
  'elk.spacing.componentComponent': '32',
  'elk.spacing.portPort': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
};

const profiles: Readonly<Record<Profile, LayoutOptions>> = {
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

function leaf({ id, size }: GraphNode): ElkNode {
  return { id: nodeId(id), width: size.width, height: size.height };
}

function emptyFrame({ id, heading }: GraphBoundary): ElkNode {
  return { id: boundaryId(id), width: heading.width, height: frameTop + framePadding };
}

function fullFrame({ id, heading }: GraphBoundary): ElkNode {
  return {
    id: boundaryId(id),
    layoutOptions: {
      'elk.padding': `[top=${frameTop},left=${framePadding},bottom=${framePadding},right=${framePadding}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${heading.width},${frameTop + framePadding})`,
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
