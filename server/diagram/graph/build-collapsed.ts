import type { Finding } from '../../analysis/finding.ts';
import type { Boundary } from '../../model/architecture.ts';
import { cleanText } from './clean-text.ts';
import { enclosing } from './containment.ts';
import { ghostNote } from './ghost.ts';
import type { GraphNode } from './graph.ts';
import { fonts, nodeSize, nodeTextWidth } from './measure.ts';
import type { Subject } from './subject.ts';
import { describeMarks, tallyMarks } from './tally.ts';
import { fitLine, wrapText } from './wrap-text.ts';
import { count, sentence } from './words.ts';

/** A boundary drawn as one node, with the marks of all that lies in it. */
export function buildCollapsed(
  { architecture, active }: Subject,
  boundary: Boundary,
  parent: string | undefined,
  findingsAt: (place: string) => readonly Finding[],
): GraphNode {
  const { boundaries, elements, flows } = architecture;
  const inside = (within: string | undefined) =>
    enclosing(boundaries, within).some(({ id }) => id === boundary.id);
  const held = [...elements.values()].filter(({ within }) => inside(within));
  const ids = new Set(held.map(({ id }) => id));
  const inner = flows.filter(({ from, to, drawn }) => drawn && ids.has(from.text) && ids.has(to.text));
  const nested = [...boundaries.values()].filter(({ within }) => inside(within));
  const places = [boundary, ...nested, ...held];
  const marks = tallyMarks(
    [...places, ...new Map(inner.map((flow) => [flow.id, flow])).values()].flatMap(({ id }) =>
      findingsAt(id),
    ),
    places.flatMap(({ controls }) => controls),
  );
  const name = cleanText(boundary.title ?? boundary.id);
  const ghost = ghostNote(active.boundaries.has(boundary.id), boundary.switches);
  const title = wrapText(name, { font: fonts.title, width: nodeTextWidth, lines: 3 });
  const contents = `${count(held.length, 'element')}, ${count(inner.length, 'flow')}`;
  const details = [
    boundary.zone === undefined ? 'Boundary' : `${sentence(boundary.zone)} zone`,
    contents,
    ...(ghost === undefined ? [] : [ghost]),
  ];
  return {
    id: boundary.id,
    parent,
    form: 'collapsed',
    icon: 'boundary',
    zone: boundary.zone,
    title,
    details: details.map((line) => fitLine(line, fonts.detail, nodeTextWidth)),
    size: nodeSize('collapsed', title.length, details.length),
    ghost,
    marks,
    name: `${name}, collapsed boundary`,
    description: [contents, ...describeMarks(marks)].join('; '),
  };
}
