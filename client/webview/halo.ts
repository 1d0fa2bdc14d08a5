import { makeSvg } from './page.ts';
import type { Stage } from './stage.ts';

/** Why something is marked; a later one is drawn over an earlier one. */
export type Mark = 'hit' | 'path' | 'cursor' | 'hover' | 'chosen';

const marks: readonly Mark[] = ['hit', 'path', 'cursor', 'hover', 'chosen'];

export interface Halos {
  mark(mark: Mark, keys: readonly string[]): void;
  marked(mark: Mark): readonly string[];
  /** After a new picture: the marks are drawn again at the places of the same names. */
  redraw(): void;
}

export function makeHalos(stage: Stage): Halos {
  const keysOf = new Map<Mark, readonly string[]>();
  const draw = (mark: Mark): void => {
    stage
      .layer()
      ?.querySelectorAll(`:scope > .halo.${mark}`)
      .forEach((old) => old.remove());
    for (const key of keysOf.get(mark) ?? []) {
      const halo = outline(stage, key);
      halo?.setAttribute('class', `halo ${mark}`);
      // A line is marked below the words that stand on it.
      const above = halo?.localName === 'path' ? stage.layer()?.querySelector(':scope > .labels') : null;
      if (halo !== undefined) stage.layer()?.insertBefore(halo, above ?? null);
    }
  };
  return {
    mark: (mark, keys) => {
      const before = keysOf.get(mark) ?? [];
      if (keys.length === before.length && keys.every((key, index) => key === before[index])) return;
      keysOf.set(mark, keys);
      draw(mark);
    },
    marked: (mark) => keysOf.get(mark) ?? [],
    redraw: () => marks.forEach(draw),
  };
}

/** A flow is marked along its line, everything else by a frame. */
function outline(stage: Stage, key: string): SVGElement | undefined {
  const line = stage.line(key);
  if (line !== undefined) return makeSvg('path', { d: line.getAttribute('d') ?? '', fill: 'none' });
  const box = stage.box(key);
  const offset = stage.layer()?.transform.baseVal.consolidate()?.matrix;
  if (box === undefined) return undefined;
  const around = 4;
  return makeSvg('rect', {
    x: box.x - (offset?.e ?? 0) - around,
    y: box.y - (offset?.f ?? 0) - around,
    width: box.width + around * 2,
    height: box.height + around * 2,
    rx: 8,
    fill: 'none',
  });
}
