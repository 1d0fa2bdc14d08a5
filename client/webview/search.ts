import type { PicturePlace } from '../../server/lsp/diagram/picture.ts';
import { part } from './page.ts';

export interface Search {
  open(): void;
  /** After a new picture: what was found may have gone. */
  again(): void;
}

/** Finds by id, name and description; `choose` is called for the hit to look at, `mark` for all of them. */
export function makeSearch(
  places: () => readonly PicturePlace[],
  {
    mark,
    choose,
    leave,
  }: {
    readonly mark: (keys: readonly string[]) => void;
    readonly choose: (key: string) => void;
    readonly leave: () => void;
  },
): Search {
  const form = part('find');
  const count = part('find-count');
  const input = part('find-text');
  let hits: readonly string[] = [];
  let at = 0;

  const text = (): string => (input instanceof HTMLInputElement ? input.value.trim().toLowerCase() : '');
  const look = (): void => {
    const wanted = text();
    hits =
      form.hidden || wanted === ''
        ? []
        : places()
            .filter((place) => says(place, wanted))
            .map(({ key }) => key);
    mark(hits);
    count.textContent = wanted === '' ? '' : `${hits.length} found`;
  };
  const step = (by: number): void => {
    if (hits.length === 0) return;
    at = (at + by + hits.length) % hits.length;
    count.textContent = `${at + 1} of ${hits.length}`;
    const key = hits[at];
    if (key !== undefined) choose(key);
  };
  const close = (): void => {
    form.hidden = true;
    look();
    leave();
  };
  input.addEventListener('input', () => {
    look();
    at = 0;
    step(0);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    open: () => {
      form.hidden = false;
      input.focus();
      if (input instanceof HTMLInputElement) input.select();
      look();
    },
    again: look,
  };
}

function says({ key, name, description }: PicturePlace, wanted: string): boolean {
  return (
    key !== 'system:' &&
    `${key.slice(key.indexOf(':') + 1)}\n${name}\n${description}`.toLowerCase().includes(wanted)
  );
}
