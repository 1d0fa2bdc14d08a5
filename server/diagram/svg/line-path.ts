import { along, distance, segments, type Point } from '../place/geometry.ts';
import { num, tag, type Attributes } from './xml.ts';

/** A path through points with rounded bends. */
export function roundedPath(points: readonly Point[], radius = 7): string {
  const [first] = points;
  if (first === undefined) return '';
  const bends = points.slice(1, -1).map((bend, index) => {
    const before = points[index] ?? bend;
    const after = points[index + 2] ?? bend;
    const r = Math.min(radius, distance(before, bend) / 2, distance(bend, after) / 2);
    const into = along([bend, before], r / Math.max(distance(before, bend), 0.01));
    const out = along([bend, after], r / Math.max(distance(bend, after), 0.01));
    return `L${at(into)}Q${at(bend)} ${at(out)}`;
  });
  const last = points.at(-1) ?? first;
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}

/** The line with its ends drawn back, to make room for arrow heads. */
export function shortened(points: readonly Point[], end: number, start: number): readonly Point[] {
  return shortenEnd(shortenEnd(points, end).toReversed(), start).toReversed();
}

function shortenEnd(points: readonly Point[], by: number): readonly Point[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined) return points;
  const length = distance(before, last);
  if (length === 0) return points;
  return [...points.slice(0, -1), along([last, before], Math.min(by, length * 0.9) / length)];
}

/** A head whose tip is the first or last point of a line. */
export function arrowHead(points: readonly Point[], end: 'start' | 'end', paint: Attributes): string {
  const line = end === 'end' ? points : points.toReversed();
  const [from, tip] = segments(line).findLast(([a, b]) => distance(a, b) > 0.1) ?? [];
  if (from === undefined || tip === undefined) return '';
  const length = distance(from, tip);
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const back = { x: tip.x - dx * 9, y: tip.y - dy * 9 };
  const wing = 4.2;
  return tag('path', {
    d: `M${at(tip)}L${at({ x: back.x - dy * wing, y: back.y + dx * wing })}L${at({ x: back.x + dy * wing, y: back.y - dx * wing })}z`,
    'stroke-width': 1.2,
    'stroke-linejoin': 'round',
    ...paint,
  });
}

function at({ x, y }: Point): string {
  return `${num(x)} ${num(y)}`;
}
