import { isStill } from './page.ts';
import type { Box, Stage } from './stage.ts';

/** The point of the picture in the upper left corner of the panel, and how many pixels show one of its units. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Camera {
  readonly now: () => Viewport;
  /** Applies a viewport at once. */
  set(next: Viewport): void;
  /** Goes there in a fifth of a second, at once where the system asks for no motion. */
  glide(next: Viewport): void;
  pan(dx: number, dy: number): void;
  /** Keeps the point of the panel at `x`, `y` where it is; the middle where none is given. */
  zoom(factor: number, at?: { readonly x: number; readonly y: number }): void;
  fit(): void;
  /** Moves only as far as is needed to see a box. */
  bringIntoView(box: Box): void;
}

const smallest = 0.05;
const largest = 6;
const glideMs = 200;
const edge = 24;

export function makeCamera(stage: Stage, changed: (viewport: Viewport) => void): Camera {
  let viewport: Viewport = { x: 0, y: 0, scale: 1 };
  let frame = 0;

  const panel = (): { readonly width: number; readonly height: number } => ({
    width: stage.element.clientWidth || 1,
    height: stage.element.clientHeight || 1,
  });
  const apply = (next: Viewport): void => {
    viewport = next;
    const { width, height } = panel();
    const [w, h] = [width / next.scale, height / next.scale];
    stage.svg()?.setAttribute('viewBox', `${next.x} ${next.y} ${w} ${h}`);
    changed(next);
  };
  const camera: Camera = {
    now: () => viewport,
    set: (next) => {
      cancelAnimationFrame(frame);
      apply(next);
    },
    glide: (next) => {
      cancelAnimationFrame(frame);
      if (isStill()) return apply(next);
      const from = viewport;
      const start = performance.now();
      const step = (now: number): void => {
        const share = Math.min(1, Math.max(0, (now - start) / glideMs));
        const eased = 1 - (1 - share) ** 3;
        const between = (a: number, b: number): number => a + (b - a) * eased;
        apply({
          x: between(from.x, next.x),
          y: between(from.y, next.y),
          scale: between(from.scale, next.scale),
        });
        if (share < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
    pan: (dx, dy) =>
      camera.set({ ...viewport, x: viewport.x + dx / viewport.scale, y: viewport.y + dy / viewport.scale }),
    zoom: (factor, at) => {
      const { width, height } = panel();
      const { x, y } = at ?? { x: width / 2, y: height / 2 };
      const scale = Math.min(largest, Math.max(smallest, viewport.scale * factor));
      camera.set({
        x: viewport.x + x / viewport.scale - x / scale,
        y: viewport.y + y / viewport.scale - y / scale,
        scale,
      });
    },
    fit: () => camera.glide(fitting(stage.size(), panel())),
    bringIntoView: (box) => {
      const { width, height } = panel();
      const x = nearest(viewport.x, box.x, box.width, width / viewport.scale, edge / viewport.scale);
      const y = nearest(viewport.y, box.y, box.height, height / viewport.scale, edge / viewport.scale);
      if (x !== viewport.x || y !== viewport.y) camera.glide({ ...viewport, x, y });
    },
  };
  new ResizeObserver(() => apply(viewport)).observe(stage.element);
  return camera;
}

/** The whole picture in the middle, not larger than life. */
function fitting(
  picture: { readonly width: number; readonly height: number },
  panel: { readonly width: number; readonly height: number },
): Viewport {
  const scale = Math.max(
    smallest,
    Math.min(1.25, panel.width / picture.width, panel.height / picture.height),
  );
  return {
    x: (picture.width - panel.width / scale) / 2,
    y: (picture.height - panel.height / scale) / 2,
    scale,
  };
}

/** The start of a window of `room` nearest to `now` that shows what begins at `start`. */
function nearest(now: number, start: number, length: number, room: number, margin: number): number {
  if (length + margin * 2 > room) return now <= start && start <= now + room - margin ? now : start - margin;
  if (start - margin < now) return start - margin;
  return Math.max(now, start + length + margin - room);
}
