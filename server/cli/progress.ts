import type { World } from './world.ts';

export interface Progress {
  step(file: string): Promise<void>;
  clear(): Promise<void>;
}

/** Fewer files are done before anybody reads it. */
const worthIt = 5;

/** Says on stderr which file is at hand, on a terminal and when there are many. */
export function showProgress(world: World, total: number): Progress {
  if (!world.err.isTerminal || total < worthIt)
    return { step: () => Promise.resolve(), clear: () => Promise.resolve() };
  let at = 0;
  return {
    step: (file) => {
      at += 1;
      return world.err.write(`\r\u001b[Kchecking ${at} of ${total}: ${file.slice(-60)}`);
    },
    clear: () => world.err.write('\r\u001b[K'),
  };
}
