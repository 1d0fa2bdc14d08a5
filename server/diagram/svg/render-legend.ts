import type { Placed } from '../place/placed.ts';
import { drawLegend } from './legend.ts';
import { themeOf, type ThemeName } from './theme.ts';
import { rootFont, tag } from './xml.ts';

/** The legend of a picture alone, for those who show it apart. */
export function renderLegend(placed: Placed, options: { theme: ThemeName; width: number }): string {
  const { markup, height } = drawLegend(placed, options.width, themeOf(options.theme));
  const cut = 24; // the rule that parts it from the picture above
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: options.width,
      height: Math.ceil(height - cut),
      viewBox: `0 ${cut} ${options.width} ${Math.ceil(height - cut)}`,
      role: 'img',
      'aria-label': 'Legend',
      'font-family': rootFont,
    },
    markup,
  )}\n`;
}
