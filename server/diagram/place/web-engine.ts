import ELK, { type ELKConstructorArguments } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from './layout.ts';

/** ELK in a Web Worker that runs the script of `layout-worker-web.ts`. */
export function webEngine(start: NonNullable<ELKConstructorArguments['workerFactory']>): LayoutEngine {
  return new ELK({ workerFactory: start });
}
