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
    press = { x: event.clientX, y: event.clientY, moved: false, key: stage.keyOf(event.target) };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (press === undefined) {
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

function within(element: HTMLElement, event: MouseEvent): { readonly x: number; readonly y: number } {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
