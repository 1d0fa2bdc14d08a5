import assert from 'node:assert/strict';
import type { LayoutReply, LayoutRequest } from '../../server/diagram/place/layout-request.ts';
import { limitedEngine, TooLong, type LayoutWorker } from '../../server/lsp/diagram/limited-engine.ts';

/** A worker that answers all but what is called `endless`, and breaks at `broken`. */
function makeWorkers() {
  const log: string[] = [];
  const start = (): LayoutWorker => {
    log.push('start');
    let reply: (reply: LayoutReply) => void = () => undefined;
    let fault: (fault: Error) => void = () => undefined;
    return {
      post: ({ id, graph }: LayoutRequest) => {
        if (graph.id === 'broken') setTimeout(() => fault(new Error('out of memory')));
        else if (graph.id !== 'endless') setTimeout(() => reply({ id, answer: graph }));
      },
      onReply: (listen) => (reply = listen),
      onFault: (listen) => (fault = listen),
      end: () => void log.push('end'),
    };
  };
  return { log, start };
}

describe('limitedEngine', () => {
  it('ends a layout that takes too long, and goes on with a new worker', async () => {
    const { log, start } = makeWorkers();
    const engine = limitedEngine(start, 20);
    await assert.rejects(engine.layout({ id: 'endless' }), TooLong);
    assert.deepEqual(await engine.layout({ id: 'next' }), { id: 'next' });
    assert.deepEqual(log, ['start', 'end', 'start']);
  });

  it('rejects what a broken worker leaves, and goes on with a new one', async () => {
    const { log, start } = makeWorkers();
    const engine = limitedEngine(start, 1000);
    await assert.rejects(engine.layout({ id: 'broken' }), /out of memory/);
    assert.deepEqual(await engine.layout({ id: 'next' }), { id: 'next' });
    assert.deepEqual(log, ['start', 'start']);
  });

  it('counts the limit for each layout, not for the queue', async () => {
    const { start } = makeWorkers();
    const engine = limitedEngine(start, 200);
    const waiting = Array.from({ length: 50 }, (_, index) => engine.layout({ id: `g${index}` }));
    assert.equal((await Promise.all(waiting)).length, 50);
  });
});
