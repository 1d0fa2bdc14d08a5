import { textWidth, type Font } from './text-width.ts';
import type { EdgeLabel, LabelLine, Marks, NodeForm, Size } from './graph.ts';

/** All distances of the picture that both measuring and drawing need, in px. */
export const fonts = {
  title: { size: 13, weight: 'bold' },
  detail: { size: 11, weight: 'normal' },
  boundary: { size: 12.5, weight: 'bold' },
  tag: { size: 9.5, weight: 'bold' },
  flow: { size: 11, weight: 'bold' },
  cargo: { size: 10.5, weight: 'normal' },
  badge: { size: 11, weight: 'bold' },
  chip: { size: 10, weight: 'bold' },
} as const satisfies Readonly<Record<string, Font>>;

export const node = { width: 178, textLeft: 46, textRight: 14, titleLine: 16, detailLine: 14, paddingY: 11 };
export const nodeTextWidth = node.width - node.textLeft - node.textRight;

export const label = { paddingX: 7, paddingY: 4, line: 14, arrow: 13, width: 120, gap: 5 };

export const heading = { left: 14, top: 9, height: 22, gap: 8 };

/** A severity badge: its shape, and room for the number behind it when there are several findings. */
export function badgeWidth(marks: Marks): number {
  const { worst, count } = marks.findings;
  if (worst === undefined) return 0;
  return badgeSize + (count > 1 ? 5 + textWidth(`${count}`, fonts.chip) + 4 : 0);
}

export const badgeSize = 17;

export interface Chip {
  readonly state: 'in-place' | 'planned' | 'missing';
  readonly count: number;
  readonly width: number;
}

/** The shields of a place: one for each state that occurs. */
export function chipsOf({ controls }: Marks): readonly Chip[] {
  const chip = (state: Chip['state'], count: number): readonly Chip[] =>
    count === 0 ? [] : [{ state, count, width: shield.width + 2 + textWidth(`${count}`, fonts.chip) + 5 }];
  return [
    ...chip('in-place', controls.inPlace),
    ...chip('planned', controls.planned),
    ...chip('missing', controls.missing),
  ];
}

export const shield = { width: 11, height: 13 };

export function chipsWidth(marks: Marks): number {
  return chipsOf(marks).reduce((sum, { width }) => sum + width, 0);
}

/** Room above and below the text that the outline itself takes. */
export function outlineRoom(form: NodeForm): { readonly top: number; readonly bottom: number } {
  if (form === 'store') return { top: storeCap * 2 - 4, bottom: storeCap - 2 };
  if (form === 'control-point') return { top: 0, bottom: 8 };
  if (form === 'collapsed') return { top: 2, bottom: 4 };
  return { top: 0, bottom: 0 };
}

/** Half the height of the ellipse that closes a cylinder. */
export const storeCap = 7;

export function nodeSize(form: NodeForm, titleLines: number, detailLines: number): Size {
  const { top, bottom } = outlineRoom(form);
  const text = titleLines * node.titleLine + detailLines * node.detailLine;
  return { width: node.width, height: top + bottom + Math.max(text + node.paddingY * 2, 52) };
}

export function measureLabel(
  lines: readonly LabelLine[],
  marks: Marks,
  lock: 'open-lock' | 'no-lock',
): EdgeLabel | undefined {
  const extras = chipsWidth(marks) + badgeWidth(marks);
  if (lines.length === 0 && extras === 0 && lock === 'no-lock') return undefined;
  const widths = lines.map(({ type, text }) =>
    type === 'title'
      ? titleRow(textWidth(text, fonts.flow), extras, lock)
      : label.arrow + textWidth(text, fonts.cargo),
  );
  const inner = Math.max(titleRow(0, extras, lock), ...widths);
  const rows = Math.max(lines.length, 1);
  const height = label.paddingY * 2 + rows * label.line + (badgeWidth(marks) > 0 ? 4 : 0);
  return { lines, size: { width: Math.ceil(inner + label.paddingX * 2), height } };
}

function titleRow(text: number, extras: number, lock: 'open-lock' | 'no-lock'): number {
  return (lock === 'open-lock' ? lockWidth : 0) + text + (extras > 0 ? label.gap + extras : 0);
}

export const lockWidth = 14;

export function measureHeading(title: string, tag: string, marks: Marks): Size {
  const width =
    textWidth(title, fonts.boundary) +
    heading.gap +
    tagWidth(tag) +
    (chipsWidth(marks) > 0 ? heading.gap + chipsWidth(marks) : 0) +
    (badgeWidth(marks) > 0 ? heading.gap + badgeWidth(marks) : 0);
  return { width: Math.ceil(width + heading.left * 2), height: heading.height };
}

/** Capitals are set a little apart. */
export const tagSpacing = 0.4;

export function tagWidth(tag: string): number {
  return textWidth(tag, fonts.tag) + tag.length * tagSpacing + 12;
}
