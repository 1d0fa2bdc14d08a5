import { Worker } from 'node:worker_threads';
import type { LayoutEngine } from '../diagram/place/layout.ts';
import { remoteEngine, type LayoutReply } from '../diagram/place/layout-request.ts';

/** The layout in the worker that the build put beside the program; started when first asked. */
export function workerLayout(file: string): LayoutEngine {
  return {
    layout: async (graph) => {
      const worker = new Worker(file);
      try {
        const failed = new Promise<never>((_, reject) => worker.once('error', reject));
        const engine = remoteEngine({
          post: (request) => {
            worker.postMessage(request);
          },
          onReply: (listen) => {
            worker.on('message', (reply: LayoutReply) => {
              listen(reply);
            });
          },
        });
        return await Promise.race([engine.layout(graph), failed]);
      } finally {
        await worker.terminate();
      }
    },
  };
}
