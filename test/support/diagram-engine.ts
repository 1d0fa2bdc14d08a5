import ELK from 'elkjs/lib/elk.bundled.js';
import type { LayoutEngine } from '../../server/diagram/place/layout.ts';

/** The layout engine itself, in this thread. */
export const engine: LayoutEngine = new ELK();
