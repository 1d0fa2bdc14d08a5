import type { Stage } from './stage.ts';

export interface Keys {
  readonly walk: (by: 1 | -1 | 'first' | 'last') => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly go: () => void;
  readonly findings: () => void;
  readonly find: () => void;
  readonly fold: () => void;
  readonly focus: () => void;
  readonly turn: () => void;
  readonly legend: () => void;
  readonly back: () => void;
}

const zoomStep = 1.2;
const panStep = 60;

/** Keys of the picture. Those with Ctrl, Alt or Meta are VS Code's, but for zooming and panning. */
export function heedKeys({ element }: Stage, keys: Keys): void {
  element.addEventListener('keydown', (event) => {
    const act = event.altKey || event.metaKey || event.ctrlKey ? withCtrl(event, keys) : plain(event, keys);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function plain({ key, shiftKey }: KeyboardEvent, keys: Keys): (() => void) | undefined {
  if (shiftKey && key.startsWith('Arrow')) return panning(key, keys);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return () => keys.walk(1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return () => keys.walk(-1);
    case 'Home':
      return () => keys.walk('first');
    case 'End':
      return () => keys.walk('last');
    case '+':
    case '=':
      return () => keys.zoom(zoomStep);
    case '-':
      return () => keys.zoom(1 / zoomStep);
    case '0':
      return keys.fit;
    case 'Enter':
      return keys.go;
    case ' ':
    case 'f':
      return keys.findings;
    case '/':
      return keys.find;
    case 'c':
      return keys.fold;
    case 'o':
      return keys.focus;
    case 't':
      return keys.turn;
    case 'l':
      return keys.legend;
    case 'Escape':
      return keys.back;
    default:
      return undefined;
  }
}

function withCtrl({ key, ctrlKey, altKey }: KeyboardEvent, keys: Keys): (() => void) | undefined {
  return ctrlKey && !altKey ? panning(key, keys) : undefined;
}

function panning(key: string, { pan }: Keys): (() => void) | undefined {
  switch (key) {
    case 'ArrowRight':
      return () => pan(panStep, 0);
    case 'ArrowLeft':
      return () => pan(-panStep, 0);
    case 'ArrowDown':
      return () => pan(0, panStep);
    case 'ArrowUp':
      return () => pan(0, -panStep);
    default:
      return undefined;
  }
}
