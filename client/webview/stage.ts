import { importSvg } from './import-svg.ts';
import { part } from './page.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The picture in the page. Things in it are named by their keys: `element:bot`, `boundary:zone`, `edge:ask`. */
export interface Stage {
  readonly element: HTMLElement;
  svg(): SVGSVGElement | undefined;
  /** Where things are drawn; halos and dots are put here too. */
  layer(): SVGGElement | undefined;
  /** Size of the whole picture. */
  size(): { readonly width: number; readonly height: number };
  put(markup: string): void;
  group(key: string): SVGGElement | undefined;
  /** Place and size in the picture. */
  box(key: string): Box | undefined;
  line(key: string): SVGPathElement | undefined;
  /** What was clicked or is under the mouse. */
  keyOf(target: EventTarget | null): string | undefined;
  keys(): Iterable<string>;
}

export function makeStage(): Stage {
  const element = part('stage');
  let svg: SVGSVGElement | undefined;
  let layer: SVGGElement | undefined;
  let groups = new Map<string, SVGGElement>();
  let boxes = new Map<string, Box>();

  const measure = (key: string): Box | undefined => {
    const shape = lineOf(groups.get(key)) ?? groups.get(key)?.querySelector<SVGGraphicsElement>('rect, path');
    const offset = layer?.transform.baseVal.consolidate()?.matrix;
    if (shape === undefined || shape === null) return undefined;
    const { x, y, width, height } = shape.getBBox();
    return { x: x + (offset?.e ?? 0), y: y + (offset?.f ?? 0), width, height };
  };
  return {
    element,
    svg: () => svg,
    layer: () => layer,
    size: () => {
      const view = svg?.dataset.size?.split(' ').map(Number);
      return { width: view?.[0] ?? 1, height: view?.[1] ?? 1 };
    },
    put: (markup) => {
      const fresh = importSvg(markup);
      fresh.dataset.size = `${fresh.getAttribute('width') ?? 1} ${fresh.getAttribute('height') ?? 1}`;
      fresh.removeAttribute('width');
      fresh.removeAttribute('height');
      // The page names the picture; its own title would come up as a tool tip everywhere.
      fresh.querySelector('title')?.remove();
      fresh.querySelector('desc')?.remove();
      groups = new Map();
      for (const group of fresh.querySelectorAll<SVGGElement>('g[data-type][role="img"]')) {
        const key = keyFrom(group);
        if (key === undefined) continue;
        group.setAttribute('tabindex', '-1');
        groups.set(key, group);
      }
      boxes = new Map();
      layer = fresh.querySelector<SVGGElement>('g.diagram') ?? undefined;
      if (svg === undefined) element.append(fresh);
      else svg.replaceWith(fresh);
      svg = fresh;
    },
    group: (key) => groups.get(key),
    box: (key) => {
      const known = boxes.get(key) ?? measure(key);
      if (known !== undefined) boxes.set(key, known);
      return known;
    },
    line: (key) => lineOf(groups.get(key)),
    keyOf: (target) => {
      const group = target instanceof Element ? target.closest('g[data-type]') : null;
      return group instanceof SVGGElement ? keyFrom(group) : undefined;
    },
    keys: () => groups.keys(),
  };
}

function lineOf(group: SVGGElement | undefined): SVGPathElement | undefined {
  return group?.querySelector<SVGPathElement>('path.reach') ?? undefined;
}

function keyFrom({ dataset: { type, id, key } }: SVGGElement): string | undefined {
  switch (type) {
    case 'element':
    case 'boundary':
      return `${type}:${id ?? ''}`;
    case 'flow':
    case 'implied':
      return `edge:${key ?? ''}`;
    default:
      return undefined;
  }
}
