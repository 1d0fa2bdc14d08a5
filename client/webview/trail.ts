import { isStill, makeSvg } from './page.ts';
import type { Stage } from './stage.ts';

/** Units of the picture that the dot covers in a second. */
const speed = 220;
const restMs = 900;

export interface Trail {
  /** Numbers the steps of an attack path and runs a dot along them; an empty path takes all away. */
  show(keys: readonly string[]): void;
}

export function makeTrail(stage: Stage): Trail {
  let frame = 0;
  return {
    show: (keys) => {
      cancelAnimationFrame(frame);
      stage.layer()?.querySelector(':scope > .trail')?.remove();
      const flows = keys.flatMap((key, index) => leg(stage, key, keys[index - 1]) ?? []);
      if (flows.length === 0) return;
      const group = makeSvg('g', { class: 'trail', 'aria-hidden': 'true' });
      flows.forEach((flow, index) => group.append(number(freePoint(stage, flow), index + 1)));
      stage.layer()?.append(group);
      const dot = makeSvg('circle', { class: 'dot', r: 7 });
      group.append(dot);
      const start = performance.now();
      const run = (now: number): void => {
        // The system may ask for no motion, or allow it again, while the path is shown.
        dot.toggleAttribute('hidden', isStill());
        const at = pointAt(flows, Math.max(0, now - start));
        dot.setAttribute('cx', String(at.x));
        dot.setAttribute('cy', String(at.y));
        frame = requestAnimationFrame(run);
      };
      frame = requestAnimationFrame(run);
    },
  };
}

interface Leg {
  readonly line: SVGPathElement;
  readonly length: number;
  readonly backwards: boolean;
}

/** An answer runs against its line: then the element before it lies nearer to the line's end. */
function leg(stage: Stage, key: string, before: string | undefined): Leg | undefined {
  const line = stage.line(key);
  if (line === undefined) return undefined;
  const length = line.getTotalLength();
  const box = before === undefined ? undefined : stage.box(before);
  const offset = stage.layer()?.transform.baseVal.consolidate()?.matrix;
  if (box === undefined) return { line, length, backwards: false };
  const away = ({ x, y }: DOMPoint): number =>
    Math.hypot(
      Math.max(box.x - x - (offset?.e ?? 0), 0, x + (offset?.e ?? 0) - box.x - box.width),
      Math.max(box.y - y - (offset?.f ?? 0), 0, y + (offset?.f ?? 0) - box.y - box.height),
    );
  return { line, length, backwards: away(line.getPointAtLength(length)) < away(line.getPointAtLength(0)) };
}

/** Where a number on the line hides no label and no node, if there is such a place. */
function freePoint(stage: Stage, { line, length }: Leg): DOMPoint {
  const taken = [
    ...(stage.layer()?.querySelectorAll<SVGGraphicsElement>('.label > rect, .heading > rect') ?? []),
  ].map((rect) => rect.getBBox());
  const room = 12;
  const free = ({ x, y }: DOMPoint): boolean =>
    taken.every(
      (box) =>
        x < box.x - room || x > box.x + box.width + room || y < box.y - room || y > box.y + box.height + room,
    );
  const points = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => line.getPointAtLength(length * share));
  return points.find(free) ?? line.getPointAtLength(length / 2);
}

function pointAt(legs: readonly Leg[], elapsed: number): DOMPoint {
  const whole = legs.reduce((sum, { length }) => sum + length, 0);
  let left = ((elapsed % ((whole / speed) * 1000 + restMs)) / 1000) * speed;
  for (const { line, length, backwards } of legs) {
    if (left <= length) return line.getPointAtLength(backwards ? length - left : left);
    left -= length;
  }
  const last = legs.at(-1);
  return last === undefined ? new DOMPoint() : last.line.getPointAtLength(last.backwards ? 0 : last.length);
}

function number({ x, y }: DOMPoint, step: number): SVGElement {
  const group = makeSvg('g', { class: 'step' });
  const text = makeSvg('text', { x, y: y + 4, 'text-anchor': 'middle' });
  text.textContent = String(step);
  group.append(makeSvg('circle', { cx: x, cy: y, r: 10 }), text);
  return group;
}
