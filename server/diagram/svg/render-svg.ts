import type { Placed } from '../place/placed.ts';
import { drawBoundary, drawHeading } from './draw-boundary.ts';
import { drawEdge, drawLabel } from './draw-edge.ts';
import { drawGuard } from './draw-guard.ts';
import { drawNode } from './draw-node.ts';
import { drawLegend } from './legend.ts';
import { themeOf, type ThemeName } from './theme.ts';
import { drawTitleBlock } from './title-block.ts';
import { describePicture } from './describe.ts';
import { escapeXml, group, num, rootFont, tag } from './xml.ts';

export interface SvgOptions {
  readonly theme: ThemeName;
  /** `sheet` has a title block and a legend around the diagram, `bare` the diagram alone. */
  readonly frame: 'sheet' | 'bare';
}

/**
 * The picture as one SVG that needs nothing else: no style sheet, no script, no reference. Colours are presentation
 * attributes, so that any style rule of a page that shows it wins, and a strict content policy does not matter.
 * The same input gives the same bytes.
 */
export function renderSvg(placed: Placed, options: SvgOptions): string {
  const theme = themeOf(options.theme);
  const sheet = options.frame === 'sheet';
  const contentWidth = Math.max(placed.size.width, sheet ? narrowest : 0);
  const title = sheet ? drawTitleBlock(placed, contentWidth, theme) : { markup: '', height: 0 };
  const legend = sheet ? drawLegend(placed, contentWidth, theme) : { markup: '', height: 0 };
  const width = Math.ceil(contentWidth + margin * 2);
  const top = margin + title.height;
  const legendTop = top + placed.size.height;
  const height = Math.ceil(legendTop + legend.height + margin);
  const left = margin + (contentWidth - placed.size.width) / 2;
  const zones = new Map(placed.boundaries.map(({ boundary }) => [boundary.id, boundary.zone]));
  const { name, description } = describePicture(placed);
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'graphics-document',
      'aria-roledescription': 'data-flow diagram',
      'aria-label': name,
      'font-family': rootFont,
      'data-theme': options.theme,
    },
    `\n${tag('title', {}, escapeXml(name))}\n${tag('desc', {}, escapeXml(description))}\n`,
    tag('rect', { class: 'canvas', width, height, fill: theme.canvas }),
    '\n',
    sheet ? `${moved(margin, margin, 'title-block', title.markup)}\n` : '',
    group(
      { class: 'diagram', transform: `translate(${num(left)} ${num(top)})` },
      group({ class: 'boundaries' }, ...placed.boundaries.map((boundary) => drawBoundary(boundary, theme))),
      group({ class: 'flows' }, ...placed.edges.map((edge) => drawEdge(edge, (id) => zones.get(id), theme))),
      group({ class: 'labels' }, ...placed.edges.map((edge) => drawLabel(edge, theme))),
      group(
        { class: 'headings' },
        ...placed.boundaries.map((boundary) => drawHeading(boundary, placed.edges, theme)),
      ),
      group({ class: 'guards' }, ...placed.guards.map((guard) => drawGuard(guard, theme))),
      group({ class: 'nodes' }, ...placed.nodes.map((node) => drawNode(node, theme))),
    ),
    '\n',
    sheet ? `${moved(margin, legendTop, 'legend', legend.markup)}\n` : '',
  )}\n`;
}

const margin = 28;
const narrowest = 720;

function moved(x: number, y: number, name: string, markup: string): string {
  return group({ class: name, transform: `translate(${num(x)} ${num(y)})` }, markup);
}
