import type { PlacedGuard } from '../place/placed.ts';
import { drawShield } from './draw-marks.ts';
import { roundedPath } from './line-path.ts';
import type { Theme } from './theme.ts';
import { group, tag } from './xml.ts';

/** A dashed line from a control point to what it guards, with a shield where it takes hold. */
export function drawGuard({ guard, points }: PlacedGuard, theme: Theme): string {
  const hold = points.at(-1);
  if (hold === undefined) return '';
  return group(
    {
      class: 'guard',
      role: 'img',
      'aria-label': `${guard.from} guards ${guard.target.id}`,
      'data-type': 'guard',
      'data-from': guard.from,
      'data-to': guard.target.id,
    },
    drawGuardLine(roundedPath(points), theme),
    tag('circle', { cx: hold.x, cy: hold.y, r: 9, fill: theme.canvas }),
    drawShield(hold.x - 5.5, hold.y - 6.5, 'in-place', theme),
  );
}

export function drawGuardLine(d: string, theme: Theme): string {
  return tag('path', {
    d,
    fill: 'none',
    stroke: theme.control,
    'stroke-width': 1.4 * theme.stroke,
    'stroke-dasharray': '2 3.5',
    'stroke-linecap': 'round',
  });
}
