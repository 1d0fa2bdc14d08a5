import { makeSvg, part } from './page.ts';
import type { Stage } from './stage.ts';
import type { Camera, Viewport } from './viewport.ts';

/** Below so many nodes the whole is seen at a glance. */
const fewNodes = 60;

export interface Minimap {
  redraw(): void;
  follow(viewport: Viewport): void;
}

/** The whole picture in a corner, with the part that is in view; a click or drag goes there. */
export function makeMinimap(stage: Stage, camera: () => Camera): Minimap {
  const element = part('minimap');
  const window = makeSvg('rect', { class: 'window' });

  const goTo = (event: PointerEvent): void => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const size = stage.size();
    const now = camera().now();
    const [w, h] = [stage.element.clientWidth / now.scale, stage.element.clientHeight / now.scale];
    camera().set({
      ...now,
      x: ((event.clientX - left) / width) * size.width - w / 2,
      y: ((event.clientY - top) / height) * size.height - h / 2,
    });
  };
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    goTo(event);
  });
  element.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0) goTo(event);
  });
  const minimap: Minimap = {
    redraw: () => {
      const keys = [...stage.keys()];
      const nodes = keys.filter((key) => stage.group(key)?.classList.contains('node') === true);
      element.hidden = nodes.length <= fewNodes;
      if (element.hidden) return;
      const { width, height } = stage.size();
      const svg = makeSvg('svg', { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none' });
      const frames = keys.filter((key) => stage.group(key)?.classList.contains('boundary') === true);
      for (const [className, group] of [
        ['frame', frames],
        ['node', nodes],
      ] as const) {
        for (const box of group.flatMap((key) => stage.box(key) ?? [])) {
          svg.append(makeSvg('rect', { class: className, ...box }));
        }
      }
      svg.append(window);
      const share = Math.min(200 / width, 140 / height);
      element.style.width = `${Math.max(40, width * share)}px`;
      element.style.height = `${Math.max(30, height * share)}px`;
      element.replaceChildren(svg);
      minimap.follow(camera().now());
    },
    follow: ({ x, y, scale }) => {
      if (element.hidden) return;
      const { clientWidth, clientHeight } = stage.element;
      window.setAttribute('x', String(x));
      window.setAttribute('y', String(y));
      window.setAttribute('width', String(clientWidth / scale));
      window.setAttribute('height', String(clientHeight / scale));
    },
  };
  return minimap;
}
