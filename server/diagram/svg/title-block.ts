import { severities } from '../../catalog/rule.ts';
import { fonts } from '../graph/measure.ts';
import { textWidth, type Font } from '../graph/text-width.ts';
import { fitLine, wrapText } from '../graph/wrap-text.ts';
import type { Placed } from '../place/placed.ts';
import { drawSeverity } from './draw-marks.ts';
import type { Theme } from './theme.ts';
import { tag, text } from './xml.ts';

export interface Block {
  readonly markup: string;
  readonly height: number;
}

const nameFont: Font = { size: 20, weight: 'bold' };
const lineFont: Font = { size: 12, weight: 'normal' };

/** The system's name and facts at the left, its findings by severity at the right, what the reader must know below. */
export function drawTitleBlock({ graph: { title }, notices }: Placed, width: number, theme: Theme): Block {
  const findings = drawFindings(title.findings, width, theme);
  const room = width - findings.width - 32;
  const lines = [
    ...wrapText(title.description ?? '', { font: lineFont, width: Math.min(room, 760), lines: 2 }),
    ...(title.facts === '' ? [] : [fitLine(title.facts, lineFont, room)]),
    ...notices.map((notice) => fitLine(`Note: ${notice}`, lineFont, room)),
  ];
  const ruleY = 34 + lines.length * 17;
  return {
    markup: [
      text(0, 17, fitLine(title.name, nameFont, room), { font: nameFont, fill: theme.ink }),
      ...lines.map((line, index) => text(0, 38 + index * 17, line, { font: lineFont, fill: theme.muted })),
      findings.markup,
      tag('path', {
        d: `M0 ${ruleY}H${width}`,
        stroke: theme.outline,
        'stroke-opacity': 0.35,
        'stroke-width': 1,
      }),
    ].join('\n'),
    height: ruleY + 22,
  };
}

function drawFindings(
  findings: Placed['graph']['title']['findings'],
  width: number,
  theme: Theme,
): { readonly markup: string; readonly width: number } {
  const present = severities.filter((severity) => findings[severity] > 0);
  if (present.length === 0) {
    const none = 'No findings';
    return {
      markup: text(width, 17, none, { font: fonts.detail, fill: theme.muted, anchor: 'end' }),
      width: textWidth(none, fonts.detail),
    };
  }
  let x = width;
  const parts: string[] = [];
  for (const severity of present) {
    const words = `${findings[severity]} ${severity}`;
    x -= textWidth(words, lineFont);
    parts.push(text(x, 17, words, { font: lineFont, fill: theme.ink }));
    x -= 14;
    parts.push(drawSeverity(x, 13, severity, 'open', theme));
    x -= 24;
  }
  return { markup: parts.reverse().join('\n'), width: width - x };
}
