import type { Picture, PicturePlace } from '../../server/lsp/diagram/picture.ts';
import type { DiagramView } from '../../server/lsp/diagram/view.ts';
import { makeHalos, type Halos } from './halo.ts';
import type { Host } from './host.ts';
import { importSvg } from './import-svg.ts';
import { makeMinimap } from './minimap.ts';
import { changesInWords, showNotes } from './notes.ts';
import { part, say } from './page.ts';
import { makeStage, type Stage } from './stage.ts';
import { makeTrail } from './trail.ts';
import { makeCamera, type Camera } from './viewport.ts';

/** The picture in the page with all that is drawn on it, over every change of the text. */
export interface DiagramPage {
  readonly stage: Stage;
  readonly camera: Camera;
  readonly halos: Halos;
  picture(): Picture | undefined;
  place(key: string | undefined): PicturePlace | undefined;
  /** The thing that keys and clicks are about. */
  chosen(): string | undefined;
  choose(key: string | undefined, how?: 'quietly' | 'in view'): void;
  view(): DiagramView;
  changeView(change: Partial<DiagramView>): void;
  put(picture: Picture, view: DiagramView): void;
  toggleLegend(): void;
}

export function makeDiagramPage(host: Host): DiagramPage {
  const stage = makeStage();
  const halos = makeHalos(stage);
  const trail = makeTrail(stage);
  let picture: Picture | undefined;
  let chosen: string | undefined;
  let shown: DiagramView | undefined;
  const minimap = makeMinimap(stage, () => camera);
  let saving: ReturnType<typeof setTimeout> | undefined;
  const camera = makeCamera(stage, (viewport) => {
    minimap.follow(viewport);
    clearTimeout(saving);
    if (picture !== undefined) saving = setTimeout(() => host.keep({ viewport }), 200);
  });

  const page: DiagramPage = {
    stage,
    camera,
    halos,
    picture: () => picture,
    place: (key) => picture?.places.find((place) => place.key === key),
    chosen: () => chosen,
    choose: (key, how = 'in view') => {
      const had = stage.element.contains(document.activeElement);
      if (chosen !== undefined) stage.group(chosen)?.setAttribute('tabindex', '-1');
      chosen = key !== undefined && stage.group(key) !== undefined ? key : undefined;
      halos.mark('chosen', chosen === undefined ? [] : [chosen]);
      makeReachable(page);
      if (chosen === undefined) return;
      if (had || how === 'in view') stage.group(chosen)?.focus({ preventScroll: true });
      const box = stage.box(chosen);
      if (how === 'in view' && box !== undefined) camera.bringIntoView(box);
    },
    view: () => host.state().view,
    changeView: (change) => {
      const view = { ...page.view(), ...change };
      host.keep({ view });
      host.post({ type: 'view', view });
    },
    put: (next, view) => {
      const before = picture;
      const narrowed =
        before !== undefined && (before.focus !== next.focus || shown?.direction !== view.direction);
      const anchor = before === undefined ? undefined : anchorOf(page);
      [picture, shown] = [next, view];
      host.keep({ uri: next.uri, view });
      showNotes(next, () => page.changeView({ focus: undefined }));
      if (next.svg !== undefined) {
        const had = stage.element.contains(document.activeElement);
        stage.put(next.svg);
        if (next.legend !== undefined) part('legend').replaceChildren(importSvg(next.legend));
        halos.redraw();
        minimap.redraw();
        page.choose(chosen, 'quietly');
        if (had) (stage.svg()?.querySelector<SVGElement>('[tabindex="0"]') ?? stage.element).focus();
        aim(page, before === undefined ? 'first' : narrowed ? 'fit' : 'stay', anchor);
      }
      trail.show(next.trail);
      halos.mark('path', next.trail);
      nameThings(page);
      const words = changesInWords(before, next);
      if (words !== '') say(words);
    },
    toggleLegend: () => {
      const legend = part('legend');
      legend.hidden = !legend.hidden;
      part('do-legend').setAttribute('aria-pressed', String(!legend.hidden));
      host.keep({ legend: !legend.hidden });
    },
  };

  const aim = (
    { camera: lens }: DiagramPage,
    how: 'first' | 'fit' | 'stay',
    anchor: Anchor | undefined,
  ): void => {
    const kept = how === 'first' ? host.state().viewport : undefined;
    if (kept !== undefined) lens.set(kept);
    else if (how !== 'stay') lens.fit();
    else lens.set(moved(stage, lens, anchor));
  };
  if (host.state().legend) page.toggleLegend();
  return page;
}

interface Anchor {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** What stays where it is on the screen when the layout changes: what is chosen, what the text speaks of, or the middle. */
function anchorOf({ stage, camera, halos, ...page }: DiagramPage): Anchor | undefined {
  const { x, y, scale } = camera.now();
  const middle = {
    x: x + stage.element.clientWidth / scale / 2,
    y: y + stage.element.clientHeight / scale / 2,
  };
  let best: (Anchor & { readonly away: number }) | undefined;
  const first = [page.chosen(), ...halos.marked('cursor')].find(
    (key) => key !== undefined && stage.box(key) !== undefined,
  );
  for (const key of first === undefined ? stage.keys() : [first]) {
    const box = key.startsWith('edge:') ? undefined : stage.box(key);
    if (box === undefined) continue;
    const away = Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y);
    if (best === undefined || away < best.away) best = { key, x: box.x, y: box.y, away };
  }
  return best;
}

function moved(stage: Stage, camera: Camera, anchor: Anchor | undefined): ReturnType<Camera['now']> {
  const now = camera.now();
  const box = anchor === undefined ? undefined : stage.box(anchor.key);
  if (box === undefined || anchor === undefined) return now;
  return { ...now, x: now.x + box.x - anchor.x, y: now.y + box.y - anchor.y };
}

/** The chosen thing, else the first one, is the one tab stop of the picture. */
function makeReachable(page: DiagramPage): void {
  const first = page.picture()?.places.find(({ key }) => page.stage.group(key) !== undefined)?.key;
  const key = page.chosen() ?? first;
  if (first !== undefined) page.stage.group(first)?.setAttribute('tabindex', '-1');
  if (key !== undefined) page.stage.group(key)?.setAttribute('tabindex', '0');
}

/** What a context menu of VS Code is about. */
function nameThings({ stage }: DiagramPage): void {
  for (const key of stage.keys()) {
    const context = { webviewSection: 'drawn', bartizanKey: key, preventDefaultContextMenuItems: true };
    stage.group(key)?.setAttribute('data-vscode-context', JSON.stringify(context));
  }
}
