import { textWidth } from '../../../diagram/graph/text-width.ts';
import { html, nothing, type Html } from '../../markup/html.ts';
import { chainText } from '../content/chain.ts';
import type { Chain, ChainElement, ChainStep } from '../content/chain.ts';
import { sentence } from '../../../diagram/graph/words.ts';

const pageWidth = 1050;
const boxHeight = 44;
const rowHeight = 84;
const top = 2;

interface PlacedElement {
  readonly element: ChainElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A way through the system as a row of boxes, in more rows where one is too long. */
export function chainPicture(chain: Chain): Html {
  const boxes = place(chain);
  const rows = Math.max(...boxes.map(({ y }) => y)) / rowHeight + 1;
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const height = top + (rows - 1) * rowHeight + boxHeight + 4;
  return html`<svg
    class="chain"
    viewBox="0 0 ${Math.ceil(right + 2)} ${height}"
    width="${Math.ceil(right + 2)}"
    height="${height}"
    role="img"
    aria-label="${chainText(chain)}"
  >
    ${chain.steps.map((step, at) => arrow(step, boxes[at], boxes[at + 1]))}
    ${boxes.map((box, at) => drawBox(box, at === 0, at === boxes.length - 1))}
  </svg>`;
}

function place({ elements, steps }: Chain): readonly PlacedElement[] {
  const placed: PlacedElement[] = [];
  let x = 1;
  let y = 0;
  for (const [at, element] of elements.entries()) {
    const width = boxWidth(element);
    const step = steps[at - 1];
    if (step !== undefined) {
      x += gapOf(step);
      if (x + width > pageWidth) {
        x = gapOf(step);
        y += rowHeight;
      }
    }
    placed.push({ element, x, y, width });
    x += width;
  }
  return placed;
}

function boxWidth({ title, kind }: ChainElement): number {
  const name = textWidth(cut(title), { size: 13, weight: 'bold' });
  const what = textWidth(sentence(kind), { size: 11, weight: 'normal' });
  return Math.ceil(Math.max(74, name + 26, what + 26));
}

function gapOf(step: ChainStep): number {
  const labels = [labelOf(step), crossingOf(step)].map((label) =>
    textWidth(label, { size: 11, weight: 'normal' }),
  );
  return Math.ceil(Math.max(56, ...labels.map((width) => width + 24)));
}

function labelOf({ flow, answer }: ChainStep): string {
  return answer ? `answer of ${cut(flow.title)}` : cut(flow.title);
}

function crossingOf({ crosses }: ChainStep): string {
  const [first] = crosses;
  if (first === undefined) return '';
  return crosses.length === 1 ? `crosses ${cut(first)}` : `crosses ${crosses.length} boundaries`;
}

function arrow(step: ChainStep, from: PlacedElement | undefined, to: PlacedElement | undefined): Html {
  if (from === undefined || to === undefined) return nothing;
  const y = top + to.y + boxHeight / 2;
  const end = to.x - 2;
  const sameRow = from.y === to.y;
  const start = sameRow ? from.x + from.width : 1;
  const middle = (start + end) / 2;
  const bend = top + from.y + boxHeight + 14;
  const fromMiddle = from.x + from.width / 2;
  const line = sameRow
    ? `M${start} ${y}H${end - 5}`
    : `M${fromMiddle} ${top + from.y + boxHeight}V${bend}H${start}V${y}H${end - 5}`;
  const crossing = crossingOf(step);
  return html`<path class="wire" d="${line}" /><path class="head" d="M${end} ${y}l-8 -4.5v9z" /><text
      class="flow"
      x="${middle}"
      y="${y - 8}"
      text-anchor="middle"
      >${labelOf(step)}</text
    >${
      crossing === ''
        ? nothing
        : html`<path class="border" d="M${middle} ${y - 4}v8" /><text
              class="crossing"
              x="${middle}"
              y="${y + 17}"
              text-anchor="middle"
              >${crossing}<title>${step.crosses.join(', ')}</title></text
            >`
    }`;
}

function drawBox({ element, x, y, width }: PlacedElement, isFirst: boolean, isLast: boolean): Html {
  const role = isFirst ? `source ${element.trust ?? ''}` : isLast ? 'target' : '';
  const at = top + y;
  const middle = x + width / 2;
  return html`<g class="box ${role}"
    ><rect x="${x}" y="${at}" width="${width}" height="${boxHeight}" rx="6" /><text
      class="name"
      x="${middle}"
      y="${at + 19}"
      text-anchor="middle"
      >${cut(element.title)}</text
    ><text class="kind" x="${middle}" y="${at + 34}" text-anchor="middle">${sentence(element.kind)}</text
    ><title>${element.id}</title></g
  >`;
}

const longest = 24;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
