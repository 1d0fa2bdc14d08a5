import assert from 'node:assert/strict';
import { buildGraph } from '../../server/diagram/graph/build-graph.ts';
import type { Graph } from '../../server/diagram/graph/graph.ts';
import {
  clip,
  contains,
  grown,
  overlaps,
  segments,
  type Box,
  type Point,
} from '../../server/diagram/place/geometry.ts';
import { layout } from '../../server/diagram/place/layout.ts';
import type { Placed } from '../../server/diagram/place/placed.ts';
import { readingOrder } from '../../server/diagram/place/reading-order.ts';
import { placeInRows } from '../../server/diagram/place/row-layout.ts';
import { renderSvg } from '../../server/diagram/svg/render-svg.ts';
import { engine } from '../support/diagram-engine.ts';
import { subjectOf } from '../support/diagram-input.ts';
import { generatedDescriptor } from '../support/generated-descriptor.ts';
import { readSvg } from '../support/svg.ts';

const layouts: Readonly<Record<string, (graph: Graph) => Promise<Placed>>> = {
  careful: (graph) => layout(graph, engine),
  downwards: (graph) => layout(graph, engine, { profile: 'careful', direction: 'down' }),
  fast: (graph) => layout(graph, engine, { profile: 'fast', direction: 'right' }),
  rows: (graph) => Promise.resolve(placeInRows(graph)),
};

describe('a picture of a generated architecture', function () {
  this.timeout(60_000);
  for (const [name, place] of Object.entries(layouts)) {
    for (const [elements, seed] of [
      [2, 1],
      [12, 2],
      [12, 3],
      [30, 4],
      [60, 5],
      [150, 6],
    ] as const) {
      if (elements > 60 && name !== 'careful' && name !== 'rows') continue;
      it(`is sound: ${name}, ${elements} elements`, async () => {
        const graph = buildGraph(subjectOf(generatedDescriptor(elements, seed)));
        assertSound(await place(graph), name === 'careful' || name === 'downwards');
      });
    }
  }
});

function assertSound(placed: Placed, labelsHaveRoom: boolean): void {
  const { graph, nodes, boundaries, edges, size } = placed;
  const canvas = grown({ x: 0, y: 0, ...size }, 0.2);
  assertDrawnOnce(placed);
  assert.equal(
    readingOrder(placed).length,
    graph.nodes.length + graph.boundaries.length + graph.edges.length,
    'everything is in the reading order',
  );
  assertApart(nodes.map(({ node, box }) => [node.id, box]));
  const frames = new Map(boundaries.map(({ boundary, box }) => [boundary.id, box]));
  for (const parent of [undefined, ...frames.keys()]) {
    assertApart([
      ...boundaries
        .filter(({ boundary }) => boundary.parent === parent)
        .map(({ boundary, box }) => [boundary.id, box] as const),
      ...nodes.filter(({ node }) => node.parent === parent).map(({ node, box }) => [node.id, box] as const),
    ]);
  }
  for (const { box, node } of nodes) assertInside(node.id, box, frames.get(node.parent ?? '') ?? canvas);
  for (const { box, boundary } of boundaries) {
    assertInside(boundary.id, box, frames.get(boundary.parent ?? '') ?? canvas);
  }
  const boxes = new Map(nodes.map(({ node, box }) => [node.id, box]));
  for (const { edge, points, label, crossings } of edges) {
    assertAtBorder(`${edge.key} begins at ${edge.from}`, points[0], boxes.get(edge.from));
    assertAtBorder(`${edge.key} ends at ${edge.to}`, points.at(-1), boxes.get(edge.to));
    assert.equal(label === undefined, edge.label === undefined);
    if (label !== undefined) {
      assertInside(`label of ${edge.key}`, label, canvas);
      const onLine = segments(points).some((part) => clip(part, label) !== undefined);
      assert.ok(onLine, `label of ${edge.key} is off its line`);
    }
    if (edge.from !== edge.to)
      assert.equal(crossings.length, edge.crosses.length, `crossings of ${edge.key}`);
  }
  if (labelsHaveRoom) {
    assertApart([
      ...nodes.map(({ node, box }) => [node.id, box] as const),
      ...edges.flatMap(({ edge, label }) =>
        label === undefined ? [] : [[`label of ${edge.key}`, label] as const],
      ),
    ]);
  }
}

function assertDrawnOnce(placed: Placed): void {
  const { graph } = placed;
  const drawn = readSvg(renderSvg(placed, { theme: 'light', frame: 'sheet' }))
    .filter(({ attributes }) => attributes.role === 'img' && attributes['data-type'] !== 'guard')
    .map(({ attributes }) => `${attributes['data-type']} ${attributes['data-key'] ?? attributes['data-id']}`);
  const wanted = [
    ...graph.boundaries.map(({ id }) => `boundary ${id}`),
    ...graph.edges.map(
      ({ key, type }) => `${type === 'implied' ? type : 'flow'} ${key.replace('>', '&gt;')}`,
    ),
    ...graph.nodes.map(({ id, form }) => `${form === 'collapsed' ? 'boundary' : 'element'} ${id}`),
  ];
  assert.deepEqual(drawn.sort(), wanted.sort());
}

function assertApart(boxes: readonly (readonly [string, Box])[]): void {
  boxes.forEach(([name, box], index) => {
    for (const [other, otherBox] of boxes.slice(index + 1)) {
      assert.ok(!overlaps(grown(box, -0.3), otherBox), `${name} and ${other} overlap`);
    }
  });
}

function assertInside(name: string, inner: Box, outer: Box): void {
  assert.ok(contains(grown(outer, 0.2), inner), `${name} reaches out of what it lies in`);
}

function assertAtBorder(what: string, point: Point | undefined, box: Box | undefined): void {
  assert.ok(point !== undefined && box !== undefined, what);
  const inside = contains(grown(box, 0.5), { ...point, width: 0, height: 0 });
  const deep = contains(grown(box, -0.5), { ...point, width: 0, height: 0 });
  assert.ok(inside && !deep, `${what}: ${JSON.stringify(point)} ${JSON.stringify(box)}`);
}
