import assert from 'node:assert/strict';
import { cleanText } from '../../server/diagram/graph/clean-text.ts';
import { textWidth } from '../../server/diagram/graph/text-width.ts';
import { fitLine, wrapText } from '../../server/diagram/graph/wrap-text.ts';

const font = { size: 10, weight: 'normal' } as const;

describe('cleanText', () => {
  it('makes one line of several', () => assert.equal(cleanText(' a\n\tb  c '), 'a b c'));
  it('shows where something deceived', () => assert.equal(cleanText('a\u202Eb\u0000'), 'a\uFFFDb\uFFFD'));
  it('keeps the joiners of emoji', () => assert.equal(cleanText('👨‍👩‍👧'), '👨‍👩‍👧'));
  it('ends what is too long', () => assert.equal(cleanText('abcdef', 3), 'abc…'));
  it('stacks no more than three accents', () => {
    assert.equal(cleanText(`a${'\u0301'.repeat(9)}`), `a${'\u0301'.repeat(3)}`);
  });
});

describe('wrapText', () => {
  const room = (width: number, lines: number) => ({ font, width, lines });

  it('breaks after spaces and hyphens', () => {
    assert.deepEqual(wrapText('vector-store of things', room(60, 3)), ['vector-store', 'of things']);
    assert.deepEqual(wrapText('vector-store', room(40, 3)), ['vector-', 'store']);
  });
  it('breaks a long word anywhere', () => {
    assert.deepEqual(wrapText('aaaaaaaaaa', room(30, 3)), ['aaaaa', 'aaaaa']);
  });
  it('ends with an ellipsis what has no room', () => {
    assert.deepEqual(wrapText('one two three four', room(30, 2)), ['one', 'two t…']);
  });
  it('gives nothing for nothing', () => assert.deepEqual(wrapText('', room(30, 2)), []));
  it('never exceeds the width', () => {
    for (const text of ['WWWWWWWW iiii', '日本語の長いタイトルです', '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 'a/b/c-d e']) {
      for (const line of wrapText(text, room(48, 3))) assert.ok(textWidth(line, font) <= 48, line);
    }
  });
  it('cuts no emoji apart', () => assert.equal(fitLine('👨‍👩‍👧👨‍👩‍👧', font, 60), '👨‍👩‍👧…'));
});
