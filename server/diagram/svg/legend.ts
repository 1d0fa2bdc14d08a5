import { fonts } from '../graph/measure.ts';
import { textWidth, type Font } from '../graph/text-width.ts';
import type { Placed } from '../place/placed.ts';
import { legendItems, type LegendItem } from './legend-items.ts';
import type { Theme } from './theme.ts';
import type { Block } from './title-block.ts';
import { tag, text } from './xml.ts';

const captionFont: Font = { size: 9.5, weight: 'bold' };
const sampleWidth = 40;
const row = 24;
const captionWidth = 84;

/** What the signs mean: one paragraph a group of signs, and only signs that occur. */
export function drawLegend(placed: Placed, width: number, theme: Theme): Block {
  const top = 28;
  let y = top + 14;
  const parts = [
    tag('path', {
      d: `M0 ${top - 6}H${width}`,
      stroke: theme.outline,
      'stroke-opacity': 0.35,
      'stroke-width': 1,
    }),
  ];
  for (const { caption, items } of legendItems(placed, theme)) {
    if (items.length === 0) continue;
    parts.push(
      text(0, y + 3.4, caption.toUpperCase(), { font: captionFont, fill: theme.muted, spacing: 0.4 }),
    );
    const { markup, rows } = drawItems(items, y, width, theme);
    parts.push(markup);
    y += rows * row;
  }
  return { markup: parts.join('\n'), height: y - row / 2 + 6 };
}

function drawItems(
  items: readonly LegendItem[],
  top: number,
  width: number,
  theme: Theme,
): { readonly markup: string; readonly rows: number } {
  let [x, rows] = [captionWidth, 1];
  const parts = items.map(({ words, sample }) => {
    const needed = sampleWidth + textWidth(words, fonts.detail) + 20;
    if (x + needed > width && x > captionWidth) [x, rows] = [captionWidth, rows + 1];
    const y = top + (rows - 1) * row;
    const at = x;
    x += needed;
    return sample(at, y) + text(at + sampleWidth, y + 3.8, words, { font: fonts.detail, fill: theme.ink });
  });
  return { markup: parts.join('\n'), rows };
}
