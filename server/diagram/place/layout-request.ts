import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from './layout.ts';

export interface LayoutRequest {
  readonly id: number;
  readonly graph: ElkNode;
}

export type LayoutReply =
  { readonly id: number; readonly answer: ElkNode } | { readonly id: number; readonly error: string };

/** What a worker does with a message: the same in a worker thread and in a Web Worker. Never rejects. */
export async function answerLayoutRequest(message: unknown, engine: LayoutEngine): Promise<LayoutReply> {
  if (!isRequest(message)) return { id: -1, error: 'not a layout request' };
  try {
    return { id: message.id, answer: await engine.layout(message.graph) };
  } catch (error) {
    return { id: message.id, error: error instanceof Error ? error.message : 'the layout failed' };
  }
}

/** The door of the worker: the other side is our own code, of the same build. */
function isRequest(message: unknown): message is LayoutRequest {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'graph' in message &&
    typeof message.graph === 'object' &&
    message.graph !== null &&
    'id' in message.graph
  );
}

/** A worker as both kinds of threads offer it, once messages are wired. */
export interface LayoutPort {
  post(request: LayoutRequest): void;
  onReply(listen: (reply: LayoutReply) => void): void;
}

/** An engine that asks a worker. What a terminated worker leaves unanswered stays open: the caller limits the time. */
export function remoteEngine(port: LayoutPort): LayoutEngine {
  let last = 0;
  const waiting = new Map<number, (reply: LayoutReply) => void>();
  port.onReply((reply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  return {
    layout: (graph) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, (reply) => {
          if ('answer' in reply) resolve(reply.answer);
          else reject(new Error(reply.error));
        });
        port.post({ id: last, graph });
      }),
  };
}
