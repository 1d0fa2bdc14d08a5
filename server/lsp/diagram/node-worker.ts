import { Worker } from 'node:worker_threads';
import type { LayoutReply } from '../../diagram/place/layout-request.ts';
import type { LayoutWorker } from './limited-engine.ts';

/** The layout in a thread of this process, out of the script that the build put beside the server. */
export function startNodeWorker(script: string): LayoutWorker {
  const worker = new Worker(script);
  worker.unref();
  return {
    post: (request) => worker.postMessage(request),
    onReply: (listen) => void worker.on('message', (reply: LayoutReply) => listen(reply)),
    onFault: (listen) => void worker.on('error', listen),
    end: () => void worker.terminate(),
  };
}
