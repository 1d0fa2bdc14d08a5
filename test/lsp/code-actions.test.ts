import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { chatbot, chatbotWith } from '../features/chatbot.ts';
import { converse, uri, type Conversation } from './conversation.ts';

const capabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
  },
} as const;

describe('code actions', () => {
  let talk: Conversation;

  beforeEach(async () => {
    talk = await converse({ capabilities: capabilities as never });
    await talk.open(uri, chatbot);
  });
  afterEach(() => talk.end());

  it('are announced by their kinds', () => {
    const provider = talk.result.capabilities.codeActionProvider;
    assert.deepEqual(provider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'refactor.extract', 'source.fixAll.bartizan'],
    });
  });

  it('are few fixes for a diagnostic, and rewrites beside them', async () => {
    const actions = await offered(chatbotWith('  bot:\n', '  <bot>:\n'));
    assert.deepEqual(titled(actions, 'quickfix'), [
      'Declare "prompt-injection-filter" as implemented on "bot"',
      'Plan "prompt-injection-filter" on "bot"',
      'Add autonomy to "bot"',
      'Declare "prompt-injection-filter" as implemented on "claude"',
      'Declare "prompt-injection-filter" as implemented on "models"',
      'Declare "prompt-injection-filter" as implemented on "infer"',
      'Declare "prompt-injection-filter" as implemented on "backend"',
      'Accept the risk "unscreened-prompt@bot" until 2027-02-22',
      'Ignore "unscreened-prompt" here',
    ]);
    assert.deepEqual(titled(actions, 'refactor.rewrite'), [
      'Say that "prompt-injection-filter" is absent on "bot"',
      'Say that "prompt-injection-filter" is ineffective on "bot"',
      'Say that "prompt-injection-filter" is not applicable on "bot"',
    ]);
  });

  it('are worked out for the kinds that are wanted', async () => {
    const source = chatbotWith('  bot:\n', '  <bot>:\n');
    const kindsFor = async (only: string[]): Promise<readonly string[]> => [
      ...new Set((await offered(source, only)).map(({ kind = '' }) => kind)),
    ];
    assert.deepEqual(await kindsFor(['quickfix']), ['quickfix']);
    assert.deepEqual(await kindsFor(['refactor']), ['refactor.rewrite', 'refactor.extract']);
    assert.deepEqual(await kindsFor(['refactor.extract']), ['refactor.extract']);
    assert.deepEqual(await kindsFor(['source']), []);
  });

  it('ignore a finding, and take the comment away when it ignores nothing', async () => {
    const [ignore] = await named(chatbotWith('  bot:\n', '  <bot>:\n'), 'Ignore "unscreened-prompt" here');
    const ignored = chatbotWith(
      '  bot:\n',
      '  # bartizan-ignore unscreened-prompt -- say why this is no fault here\n  bot:\n',
    );
    assert.equal(applied(chatbot, ignore), ignored);
    const dead = chatbotWith('  claude: {', '  <# bartizan-ignore> unscreened-prompt -- ours\n  claude: {');
    const [removal] = await named(dead, 'Remove the comment that ignores nothing');
    assert.equal(removal?.isPreferred, true);
    assert.equal(applied(withoutCursor(dead), removal), chatbot);
  });

  it('plan what is missing on a boundary', async () => {
    const [plan] = await named(
      chatbotWith('  backend: {', '  <>backend: {'),
      'Plan the missing control on "backend"',
    );
    assert.equal(plan?.kind, 'refactor.rewrite');
    assert.match(
      applied(chatbot, plan),
      /backend: \{ .*, controls: \{ prompt-injection-filter: planned \} \}/,
    );
  });

  it('write a control in its long form', async () => {
    const source = chatbotWith('hosting: managed', 'controls: { <prompt>-injection-filter: partial }');
    const [long] = await named(source, 'Write "prompt-injection-filter" in its long form');
    assert.match(
      applied(withoutCursor(source), long),
      /controls: \{ prompt-injection-filter: \{ status: partial \} \}/,
    );
  });

  it('put what is selected into a boundary of its own', async () => {
    const source = chatbot
      .replace('  bot:\n', '<  bot:\n')
      .replace('  claude: { kind: llm,', '  claude:> { kind: llm,');
    const [extract] = await named(source, 'Put "bot" and "claude" into a new boundary "new-boundary"');
    assert.equal(extract?.kind, 'refactor.extract');
    const after = applied(chatbot, extract);
    assert.match(after, /models: \{ zone: model \}\n {2}new-boundary: \{ zone: application \}\n/);
    assert.match(after, /bot:\n {4}kind: agent\n {4}within: new-boundary\n/);
    assert.match(after, /claude: \{ kind: llm, within: new-boundary,/);
  });

  it('create what a dangling id names, and sort out an acceptance that ran out', async () => {
    const dangling = await offered(chatbotWith('from: customer', 'from: <clerk>'));
    assert.deepEqual(
      dangling.map(({ title }) => title),
      ['Add "clerk" to "components"', 'Add "clerk" to "actors"'],
    );
    const expired = await offered(chatbotWith('2027-01-31', '<2026-01-31>'), ['quickfix']);
    assert.deepEqual(
      expired.map(({ title }) => title),
      [
        'Accept the risk "unbounded-agent@bot" again, until 2027-02-22',
        'Remove the acceptance of "unbounded-agent@bot"',
      ],
    );
  });

  it('prefer no more than one fix of a diagnostic', async () => {
    for (const [word, slip] of [
      ['kind: agent', 'kind: <agnt>'],
      ['within: models', 'within: <model>'],
      ['hosting: managed', '<hostin>: managed'],
    ] as const) {
      const actions = await offered(chatbotWith(word, slip));
      assert.ok(actions.filter(({ isPreferred }) => isPreferred === true).length <= 1, slip);
    }
  });

  /** What is offered for the text between `<` and `>`. */
  async function offered(source: string, only?: string[]): Promise<CodeAction[]> {
    const text = withoutCursor(source);
    await talk.tell('textDocument/didClose', { textDocument: { uri } });
    await talk.open(uri, text);
    const document = TextDocument.create(uri, 'yaml', 1, text);
    const end = source.indexOf('>') - 1;
    const range = { start: document.positionAt(source.indexOf('<')), end: document.positionAt(end) };
    const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
    return talk.ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  async function named(source: string, title: string): Promise<readonly CodeAction[]> {
    const actions = await offered(source);
    const found = actions.filter((action) => action.title === title);
    assert.equal(found.length, 1, actions.map((action) => action.title).join('\n'));
    return found;
  }
});

function withoutCursor(source: string): string {
  return source.replace(/<([^]*)>/, '$1');
}

function titled(actions: readonly CodeAction[], kind: string): readonly string[] {
  return actions.filter((action) => action.kind === kind).map(({ title }) => title);
}

function applied(text: string, action: CodeAction | undefined): string {
  const document = TextDocument.create(uri, 'yaml', 1, text);
  return TextDocument.applyEdits(document, action?.edit?.changes?.[uri] ?? []);
}
