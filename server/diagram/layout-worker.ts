// The layout in a worker thread, so that nothing interactive waits for it. One message asks for one layout:
// { id, graph } is answered by { id, answer } or { id, error }, both in the form of ELK.
import { parentPort } from 'node:worker_threads';
import ELK from 'elkjs/lib/elk.bundled.js';
import { answerLayoutRequest } from './place/layout-request.ts';

const engine = new ELK();

parentPort?.on('message', (message: unknown) => {
  void answerLayoutRequest(message, engine).then((reply) => parentPort?.postMessage(reply));
});
