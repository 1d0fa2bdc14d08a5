import type { FindingNote, FixTitles, Picture, PicturePlace } from '../../server/lsp/diagram/picture.ts';
import { make, makeButton, part } from './page.ts';

export interface PopoverActions {
  readonly askFixes: (findings: readonly string[]) => void;
  readonly fix: (finding: string, title: string) => void;
  readonly showPath: (finding: string) => void;
  readonly leave: () => void;
}

export interface Popover {
  show(place: PicturePlace, picture: Picture, at: { readonly x: number; readonly y: number }): void;
  /** Takes the keyboard into it. */
  enter(): void;
  putFixes(fixes: readonly FixTitles[]): void;
  hide(): void;
  shown(): string | undefined;
  isInside(target: EventTarget | null): boolean;
}

/** So many fixes of a finding are offered in the picture; the text offers all. */
const mostFixes = 2;
const mostFindings = 12;

export function makePopover(actions: PopoverActions): Popover {
  const element = part('popover');
  let key: string | undefined;
  let slots = new Map<string, HTMLElement>();

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    actions.leave();
  });
  const popover: Popover = {
    show: (place, picture, at) => {
      const notes = picture.findings.filter(({ id }) => place.findings.includes(id));
      key = place.key;
      slots = new Map();
      const name = make('h2', '', place.name);
      name.id = 'popover-name';
      const items = notes.slice(0, mostFindings).map((note) => {
        const slot = make('div', 'fixes');
        slots.set(note.id, slot);
        return describe(note, slot, actions);
      });
      const more = notes.length - items.length;
      element.replaceChildren(
        name,
        ...(place.description === '' ? [] : [make('p', 'about', place.description)]),
        ...(items.length === 0 ? [] : [make('ul', '', ...items)]),
        ...(more > 0 ? [make('p', 'about', `and ${more} more findings`)] : []),
      );
      element.hidden = false;
      element.scrollTop = 0;
      position(element, at);
      if (notes.length > 0) actions.askFixes(notes.slice(0, mostFindings).map(({ id }) => id));
    },
    enter: () => {
      element.tabIndex = -1;
      (element.querySelector('button') ?? element).focus();
    },
    putFixes: (fixes) => {
      for (const { finding, titles } of fixes) {
        const offered = titles.slice(0, mostFixes);
        slots
          .get(finding)
          ?.replaceChildren(...offered.map((title) => makeButton(title, () => actions.fix(finding, title))));
      }
    },
    hide: () => {
      key = undefined;
      element.hidden = true;
    },
    shown: () => key,
    isInside: (target) => target instanceof Node && element.contains(target),
  };
  return popover;
}

function describe(note: FindingNote, slot: HTMLElement, { showPath }: PopoverActions): HTMLElement {
  const status = note.status === 'planned' ? ' · planned' : '';
  const rule =
    note.page === undefined ? make('span', 'rule', note.rule) : makeLink('rule', note.rule, note.page);
  return make(
    'li',
    note.severity,
    make('p', 'head', make('span', 'severity', `${note.severity}${status}`), ' ', rule),
    make('p', '', note.message),
    ...(note.reasons.length === 0
      ? []
      : [make('ul', 'reasons', ...note.reasons.slice(0, 4).map((reason) => make('li', '', reason)))]),
    ...(note.paths > 0 ? [makeButton('Show attack path', () => showPath(note.id))] : []),
    slot,
  );
}

/** VS Code opens it in a browser, after asking. */
function makeLink(className: string, text: string, href: string): HTMLElement {
  const link = document.createElement('a');
  link.className = className;
  link.textContent = text;
  if (href.startsWith('https://')) link.href = href;
  return link;
}

/** Beside the mouse or the element, within the panel. */
function position(element: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const { width, height } = element.getBoundingClientRect();
  const left = x + 14 + width > innerWidth ? Math.max(4, x - width - 14) : x + 14;
  const top = Math.max(4, Math.min(y + 10, innerHeight - height - 8));
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
