import { part } from './page.ts';

export interface Tools {
  readonly out: () => void;
  readonly in: () => void;
  readonly fit: () => void;
  readonly find: () => void;
  readonly focus: () => void;
  readonly turn: () => void;
  readonly legend: () => void;
  readonly export: () => void;
}

/** One tab stop; the arrow keys walk along it. */
export function wireToolbar(tools: Tools): void {
  const bar = part('tools');
  const buttons = [...bar.querySelectorAll('button')];
  for (const [name, act] of Object.entries(tools))
    part(`do-${name}`).addEventListener('click', act as () => void);
  bar.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = next(event.key, at, buttons.length);
    if (to === undefined) return;
    event.preventDefault();
    buttons.forEach((button, index) => (button.tabIndex = index === to ? 0 : -1));
    buttons[to]?.focus();
  });
}

function next(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % length;
    case 'ArrowLeft':
      return (at - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
