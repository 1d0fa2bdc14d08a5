import assert from 'node:assert/strict';
import { linksOf } from '../../server/features/links.ts';
import { foldsOf, spansAround } from '../../server/features/ranges.ts';
import { symbolsOf, type Symbol } from '../../server/features/symbols.ts';
import { chatbot, chatbotWith } from './chatbot.ts';
import { analyzed, atCursor } from './some-analysis.ts';

describe('the outline', () => {
  it('shows sections, entries and controls with what they are', () => {
    const text = chatbotWith('hosting: managed', 'controls: { prompt-injection-filter: planned }');
    const lines = symbolsOf(analyzed(text).tree).flatMap((symbol) => outline(symbol, ''));
    assert.deepEqual(lines.slice(lines.indexOf('components (2)'), lines.indexOf('data (2)')), [
      'components (2)',
      '  bot (agent)',
      '  claude (llm)',
      '    prompt-injection-filter (planned)',
    ]);
    assert.ok(lines.includes('  ask (customer → bot)'));
  });

  it('holds every part inside its whole, half typed text included', () => {
    for (const text of [chatbot, 'system:', 'components:\n  bot', 'flows:\n  :\n', '']) {
      for (const symbol of symbolsOf(analyzed(text).tree)) assertNested(symbol);
    }
  });
});

describe('links', () => {
  it('lead from evidence to its file or page, and from an accepted risk to its rule', () => {
    const text = chatbotWith(
      'hosting: managed',
      'evidence: [docs/model.md#terms, "https://example.com/a", javascript:alert(1), /etc/passwd]',
    );
    const links = linksOf(analyzed(text), 'https://docs.example');
    assert.deepEqual(
      links.map(({ span, target }) => [text.slice(span.start, span.end), target]),
      [
        ['docs/model.md#terms', { type: 'file', path: 'docs/model.md' }],
        ['https://example.com/a', { type: 'url', url: 'https://example.com/a' }],
        ['unbounded-agent', { type: 'url', url: 'https://docs.example/rules/unbounded-agent.md' }],
      ],
    );
  });
});

describe('folding', () => {
  it('folds sections and entries', () => {
    const { tree } = analyzed(chatbot);
    const starts = foldsOf(tree).map(({ start }) => /^[\w-]+/.exec(chatbot.slice(start))?.[0]);
    assert.ok(starts.includes('components') && starts.includes('bot'));
  });
});

describe('selection', () => {
  it('grows from the word to the entry, the section and the file', () => {
    const { analysis, offset } = atCursor(chatbotWith('kind: agent', 'kind: ag$0ent'));
    const parts = spansAround(analysis.tree, offset).map(({ start, end }) => analysis.text.slice(start, end));
    assert.equal(parts[0], 'agent');
    assert.equal(parts[1], 'kind: agent');
    assert.equal(parts.at(-1), chatbot);
    parts.reduce((inner, outer) => {
      assert.ok(outer.includes(inner) && outer.length > inner.length);
      return outer;
    });
  });
});

function outline({ name, detail, children }: Symbol, indent: string): readonly string[] {
  return [`${indent}${name} (${detail})`, ...children.flatMap((child) => outline(child, `${indent}  `))];
}

function assertNested(symbol: Symbol): void {
  assert.ok(
    symbol.span.start <= symbol.nameSpan.start && symbol.nameSpan.end <= symbol.span.end,
    symbol.name,
  );
  symbol.children.forEach(assertNested);
}
