import type { LayoutEngine } from '../../diagram/place/layout.ts';
import { remoteEngine, type LayoutPort } from '../../diagram/place/layout-request.ts';

/** A thread of its own in which the layout runs. */
export interface LayoutWorker extends LayoutPort {
  onFault(listen: (fault: Error) => void): void;
  end(): void;
}

/** Starting a worker may take longer than a layout: it is busy with loading. */
const longestStart = 30_000;

const nothing = { id: 'root', children: [], edges: [] };

/**
 * An engine in a worker that is started when first needed, ended when a layout takes too long, and started again.
 * One layout runs at a time, so that the limit counts for each.
 */
export function limitedEngine(startWorker: () => LayoutWorker, limit: number): LayoutEngine {
  let running: { readonly engine: LayoutEngine; readonly end: () => void } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const started = async (): Promise<LayoutEngine> => {
    if (running !== undefined) return running.engine;
    const worker = startWorker();
    const fault = new Promise<never>((_, reject) => worker.onFault(reject));
    const remote = remoteEngine(worker);
    const engine: LayoutEngine = { layout: (graph) => Promise.race([remote.layout(graph), fault]) };
    running = { engine, end: () => worker.end() };
    fault.catch(() => (running = undefined));
    await orEnd(engine.layout(nothing), longestStart);
    return engine;
  };
  const orEnd = async <T>(work: Promise<T>, most: number): Promise<T> => {
    try {
      return await within(work, most);
    } catch (error) {
      if (error instanceof TooLong) {
        running?.end();
        running = undefined;
      }
      throw error;
    }
  };
  return {
    layout: (graph) => {
      const mine = last.then(async () => orEnd((await started()).layout(graph), limit));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

export class TooLong extends Error {}

function within<T>(work: Promise<T>, most: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooLong(`the layout took more than ${most} ms`)), most);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
