import assert from 'node:assert/strict';
import { largestText, parseSyntax } from '../../server/syntax/parse.ts';
import type { SyntaxNode } from '../../server/syntax/tree.ts';

describe('parseSyntax', () => {
  it('keeps what was typed and where', () => {
    const text = 'a: 1.10\nb: "two words" # note\nc:\n  - yes\n';
    const { root, problems } = parseSyntax(text);
    assert.deepEqual(problems, []);
    assert.equal(plain(root), '{a: 1.10, b: two words, c: [yes]}');
    assert.ok(root?.type === 'map');
    const quoted = root.entries[1]!;
    assert.equal(text.slice(quoted.span.start, quoted.span.end), 'b: "two words"');
  });

  const readings: readonly (readonly [string, string])[] = [
    ['a', 'a'],
    ['', 'nothing'],
    ['a: &x {b: 1}\nc: *x', '{a: {b: 1}, c: {b: 1}}'],
    ['x: &x {a: 1, b: 1}\ny: {<<: *x, b: 2}', '{x: {a: 1, b: 1}, y: {b: 2, a: 1}}'],
    ['x: &x {a: 1}\ny: &y {a: 2}\nz: {<<: [*x, *y]}', '{x: {a: 1}, y: {a: 2}, z: {a: 1}}'],
    ['a: &x 1\nb: &x 2\nc: *x', '{a: 1, b: 2, c: 2}'],
    ['? [k]\n: 1\nb: 2', '{b: 2}'],
    ['a: |\n  one\n  two\n', '{a: one\ntwo\n}'],
    ['a: 2027-01-31', '{a: 2027-01-31}'],
    ['a:', '{a: }'],
  ];
  for (const [text, reading] of readings) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.equal(plain(parseSyntax(text).root), reading);
    });
  }

  const broken: readonly (readonly [string, string, string])[] = [
    ['a: {b: 1', '1', 'a "{" before this is not closed; a "}" is missing'],
    ['a: [b', 'b', 'a "[" before this is not closed; a "]" is missing'],
    ['a: "b', 'b', 'this quoted text is not closed'],
    ['a: 1\nb\nc: 2', 'b', 'a colon is missing behind this key'],
    ['a:\n\tb: 1', '\t', 'a tab is used to indent; YAML indents with spaces only'],
    ['a: *x', '*x', 'this alias names no anchor above it'],
    ['a: &x [*x]', '*x', 'this alias stands inside of what it names'],
    ['a: 1\n---\nb: 2', '---', 'one file describes one system; what follows this line is not read'],
  ];
  for (const [text, marked, message] of broken) {
    it(`says of ${JSON.stringify(text)} that ${message}`, () => {
      const [first] = parseSyntax(text).problems;
      assert.equal(first?.message, message);
      assert.equal(text.slice(first.span.start, first.span.end), marked);
    });
  }

  it('goes on reading behind a fault', () => {
    assert.equal(plain(parseSyntax('a: {b: [1, 2}\nc: 3\n').root).includes('c'), true);
  });

  it('refuses what is too large or too deep, in the first line', () => {
    for (const text of ['a'.repeat(largestText + 1), '['.repeat(1000), `a: ${'{b: '.repeat(2000)}`]) {
      const { root, problems } = parseSyntax(text);
      assert.equal(root, undefined);
      assert.equal(problems.length, 1);
      assert.ok(problems[0]!.span.end <= 80);
    }
  });
});

function plain(node: SyntaxNode | undefined): string {
  switch (node?.type) {
    case undefined:
      return 'nothing';
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(plain).join(', ')}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${key.text}: ${plain(value)}`).join(', ')}}`;
  }
}
