import { answerLayoutRequest, type LayoutReply } from '../../diagram/place/layout-request.ts';
import { webEngine } from '../../diagram/place/web-engine.ts';
import type { LayoutWorker } from './limited-engine.ts';

/** The layout in a Web Worker, out of the script at the URL that is promised. */
export function startWebWorker(script: Promise<string>): LayoutWorker {
  const started = script.then((url) => {
    const worker = new Worker(url);
    return { worker, engine: webEngine(() => worker) };
  });
  const listeners: ((reply: LayoutReply) => void)[] = [];
  const faulty: ((fault: Error) => void)[] = [];
  const fail = (fault: unknown): void => {
    const error = fault instanceof Error ? fault : new Error(String(fault));
    for (const listen of faulty) listen(error);
  };
  started.then(
    ({ worker }) => worker.addEventListener('error', ({ message }) => fail(`the layout ended: ${message}`)),
    fail,
  );
  return {
    post: (request) => {
      started
        .then(({ engine }) => answerLayoutRequest(request, engine))
        .then((reply) => listeners.forEach((listen) => listen(reply)), fail);
    },
    onReply: (listen) => void listeners.push(listen),
    onFault: (listen) => void faulty.push(listen),
    end: () => void started.then(({ worker }) => worker.terminate(), fail),
  };
}
