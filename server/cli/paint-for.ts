import { colourful, plain, type Paint } from '../report/check/paint.ts';
import type { World } from './world.ts';

/** Colours on a terminal whose user has not refused them by NO_COLOR; none in a file. */
export function paintFor(world: World, output?: string): Paint {
  return output === undefined && world.out.isTerminal && (world.env.NO_COLOR ?? '') === ''
    ? colourful
    : plain;
}
