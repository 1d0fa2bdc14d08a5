import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { readFromPage, readToPage } from '../../client/diagram/messages.ts';
import { readView, wholeView } from '../../server/lsp/diagram/view.ts';

describe('messages of the panel', () => {
  it('are read when they are whole', () => {
    assert.deepEqual(readFromPage({ type: 'go', key: 'element:bot', more: 1 }), {
      type: 'go',
      key: 'element:bot',
    });
    assert.deepEqual(readFromPage({ type: 'png', base64: 'iVBORw==' }), { type: 'png', base64: 'iVBORw==' });
    assert.deepEqual(readToPage({ type: 'select', key: 'edge:ask' }), { type: 'select', key: 'edge:ask' });
  });

  const broken: readonly unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'run' },
    { type: 'go' },
    { type: 'go', key: { toString: 1 } },
    { type: 'fixes', findings: [1] },
    { type: 'fix', finding: 'a' },
    { type: 'png', base64: '<svg>' },
    { type: '__proto__' },
  ];
  for (const said of broken) {
    it(`are left alone when they are ${inspect(said)}`, () => {
      assert.equal(readFromPage(said), undefined);
    });
  }

  it('leave a picture alone of which a part is missing', () => {
    const picture = {
      uri: 'file:///a',
      hash: 'h',
      name: 'n',
      summary: '',
      stale: false,
      notices: [],
      collapsed: [],
    };
    assert.equal(readToPage({ type: 'picture', picture }), undefined);
    assert.equal(readToPage({ type: 'raster', svg: '<svg/>', scale: 1000, to: 'file' }), undefined);
  });
});

describe('the view of a diagram', () => {
  it('is the whole where nothing sensible is said', () => {
    for (const said of [undefined, 7, [], { collapsed: 'all', focus: { type: 'risk' }, direction: 'up' }]) {
      assert.deepEqual(readView(said), wholeView);
    }
  });

  it('comes back from what was kept of it', () => {
    const view = {
      ...wholeView,
      collapsed: ['a'],
      focus: { type: 'path', finding: 'r@p', index: 1 } as const,
    };
    assert.deepEqual(readView(JSON.parse(JSON.stringify(view))), view);
  });
});
