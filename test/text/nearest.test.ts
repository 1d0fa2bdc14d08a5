import assert from 'node:assert/strict';
import { nearestWords } from '../../server/text/nearest.ts';

describe('nearestWords', () => {
  const kinds = ['agent', 'application', 'api-gateway', 'model-gateway', 'tool', 'vector-store', 'q'];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['agnet', ['agent']],
    ['Agent', ['agent']],
    ['vector_store', ['vector-store']],
    ['vectorstore', ['vector-store']],
    ['app', ['application']],
    ['api gateway', ['api-gateway']],
    ['toll', ['tool']],
    ['r', []],
    ['', []],
    ['something-else', []],
  ];
  for (const [typed, near] of cases) {
    it(`takes ${JSON.stringify(typed)} for ${near.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(nearestWords(typed, kinds), near);
    });
  }

  it('names at most three, best first', () => {
    assert.deepEqual(nearestWords('bot', ['bots', 'boat', 'bot', 'both']), ['bot', 'boat', 'both']);
  });
});
