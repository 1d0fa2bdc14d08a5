import type { FindingNote, FixTitles, Picture, PicturePlace } from '../../server/lsp/diagram/picture.ts';
import { make, makeButton, part } from './page.ts';

export interface PopoverActions {
  readonly askFixes: (findings: readonly string[]) => void;
  readonly fix: (finding: string, title: string) => void;
  readonly showPath: (finding: string) => void;
  readonly leave: () => void;
}

/** What it is shown beside, in px of the panel. */
export interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Popover {
  show(place: PicturePlace, picture: Picture, at: Anchor): void;
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
  let anchor: Anchor = { left: 0, right: 0, top: 0, bottom: 0 };

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
      anchor = at;
      position(element, anchor);
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
      if (key !== undefined) position(element, anchor);
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

/** To the right, else to the left, else where there is more room of above and below: never over what it is about. */
function position(element: HTMLElement, at: Anchor): void {
  element.style.maxHeight = '';
  const { width, height } = element.getBoundingClientRect();
  const gap = 12;
  const beside = [at.right + gap, at.left - gap - width].find((x) => x >= 4 && x + width <= innerWidth - 4);
  const left = beside ?? Math.max(4, Math.min(at.left, innerWidth - width - 4));
  element.style.left = `${left}px`;
  if (beside !== undefined) {
    element.style.top = `${Math.max(4, Math.min(at.top, innerHeight - height - 8))}px`;
    return;
  }
  const [above, below] = [at.top - gap - 4, innerHeight - at.bottom - gap - 8];
  const room = Math.max(120, height <= below ? below : Math.max(above, below));
  const shown = Math.min(height, room);
  element.style.maxHeight = `${shown}px`;
  element.style.top = `${room === above ? at.top - gap - shown : at.bottom + gap}px`;
}
