export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function right({ x, width }: Box): number {
  return x + width;
}

export function bottom({ y, height }: Box): number {
  return y + height;
}

export function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + by * 2, height: box.height + by * 2 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x && outer.y <= inner.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)
  );
}

export function holds(box: Box, { x, y }: Point): boolean {
  return box.x <= x && x <= right(box) && box.y <= y && y <= bottom(box);
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function segments(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}

/** The part of a segment inside a box, as shares of its length; none where it misses the box (Liang and Barsky). */
export function clip([a, b]: readonly [Point, Point], box: Box): readonly [number, number] | undefined {
  let [enter, leave] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [a.x - b.x, a.x - box.x],
    [b.x - a.x, right(box) - a.x],
    [a.y - b.y, a.y - box.y],
    [b.y - a.y, bottom(box) - a.y],
  ];
  for (const [slope, gap] of sides) {
    if (slope === 0 && gap < 0) return undefined;
    if (slope < 0) enter = Math.max(enter, gap / slope);
    if (slope > 0) leave = Math.min(leave, gap / slope);
  }
  return enter < leave ? [enter, leave] : undefined;
}

export function along([a, b]: readonly [Point, Point], share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** The smallest box around boxes and points; at the origin and empty where there is nothing. */
export function around(boxes: readonly Box[], points: readonly Point[] = []): Box {
  const xs = [...boxes.flatMap((box) => [box.x, right(box)]), ...points.map(({ x }) => x)];
  const ys = [...boxes.flatMap((box) => [box.y, bottom(box)]), ...points.map(({ y }) => y)];
  if (xs.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = xs.reduce((a, b) => Math.min(a, b));
  const y = ys.reduce((a, b) => Math.min(a, b));
  return {
    x,
    y,
    width: xs.reduce((a, b) => Math.max(a, b)) - x,
    height: ys.reduce((a, b) => Math.max(a, b)) - y,
  };
}
