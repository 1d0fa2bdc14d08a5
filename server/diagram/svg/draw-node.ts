import type { NodeForm } from '../graph/graph.ts';
import { badgeWidth, chipsWidth, fonts, node as metrics, outlineRoom, storeCap } from '../graph/measure.ts';
import { bottom, right, type Box } from '../place/geometry.ts';
import type { PlacedNode } from '../place/placed.ts';
import { drawBadge, drawChips } from './draw-marks.ts';
import { icons } from './icons.ts';
import { zoneColour, type Theme } from './theme.ts';
import { group, num, tag, text, type Attributes } from './xml.ts';

export function drawNode({ node, box }: PlacedNode, theme: Theme): string {
  const accent = zoneColour(theme, node.zone);
  const ghost = node.ghost !== undefined;
  return group(
    {
      class: `node ${node.form}${ghost ? ' ghost' : ''}`,
      role: 'img',
      'aria-label': node.description === '' ? node.name : `${node.name}: ${node.description}`,
      'data-type': node.form === 'collapsed' ? 'boundary' : 'element',
      'data-id': node.id,
      opacity: ghost ? theme.ghost : undefined,
    },
    ...drawOutline(node.form, box, {
      fill: theme.surface,
      stroke: node.form === 'collapsed' ? accent : theme.outline,
      'stroke-width': (node.form === 'external' ? 1.8 : 1.3) * theme.stroke,
      'stroke-dasharray': ghost ? '3 3' : undefined,
      'stroke-linejoin': 'round',
    }),
    drawContent({ node, box }, accent, theme),
    drawNodeMarks({ node, box }, theme),
  );
}

function drawContent({ node, box }: PlacedNode, accent: string, theme: Theme): string {
  const room = outlineRoom(node.form);
  const height = node.title.length * metrics.titleLine + node.details.length * metrics.detailLine;
  const middle = (box.y + room.top + bottom(box) - room.bottom) / 2;
  const top = middle - height / 2;
  const x = box.x + metrics.textLeft;
  const details = top + node.title.length * metrics.titleLine;
  return [
    drawIcon(box.x + 14, middle - 11, node.icon, accent, theme),
    ...node.title.map((line, index) =>
      text(x, top + index * metrics.titleLine + 12.5, line, { font: fonts.title, fill: theme.ink }),
    ),
    ...node.details.map((line, index) =>
      text(x, details + index * metrics.detailLine + 10.5, line, { font: fonts.detail, fill: theme.muted }),
    ),
  ].join('\n');
}

function drawIcon(x: number, y: number, icon: keyof typeof icons, colour: string, theme: Theme): string {
  return tag('path', {
    class: 'icon',
    transform: `translate(${num(x)} ${num(y)}) scale(1.1)`,
    d: icons[icon],
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.4 * theme.stroke,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

/** The badge sits on the top right corner, the shields on the bottom line. */
function drawNodeMarks({ node, box }: PlacedNode, theme: Theme): string {
  const chips = chipsWidth(node.marks);
  const y = bottom(box) - outlineRoom(node.form).bottom / 2;
  return [
    drawBadge(right(box) - badgeWidth(node.marks) + 6, box.y + 1, node.marks, theme),
    chips === 0
      ? ''
      : tag('rect', {
          x: box.x + metrics.textLeft - 5,
          y: y - 8,
          width: chips + 6,
          height: 16,
          rx: 8,
          fill: theme.canvas,
          stroke: theme.outline,
          'stroke-width': 0.8,
        }) + drawChips(box.x + metrics.textLeft, y, node.marks, theme),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What is put over a closed outline is drawn after it, without a fill. */
export function drawOutline(form: NodeForm, box: Box, paint: Attributes): readonly string[] {
  const { x, y, width, height } = box;
  const rect = (inset: number, radius: number, more: Attributes = {}) =>
    tag('rect', {
      x: x + inset,
      y: y + inset,
      width: width - inset * 2,
      height: height - inset * 2,
      rx: radius === 0 ? undefined : radius,
      ...paint,
      ...more,
    });
  switch (form) {
    case 'external':
      return [rect(0, 0)];
    case 'process':
      return [rect(0, 12)];
    case 'agent':
      return [rect(0, 14), rect(3.5, 10.5, { fill: 'none', 'stroke-width': 0.9 })];
    case 'collapsed':
      return [
        rect(0, 6, { 'stroke-dasharray': '7 4' }),
        rect(4, 3, { fill: 'none', 'stroke-dasharray': '7 4' }),
      ];
    case 'model':
      return [outline(cornered(box, 13), paint)];
    case 'tool':
      return [outline(notched(box, 8), paint)];
    case 'control-point':
      return [outline(tapered(box), paint)];
    case 'store': {
      const [rx, ry] = [width / 2, storeCap];
      const side = height - ry * 2;
      const body =
        `M${num(x)} ${num(y + ry)}a${num(rx)} ${num(ry)} 0 0 1 ${num(width)} 0v${num(side)}` +
        `a${num(rx)} ${num(ry)} 0 0 1 ${num(-width)} 0z`;
      const rim = `M${num(x)} ${num(y + ry)}a${num(rx)} ${num(ry)} 0 0 0 ${num(width)} 0`;
      return [outline(body, paint), outline(rim, { ...paint, fill: 'none' })];
    }
  }
}

function outline(d: string, paint: Attributes): string {
  return tag('path', { d, ...paint });
}

/** Cut corners: a long octagon. */
function cornered({ x, y, width, height }: Box, cut: number): string {
  const [h, v] = [num(width - cut * 2), num(height - cut * 2)];
  const c = num(cut);
  return `M${num(x + cut)} ${num(y)}h${h}l${c} ${c}v${v}l-${c} ${c}h-${h}l-${c}-${c}v-${v}z`;
}

/** Corners bitten out, as of a ticket. */
function notched({ x, y, width, height }: Box, r: number): string {
  const [h, v] = [num(width - r * 2), num(height - r * 2)];
  const c = num(r);
  return (
    `M${num(x + r)} ${num(y)}h${h}a${c} ${c} 0 0 0 ${c} ${c}v${v}a${c} ${c} 0 0 0-${c} ${c}` +
    `h-${h}a${c} ${c} 0 0 0-${c}-${c}v-${v}a${c} ${c} 0 0 0 ${c}-${c}z`
  );
}

/** Flat above, pointed below: a wide shield. */
function tapered({ x, y, width, height }: Box): string {
  const tip = 10;
  const half = num(width / 2);
  return (
    `M${num(x)} ${num(y + 3)}a3 3 0 0 1 3-3h${num(width - 6)}a3 3 0 0 1 3 3v${num(height - 3 - tip)}` +
    `l-${half} ${tip}l-${half}-${tip}z`
  );
}
