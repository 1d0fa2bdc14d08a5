import type { GraphEdge, LabelLine } from '../graph/graph.ts';
import { badgeWidth, chipsWidth, fonts, label as metrics, lockWidth } from '../graph/measure.ts';
import { textWidth } from '../graph/text-width.ts';
import type { Box, Point } from '../place/geometry.ts';
import type { PlacedEdge } from '../place/placed.ts';
import { drawBadge, drawChips } from './draw-marks.ts';
import { openLock } from './icons.ts';
import { arrowHead, roundedPath, shortened } from './line-path.ts';
import { zoneColour, type Theme } from './theme.ts';
import { group, num, tag, text, type Attributes } from './xml.ts';

/** A flow: its line, arrow heads and border crossings. `zoneOf` knows the zones of boundaries. */
export function drawEdge(
  { edge, points, crossings }: PlacedEdge,
  zoneOf: (boundary: string) => string | undefined,
  theme: Theme,
): string {
  return group(
    {
      class: classesOf(edge),
      role: 'img',
      'aria-label': edge.description === '' ? edge.name : `${edge.name}: ${edge.description}`,
      ...placeOf(edge),
      opacity: edge.ghost === undefined ? undefined : theme.ghost,
    },
    drawLine(edge, points, theme),
    ...crossings.map(({ boundary, at }) =>
      tag('circle', {
        class: 'crossing',
        cx: at.x,
        cy: at.y,
        r: 4,
        fill: theme.canvas,
        stroke: zoneColour(theme, zoneOf(boundary)),
        'stroke-width': 1.8 * theme.stroke,
      }),
    ),
  );
}

/** For the panel: what it is and where in the text; an implied flow is said by the element it comes from or goes to. */
function placeOf({ type, flows, key }: GraphEdge): Attributes {
  return {
    'data-type': type === 'implied' ? 'implied' : 'flow',
    'data-id': flows.join(' '),
    'data-key': key,
  };
}

function classesOf({ type, untrusted, encryption, ghost, answers }: GraphEdge): string {
  return [
    'flow',
    type,
    ...(untrusted ? ['untrusted'] : []),
    ...(encryption === 'unencrypted' ? ['unencrypted'] : []),
    ...(answers ? ['answers'] : []),
    ...(ghost === undefined ? [] : ['ghost']),
  ].join(' ');
}

/** Untrusted flows are double lines, unencrypted ones broken lines; an answer has an open head where it arrives. */
export function drawLine(
  { type, untrusted, encryption, answers }: Pick<GraphEdge, 'type' | 'untrusted' | 'encryption' | 'answers'>,
  points: readonly Point[],
  theme: Theme,
): string {
  const colour = untrusted ? theme.untrusted : theme.flow;
  const dashes = encryption === 'unencrypted' ? '7 5' : type === 'implied' ? '1.5 4' : undefined;
  const d = roundedPath(shortened(points, 7, answers ? 7 : 0));
  const width = (type === 'bundle' ? 2.4 : 1.5) * theme.stroke;
  const line = (strokeWidth: number, stroke: string) =>
    tag('path', {
      d,
      fill: 'none',
      stroke,
      'stroke-width': strokeWidth,
      'stroke-dasharray': dashes,
      'stroke-linecap': type === 'implied' ? 'round' : undefined,
    });
  return [
    tag('path', {
      class: 'reach',
      d,
      fill: 'none',
      stroke: 'none',
      'stroke-width': 12,
      'pointer-events': 'stroke',
    }),
    untrusted ? line(width + 2.7, colour) + line(width + 0.1, theme.canvas) : line(width, colour),
    arrowHead(points, 'end', { fill: colour, stroke: colour }),
    answers ? arrowHead(points, 'start', { fill: theme.canvas, stroke: colour }) : '',
  ].join('');
}

/** The label of a flow; drawn after all lines, so that none strikes it through. */
export function drawLabel({ edge, label }: PlacedEdge, theme: Theme): string {
  if (edge.label === undefined || label === undefined) return '';
  return group(
    {
      class: 'label',
      'aria-hidden': 'true',
      ...placeOf(edge),
    },
    tag('rect', { ...label, rx: 4, fill: theme.canvas }),
    group(
      { opacity: edge.ghost === undefined ? undefined : theme.ghost },
      drawTitleMarks(edge, label, theme),
      ...edge.label.lines.map((line, index) => drawLabelLine(edge, label, line, index, theme)),
    ),
  );
}

function drawLabelLine(
  edge: GraphEdge,
  label: Box,
  { type, text: content }: LabelLine,
  index: number,
  theme: Theme,
): string {
  const x = label.x + metrics.paddingX;
  const y = rowTop(edge, label) + index * metrics.line + 10.6;
  if (type === 'title') {
    const left = index === 0 && edge.encryption === 'unencrypted' ? lockWidth : 0;
    return text(x + left, y, content, {
      font: fonts.flow,
      fill: edge.untrusted ? theme.untrusted : theme.ink,
    });
  }
  return (
    drawCargoArrow(x, y - 3.6, type, edge.untrusted ? theme.untrusted : theme.flow) +
    text(x + metrics.arrow, y, content, { font: fonts.cargo, fill: theme.muted })
  );
}

function rowTop(edge: GraphEdge, label: Box): number {
  return label.y + metrics.paddingY + (badgeWidth(edge.marks) > 0 ? 2 : 0);
}

/** The open lock before the title; shields and badge behind it, at the right end of the label. */
function drawTitleMarks(edge: GraphEdge, label: Box, theme: Theme): string {
  const [first] = edge.label?.lines ?? [];
  const middle = rowTop(edge, label) + metrics.line / 2;
  const lock = edge.encryption === 'unencrypted';
  const titleWidth = first?.type === 'title' ? textWidth(first.text, fonts.flow) + metrics.gap : 0;
  const x = label.x + metrics.paddingX + (lock ? lockWidth : 0) + titleWidth;
  return [
    lock ? drawLock(label.x + metrics.paddingX, middle - 6.5, theme) : '',
    drawChips(x, middle, edge.marks, theme),
    drawBadge(x + chipsWidth(edge.marks), middle, edge.marks, theme),
  ].join('');
}

export function drawLock(x: number, y: number, theme: Theme): string {
  return tag('path', {
    class: 'lock',
    transform: `translate(${num(x)} ${num(y)})`,
    d: openLock,
    fill: 'none',
    stroke: theme.unencrypted,
    'stroke-width': 1.4,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  });
}

/** What is sent points right with a full head, what comes back left with an open one. */
function drawCargoArrow(x: number, y: number, type: 'sends' | 'answers', colour: string): string {
  const [tail, head] = type === 'sends' ? [x, x + 9] : [x + 9, x];
  const back = type === 'sends' ? head - 4 : head + 4;
  return tag('path', {
    d: `M${num(tail)} ${num(y)}H${num(head)}M${num(back)} ${num(y - 2.8)}L${num(head)} ${num(y)}L${num(back)} ${num(y + 2.8)}${type === 'sends' ? 'z' : ''}`,
    fill: type === 'sends' ? colour : 'none',
    stroke: colour,
    'stroke-width': 1.1,
  });
}
