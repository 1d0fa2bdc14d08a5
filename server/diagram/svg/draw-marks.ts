import type { Severity } from '../../catalog/rule.ts';
import type { Marks } from '../graph/graph.ts';
import { badgeSize, badgeWidth, chipsOf, fonts, shield, type Chip } from '../graph/measure.ts';
import { shieldOutline, shieldStroke, shieldTick } from './icons.ts';
import type { Theme } from './theme.ts';
import { group, num, tag, text } from './xml.ts';

/** The badge of the worst finding at a place: shape and letter say how bad, the number how many. `x`, `y`: left, middle. */
export function drawBadge(x: number, y: number, marks: Marks, theme: Theme): string {
  const { worst, count, pending } = marks.findings;
  if (worst === undefined) return '';
  const width = badgeWidth(marks);
  const colour = theme.severity[worst];
  const half = badgeSize / 2;
  const backing =
    count > 1
      ? tag('rect', {
          x: x + half,
          y: y - 7,
          width: width - half,
          height: 14,
          rx: 7,
          fill: theme.canvas,
          stroke: colour,
          'stroke-width': 1.2,
        })
      : '';
  return group(
    { class: `badge ${worst}` },
    backing,
    count > 1 ? text(x + badgeSize + 3, y + 3.6, `${count}`, { font: fonts.chip, fill: theme.ink }) : '',
    drawSeverity(x + half, y, worst, pending ? 'pending' : 'open', theme),
  );
}

/** The sign of a severity around a middle: octagon C, triangle H, diamond M, circle L; hollow when it is pending. */
export function drawSeverity(
  x: number,
  y: number,
  severity: Severity,
  state: 'open' | 'pending',
  theme: Theme,
): string {
  const colour = theme.severity[severity];
  const paint = {
    fill: state === 'open' ? colour : theme.canvas,
    stroke: state === 'open' ? theme.canvas : colour,
    'stroke-width': 1.4,
    'stroke-dasharray': state === 'open' ? undefined : '2.5 1.5',
  };
  const letter = text(x, y + (severity === 'high' ? 4.6 : 3.6), severity.charAt(0).toUpperCase(), {
    font: severity === 'high' ? fonts.chip : fonts.chip,
    fill: state === 'open' ? theme.onSeverity : theme.ink,
    anchor: 'middle',
  });
  const shape =
    severity === 'low'
      ? tag('circle', { cx: x, cy: y, r: 8, ...paint })
      : tag('path', { d: polygon(x, y, corners[severity]), 'stroke-linejoin': 'round', ...paint });
  return shape + letter;
}

const corners: Readonly<Record<Exclude<Severity, 'low'>, readonly (readonly [number, number])[]>> = {
  critical: [
    [-3.6, -8.7],
    [3.6, -8.7],
    [8.7, -3.6],
    [8.7, 3.6],
    [3.6, 8.7],
    [-3.6, 8.7],
    [-8.7, 3.6],
    [-8.7, -3.6],
  ],
  high: [
    [0, -9.6],
    [9.6, 7.4],
    [-9.6, 7.4],
  ],
  medium: [
    [0, -9.8],
    [9.8, 0],
    [0, 9.8],
    [-9.8, 0],
  ],
};

function polygon(x: number, y: number, offsets: readonly (readonly [number, number])[]): string {
  return `M${offsets.map(([dx, dy]) => `${num(x + dx)} ${num(y + dy)}`).join('L')}z`;
}

/** The shields of a place from `x` on: ticked in place, hollow planned, struck through missing. */
export function drawChips(x: number, y: number, marks: Marks, theme: Theme): string {
  let left = x;
  const drawn = chipsOf(marks).map((chip) => {
    const at = left;
    left += chip.width;
    return (
      drawShield(at, y - shield.height / 2, chip.state, theme) +
      text(at + shield.width + 2, y + 3.6, `${chip.count}`, { font: fonts.chip, fill: theme.ink })
    );
  });
  return group({ class: 'controls' }, ...drawn);
}

export function drawShield(x: number, y: number, state: Chip['state'], theme: Theme): string {
  const colour = state === 'missing' ? theme.missing : theme.control;
  const outline = tag('path', {
    d: shieldOutline,
    fill: state === 'in-place' ? colour : theme.canvas,
    stroke: colour,
    'stroke-width': 1.2,
    'stroke-dasharray': state === 'planned' ? '2 1.3' : undefined,
  });
  const sign =
    state === 'planned'
      ? ''
      : tag('path', {
          d: state === 'in-place' ? shieldTick : shieldStroke,
          fill: 'none',
          stroke: state === 'in-place' ? theme.canvas : colour,
          'stroke-width': 1.4,
          'stroke-linecap': 'round',
        });
  return tag('g', { transform: `translate(${num(x)} ${num(y)})` }, outline, sign);
}
