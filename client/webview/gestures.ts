import type { Stage } from './stage.ts';
import type { Camera } from './viewport.ts';

export interface Gestures {
  readonly onClick: (key: string | undefined) => void;
  readonly onDoubleClick: (key: string | undefined, onHeading: boolean) => void;
  readonly onHover: (key: string | undefined, at: { readonly x: number; readonly y: number }) => void;
}

/** A press that moves less is a click. */
const slack = 4;

/** Mouse, pen, touch and touchpad. */
export function heedGestures(
  stage: Stage,
  camera: Camera,
  { onClick, onDoubleClick, onHover }: Gestures,
): void {
  const { element } = stage;
  let press: { x: number; y: number; moved: boolean; key: string | undefined } | undefined;
  const fingers = new Map<number, Point>();

  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const { x, y } = within(element, event);
      // A pinch on a touchpad comes as a wheel with Ctrl.
      if (event.ctrlKey || event.metaKey) {
        const delta = Math.max(-60, Math.min(60, event.deltaY * unit));
        camera.zoom(Math.exp(-delta * 0.008), { x, y });
      } else if (event.shiftKey && event.deltaX === 0) camera.pan(event.deltaY * unit, 0);
      else camera.pan(event.deltaX * unit, event.deltaY * unit);
    },
    { passive: false },
  );
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 && event.button !== 1) return;
    fingers.set(event.pointerId, within(element, event));
    element.setPointerCapture(event.pointerId);
    if (fingers.size > 1) {
      press = undefined;
      return;
    }
    press = { x: event.clientX, y: event.clientY, moved: false, key: stage.keyOf(event.target) };
  });
  element.addEventListener('pointermove', (event) => {
    if (fingers.size > 1) {
      pinch(camera, fingers, event.pointerId, within(element, event));
      return;
    }
    if (press === undefined) {
      if (fingers.size > 0) return;
      onHover(stage.keyOf(event.target), { x: event.clientX, y: event.clientY });
      return;
    }
    const [dx, dy] = [event.clientX - press.x, event.clientY - press.y];
    if (!press.moved && Math.hypot(dx, dy) < slack) return;
    press.moved = true;
    element.classList.add('dragging');
    camera.pan(-dx, -dy);
    [press.x, press.y] = [event.clientX, event.clientY];
  });
  const release = (event: PointerEvent): void => {
    const released = press;
    press = undefined;
    fingers.delete(event.pointerId);
    element.classList.remove('dragging');
    if (event.type === 'pointerup' && released?.moved === false && event.button === 0) onClick(released.key);
  };
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
  element.addEventListener('pointerleave', () => onHover(undefined, { x: 0, y: 0 }));
  element.addEventListener('dblclick', (event) => {
    // The press was captured, so the target is the stage: what lies under the mouse counts.
    const target = document.elementFromPoint(event.clientX, event.clientY);
    const heading = target?.closest('g.heading, g.collapsed') ?? null;
    onDoubleClick(stage.keyOf(target), heading !== null);
  });
}

/** One of two fingers moves: the picture grows with their distance and goes with the point between them. */
function pinch(camera: Camera, fingers: Map<number, Point>, id: number, to: Point): void {
  const before = fingers.get(id);
  const other = [...fingers].find(([finger]) => finger !== id)?.[1];
  if (before === undefined || other === undefined) return;
  fingers.set(id, to);
  camera.pan((before.x - to.x) / 2, (before.y - to.y) / 2);
  const apart = (at: Point): number => Math.max(1, Math.hypot(at.x - other.x, at.y - other.y));
  camera.zoom(apart(to) / apart(before), { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function within(element: HTMLElement, event: MouseEvent): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
