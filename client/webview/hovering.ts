import type { FixTitles } from '../../server/lsp/diagram/picture.ts';
import type { DiagramPage } from './diagram-page.ts';
import type { Host } from './host.ts';
import { part } from './page.ts';
import { makePopover, type Anchor } from './popover.ts';

/** When findings are shown: the mouse rests on something, or a key asks for them. */
export interface Hovering {
  hover(key: string | undefined, at: { readonly x: number; readonly y: number }): void;
  /** By key: the keyboard goes into what opens. */
  open(key: string | undefined): void;
  /** After a new picture. */
  again(): void;
  putFixes(fixes: readonly FixTitles[]): void;
  isShown(): boolean;
  hide(): void;
}

const restMs = 350;
const leaveMs = 250;

export function makeHovering(page: DiagramPage, host: Host): Hovering {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: string | undefined;
  let at: Anchor = { left: 0, right: 0, top: 0, bottom: 0 };
  let byKey = false;
  const popover = makePopover({
    askFixes: (findings) => host.post({ type: 'fixes', findings }),
    fix: (finding, title) => {
      host.post({ type: 'fix', finding, title });
      leave();
    },
    showPath: (finding) => {
      page.changeView({ focus: { type: 'path', finding, index: 0 } });
      leave();
    },
    leave: () => leave(),
  });
  const hide = (): void => {
    clearTimeout(timer);
    byKey = false;
    popover.hide();
  };
  const leave = (): void => {
    hide();
    page.choose(page.chosen(), 'in view');
  };
  const show = (key: string): void => {
    const [place, picture] = [page.place(key), page.picture()];
    if (place !== undefined && picture !== undefined) popover.show(place, picture, at);
  };
  const element = part('popover');
  element.addEventListener('pointerenter', () => clearTimeout(timer));
  element.addEventListener('pointerleave', () => later(leaveMs, hide));
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (byKey && relatedTarget !== null && !popover.isInside(relatedTarget)) hide();
  });
  /** Beside the mouse, and above or below the whole of an element; a line or a boundary may be as large as the panel. */
  const anchorFor = (
    key: string | undefined,
    { x, y }: { readonly x: number; readonly y: number },
  ): Anchor => {
    const box =
      key?.startsWith('element:') === true ? page.stage.group(key)?.getBoundingClientRect() : undefined;
    return { left: x, right: x, top: box?.top ?? y, bottom: box?.bottom ?? y };
  };
  const later = (ms: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  return {
    hover: (key, mouse) => {
      if (byKey) return;
      if (key === under && popover.shown() === key) return;
      at = anchorFor(key, mouse);
      if (key === under) return;
      under = key;
      page.halos.mark('hover', key === undefined ? [] : [key]);
      if (key === undefined) later(leaveMs, hide);
      else later(popover.shown() === undefined ? restMs : restMs / 2, () => show(key));
    },
    open: (key) => {
      if (key === undefined) return;
      const box = page.stage.group(key)?.getBoundingClientRect();
      if (box !== undefined) at = box;
      show(key);
      byKey = true;
      popover.enter();
    },
    again: () => {
      const key = popover.shown();
      if (key === undefined) return;
      if (page.place(key) === undefined) hide();
      else if (!byKey) show(key);
    },
    putFixes: (fixes) => popover.putFixes(fixes),
    isShown: () => popover.shown() !== undefined,
    hide,
  };
}
