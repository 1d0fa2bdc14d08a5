import assert from 'node:assert/strict';

import fc from 'fast-check';
import type { Problem } from '../../server/model/problem.ts';
import { supportChatbot as example } from '../support/example.ts';
import { build } from '../support/problems.ts';

describe('a text that nobody meant to be read', () => {
  const texts: Readonly<Record<string, string>> = {
    'ten million brackets': '['.repeat(10_000_000),
    'deeply nested lists': '- '.repeat(100_000),
    'tabs for indentation': 'bartizan: 1\nsystem:\n\tname: x\n',
    'an unclosed quote': 'bartizan: 1\nsystem: { name: "x }\nflows:\n  a: { from: b }\n',
    'nothing at all': '',
    'comments only': '# one\n# two\n',
    'a byte order mark only': '\uFEFF',
    'a key of 10,000 characters': `bartizan: 1\n? ${'k'.repeat(10_000)}\n: 1\n`,
    'an id of 10,000 characters': `bartizan: 1\ndata:\n  ? ${'k'.repeat(10_000)}\n  : {}\n`,
    'a word of a megabyte': `bartizan: 1\nsystem: { platform: ${'x'.repeat(1_000_000)} }\n`,
    'aliases of aliases': billionLaughs(),
    'merges of merges': mergedMerges(),
    'an alias of itself': 'bartizan: 1\nsystem: &a { name: *a }\n',
    'an unknown alias': 'bartizan: 1\nsystem: *nobody\n',
    'two documents': 'bartizan: 1\n---\nbartizan: 1\n',
    'a number': '42',
    'names of the language itself':
      'bartizan: 1\ndata: { __proto__: {}, constructor: { tags: [toString] } }\n',
    'null bytes': 'bartizan: 1\n\u0000: \u0000\n',
    'lone surrogates': 'bartizan: 1\ndata: { "\ud800": { title: "\udfff" } }\n',
    '10,000 dangling references': manyDangling(10_000),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`${name} is said where it stands, and soon`, () => {
      const start = performance.now();
      const { problems } = build(text);
      assert.ok(performance.now() - start < 5000, `took ${performance.now() - start} ms`);
      assert.ok(problems.length > 0);
      assertBearable(problems, text);
    });
  }

  it('a scalar of a megabyte is read', () => {
    const { architecture, problems } = build(`bartizan: 1\nsystem: { name: "${'x'.repeat(1_000_000)}" }\n`);
    assert.deepEqual(problems, []);
    assert.equal(architecture.system.name?.length, 1_000_000);
  });

  for (const [name, text] of [
    ['a byte order mark', `\uFEFF${example}`],
    ['CRLF', example.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`${name} changes nothing`, () => {
      const changed = build(text);
      assert.deepEqual(messages(changed.problems), messages(build(example).problems));
      assertBearable(changed.problems, text);
      const { idSpan } = changed.architecture.flows[0]!;
      assert.equal(text.slice(idSpan.start, idSpan.end), 'ask');
    });
  }

  it('any damage to a descriptor leaves a reading with places inside the text', () => {
    const lines = example.split('\n');
    const damage = fc.oneof(
      fc.record({ type: fc.constant('delete-line' as const), at: fc.nat(lines.length) }),
      fc.record({ type: fc.constant('repeat-line' as const), at: fc.nat(lines.length) }),
      fc.record({ type: fc.constant('delete' as const), at: fc.nat(example.length) }),
      fc.record({
        type: fc.constant('insert' as const),
        at: fc.nat(example.length),
        text: fc.oneof(
          fc.constantFrom(
            ...[
              '{',
              '}',
              '[',
              ']',
              ':',
              ',',
              '?',
              '&',
              '*',
              '!',
              '|',
              '>',
              "'",
              '"',
              '%',
              '@',
              '`',
              '#',
              '\n',
              '\t',
            ],
            '<<: *a',
            '&a ',
            '*a',
            'unknown',
            '- ',
            '\r\n',
            ': ',
          ),
          fc.string({ maxLength: 4, unit: 'binary' }),
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 8 }), (damages) => {
        let text = example;
        for (const one of damages) {
          if (one.type === 'delete') text = text.slice(0, one.at) + text.slice(one.at + 1);
          else if (one.type === 'insert') text = text.slice(0, one.at) + one.text + text.slice(one.at);
          else {
            const changed = text.split('\n');
            const line = changed[one.at] ?? '';
            changed.splice(one.at, 1, ...(one.type === 'delete-line' ? [] : [line, line]));
            text = changed.join('\n');
          }
        }
        const { problems, architecture } = build(text);
        assertBearable(problems, text);
        for (const flow of architecture.flows) {
          assert.ok(architecture.elements.has(flow.from.text) && architecture.elements.has(flow.to.text));
          assert.ok(flow.span.start >= 0 && flow.span.end <= text.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function assertBearable(problems: readonly Problem[], text: string): void {
  for (const { span, message, related, remedies } of problems) {
    const spans = [span, ...related.map((place) => place.span)];
    for (const remedy of remedies) if ('span' in remedy) spans.push(remedy.span);
    for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
    assert.ok(message.length < 2000 && !message.includes('\n'), message.slice(0, 200));
  }
}

function messages(problems: readonly Problem[]): readonly string[] {
  return problems.map((problem) => problem.message);
}

function billionLaughs(): string {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const inner =
      level === 0
        ? 'lol'
        : Array<string>(10)
            .fill(`*a${level - 1}`)
            .join(', ');
    return `a${level}: &a${level} [${inner}]`;
  });
  return `bartizan: 1\n${levels.join('\n')}\ndata: *a11\n`;
}

function mergedMerges(): string {
  const levels = Array.from({ length: 40 }, (_, level) =>
    level === 0
      ? 'x-0: &a0 { zone: data }'
      : `x-${level}: &a${level} { <<: [*a${level - 1}, *a${level - 1}], k${level}: 1 }`,
  );
  return `bartizan: 1\n${levels.join('\n')}\nboundaries: { a: { <<: *a39 } }\n`;
}

function manyDangling(count: number): string {
  const flows = Array.from(
    { length: count },
    (_, index) => `  flow-${index}: { from: nobody-${index}, to: bot }`,
  );
  return `bartizan: 1\ncomponents: { bot: { kind: agent } }\nflows:\n${flows.join('\n')}\n`;
}
