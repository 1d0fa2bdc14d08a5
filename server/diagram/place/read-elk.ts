import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { GraphEdge } from '../graph/graph.ts';
import { boundaryId, edgeId, nodeId } from './elk-graph.ts';
import { centre, type Box, type Point } from './geometry.ts';
import type { Placing } from './assemble.ts';

/** Boxes and lines out of ELK's answer. Throws where something of the graph has no place in it. */
export function readElk(root: ElkNode): Placing {
  const boxes = boxesOf(root);
  const boxAt = (id: string): Box => {
    const box = boxes.get(id);
    if (box === undefined) throw new Error(`the layout has no place for ${id}`);
    return box;
  };
  const lines = new Map((root.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    nodeBox: ({ id }) => boxAt(nodeId(id)),
    boundaryBox: ({ id }) => boxAt(boundaryId(id)),
    line: (edge) => {
      const placed = lines.get(edgeId(edge.key));
      const points = pointsOf(placed) ?? straight(boxAt(nodeId(edge.from)), boxAt(nodeId(edge.to)));
      return { points, label: labelOf(edge, placed) };
    },
    guardLine: (index) => pointsOf(lines.get(`g:${index}`)),
  };
}

function boxesOf(node: ElkNode): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const visit = ({ id, x = 0, y = 0, width = 0, height = 0, children = [] }: ElkNode): void => {
    boxes.set(id, { x, y, width, height });
    children.forEach(visit);
  };
  visit(node);
  return boxes;
}

function pointsOf(edge: ElkExtendedEdge | undefined): readonly Point[] | undefined {
  const section = edge?.sections?.[0];
  if (section === undefined) return undefined;
  return withoutIdlePoints([section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
}

/** Leaves out points at which the line does not turn: ELK makes one at every border. */
function withoutIdlePoints(points: readonly Point[]): readonly Point[] {
  return points
    .map(({ x, y }) => ({ x, y }))
    .filter((point, index, all) => {
      const [before, after] = [all[index - 1], all[index + 1]];
      if (before === undefined || after === undefined) return true;
      const across = Math.abs(before.x - point.x) < 0.2 && Math.abs(point.x - after.x) < 0.2;
      const level = Math.abs(before.y - point.y) < 0.2 && Math.abs(point.y - after.y) < 0.2;
      return !across && !level;
    });
}

function straight(from: Box, to: Box): readonly Point[] {
  return [centre(from), centre(to)];
}

/** Where ELK put the label; nothing where it was not asked to. */
function labelOf(edge: GraphEdge, placed: ElkExtendedEdge | undefined): Box | undefined {
  const label = placed?.labels?.[0];
  if (edge.label === undefined || label?.x === undefined || label.y === undefined) return undefined;
  return { x: label.x, y: label.y, ...edge.label.size };
}
