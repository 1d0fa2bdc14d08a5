import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildLineIndex } from '../../server/text/line-index.ts';

describe('buildLineIndex', () => {
  it('knows LF, CRLF and CR', () => {
    const lines = buildLineIndex('a\nbc\r\nd\re');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => lines.lineText(line)),
      ['a', 'bc', 'd', 'e', ''],
    );
    assert.deepEqual(lines.positionAt(3), { line: 1, column: 1 });
  });

  it('counts columns in UTF-16 units', () => {
    assert.deepEqual(buildLineIndex('😀x').positionAt(2), { line: 0, column: 2 });
  });

  it('keeps offsets and positions inside the text', () => {
    const lines = buildLineIndex('ab\ncd');
    assert.deepEqual(lines.positionAt(99), { line: 1, column: 2 });
    assert.equal(lines.offsetAt({ line: 0, column: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 9, column: 0 }), 5);
    assert.equal(lines.offsetAt({ line: -1, column: 3 }), 0);
  });

  it('comes back to every offset that is not inside a line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀') }), (text) => {
        const lines = buildLineIndex(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
          assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
        }
      }),
    );
  });
});
