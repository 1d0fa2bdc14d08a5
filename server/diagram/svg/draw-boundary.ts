import { badgeWidth, chipsWidth, fonts, heading, tagSpacing, tagWidth } from '../graph/measure.ts';
import { textWidth } from '../graph/text-width.ts';
import { clip, segments } from '../place/geometry.ts';
import type { PlacedBoundary, PlacedEdge } from '../place/placed.ts';
import { drawBadge, drawChips } from './draw-marks.ts';
import { zoneColour, type Theme } from './theme.ts';
import { group, tag, text } from './xml.ts';

/** A dashed frame in the colour of its zone; the zone also stands in its heading. */
export function drawBoundary({ boundary, box }: PlacedBoundary, theme: Theme): string {
  const colour = zoneColour(theme, boundary.zone);
  const ghost = boundary.ghost !== undefined;
  return group(
    {
      class: `boundary${ghost ? ' ghost' : ''}`,
      role: 'img',
      'aria-label': boundary.description === '' ? boundary.name : `${boundary.name}: ${boundary.description}`,
      'data-type': 'boundary',
      'data-id': boundary.id,
      opacity: ghost ? theme.ghost : undefined,
    },
    tag('rect', {
      ...box,
      rx: 6,
      fill: colour,
      'fill-opacity': theme.tint,
      stroke: colour,
      'stroke-width': 1.4 * theme.stroke,
      'stroke-dasharray': '7 4',
    }),
  );
}

/** The name, zone and marks of a boundary; drawn after the flows, so that none strikes them through. */
export function drawHeading(
  { boundary, box }: PlacedBoundary,
  edges: readonly PlacedEdge[],
  theme: Theme,
): string {
  const colour = zoneColour(theme, boundary.zone);
  const middle = box.y + heading.top + heading.height / 2;
  let x = box.x + heading.left;
  const title = text(x, middle + 4.4, boundary.title, { font: fonts.boundary, fill: colour });
  x += textWidth(boundary.title, fonts.boundary) + heading.gap;
  const width = tagWidth(boundary.tag);
  const zone =
    tag('rect', {
      x,
      y: middle - 8,
      width,
      height: 16,
      rx: 3,
      fill: colour,
      'fill-opacity': theme.tint * 2,
      stroke: colour,
      'stroke-width': 0.8 * theme.stroke,
    }) + text(x + 6, middle + 3.4, boundary.tag, { font: fonts.tag, fill: colour, spacing: tagSpacing });
  x += width + heading.gap;
  const chips = drawChips(x, middle, boundary.marks, theme);
  x += chipsWidth(boundary.marks) > 0 ? chipsWidth(boundary.marks) + heading.gap : 0;
  const badge = badgeWidth(boundary.marks) > 0 ? drawBadge(x, middle, boundary.marks, theme) : '';
  const field = {
    x: box.x + heading.left - 4,
    y: middle - 10,
    width: boundary.heading.width - heading.left * 2 + 8,
    height: 20,
  };
  const struck = edges.some(({ points }) => segments(points).some((part) => clip(part, field) !== undefined));
  return group(
    {
      class: 'heading',
      'aria-hidden': 'true',
      'data-type': 'boundary',
      'data-id': boundary.id,
      opacity: boundary.ghost === undefined ? undefined : theme.ghost,
    },
    struck ? tag('rect', { ...field, rx: 4, fill: theme.canvas }) : '',
    title,
    zone,
    chips,
    badge,
  );
}
