// The page of the diagram panel: puts pictures in, and turns mouse and keys into messages.
import { readToPage, type ToPage } from '../diagram/messages.ts';
import { makeDiagramPage } from './diagram-page.ts';
import { heedGestures } from './gestures.ts';
import { connectHost } from './host.ts';
import { heedKeys } from './keys.ts';
import { makeHovering } from './hovering.ts';
import { showNothing } from './notes.ts';
import { part, say } from './page.ts';
import { followTheme } from './panel-colours.ts';
import { rasterize, toBase64 } from './raster.ts';
import { makeSearch } from './search.ts';
import { wireToolbar } from './toolbar.ts';

followTheme();
const host = connectHost();
const page = makeDiagramPage(host);
const { stage, camera, halos } = page;
const hovering = makeHovering(page, host);
const search = makeSearch(() => page.picture()?.places ?? [], {
  mark: (keys) => halos.mark('hit', keys),
  choose: (key) => {
    // The keyboard stays in the search field.
    page.choose(key, 'quietly');
    const box = stage.box(key);
    if (box !== undefined) camera.bringIntoView(box);
  },
  leave: () => page.choose(page.chosen() ?? firstKey()),
});

function firstKey(): string | undefined {
  return page.picture()?.places.find(({ key }) => stage.group(key) !== undefined)?.key;
}

function walk(by: 1 | -1 | 'first' | 'last'): void {
  const keys = (page.picture()?.places ?? [])
    .map(({ key }) => key)
    .filter((key) => stage.group(key) !== undefined);
  const now = keys.indexOf(page.chosen() ?? '');
  const to = by === 'first' ? 0 : by === 'last' ? keys.length - 1 : now < 0 ? 0 : now + by;
  const key = keys[Math.max(0, Math.min(keys.length - 1, to))];
  if (key === undefined) return;
  page.choose(key);
  host.post({ type: 'show', key });
}

/** Closes a boundary into one node, or opens it again. */
function fold(key: string | undefined): void {
  if (key?.startsWith('boundary:') !== true) return;
  const id = key.slice('boundary:'.length);
  const { collapsed, expanded } = page.view();
  const closed = page.picture()?.collapsed.includes(id) === true;
  const without = (ids: readonly string[]): readonly string[] => ids.filter((other) => other !== id);
  page.changeView({
    collapsed: closed ? without(collapsed) : [...without(collapsed), id],
    expanded: closed ? [...without(expanded), id] : without(expanded),
  });
  say(closed ? 'Boundary opened' : 'Boundary collapsed');
}

function focusOn(key: string | undefined): void {
  const [type, id] = [key?.split(':', 1)[0], key?.slice(key.indexOf(':') + 1)];
  if ((type === 'element' || type === 'boundary') && id !== undefined)
    page.changeView({ focus: { type, id } });
}

function back(): void {
  if (hovering.isShown()) hovering.hide();
  else if (page.view().focus !== undefined) page.changeView({ focus: undefined });
  else page.choose(undefined);
}

function turn(): void {
  page.changeView({ direction: page.view().direction === 'right' ? 'down' : 'right' });
}

const step = 1.2;
heedGestures(stage, camera, {
  onClick: (key) => {
    page.choose(key, 'quietly');
    if (key === undefined) return;
    stage.group(key)?.focus({ preventScroll: true });
    host.post({ type: 'show', key });
  },
  onDoubleClick: (key, onHeading) => {
    if (onHeading) fold(key);
    else if (key !== undefined) host.post({ type: 'go', key });
  },
  onHover: (key, at) => hovering.hover(key, at),
});
stage.element.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') hovering.hide();
});
heedKeys(stage, {
  walk,
  pan: (dx, dy) => camera.pan(dx, dy),
  zoom: (factor) => camera.zoom(factor),
  fit: () => camera.fit(),
  go: () => {
    const key = page.chosen();
    if (key !== undefined) host.post({ type: 'go', key });
  },
  findings: () => hovering.open(page.chosen()),
  find: () => search.open(),
  fold: () => fold(page.chosen()),
  focus: () => focusOn(page.chosen()),
  turn,
  legend: () => page.toggleLegend(),
  back,
});
wireToolbar({
  out: () => camera.zoom(1 / step),
  in: () => camera.zoom(step),
  fit: () => camera.fit(),
  find: () => search.open(),
  focus: () => host.post({ type: 'pick-focus' }),
  turn,
  legend: () => page.toggleLegend(),
  export: () => host.post({ type: 'pick-export' }),
});
stage.element.addEventListener('focusin', ({ target }) => {
  const key = stage.keyOf(target);
  if (key !== undefined && key !== page.chosen()) page.choose(key, 'quietly');
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToPage(data);
  if (message !== undefined) heed(message);
});
if (host.state().uri === undefined) {
  // A panel that is taller than wide shows a picture that runs downwards larger.
  const { clientWidth, clientHeight } = stage.element;
  const direction = clientWidth < clientHeight * 1.1 ? 'down' : 'right';
  host.keep({ view: { ...host.state().view, direction } });
}
host.post({ type: 'view', view: host.state().view });
host.post({ type: 'ready' });

function heed(message: ToPage): void {
  switch (message.type) {
    case 'picture':
      page.put(message.picture, message.view);
      hovering.again();
      search.again();
      return;
    case 'cursor': {
      const keys = message.key === undefined ? [] : [message.key];
      halos.mark('cursor', keys);
      const box = message.key === undefined ? undefined : stage.box(message.key);
      if (box !== undefined && !document.hasFocus()) camera.bringIntoView(box);
      return;
    }
    case 'select':
      page.choose(message.key);
      return;
    case 'fixes':
      hovering.putFixes(message.fixes);
      return;
    case 'raster':
      void raster(message.svg, message.scale, message.to);
      return;
    case 'nothing':
      if (page.picture() === undefined) showNothing(message.why);
  }
}

async function raster(svg: string, scale: number, to: 'file' | 'clipboard'): Promise<void> {
  try {
    const png = await rasterize(svg, scale);
    if (to === 'file') host.post({ type: 'png', base64: await toBase64(png) });
    else {
      window.focus();
      part('stage').focus();
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      host.post({ type: 'copied' });
    }
  } catch (error) {
    host.post({
      type: 'failed',
      what: `the image could not be made: ${error instanceof Error ? error.message : ''}`,
    });
  }
}
