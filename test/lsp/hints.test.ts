import assert from 'node:assert/strict';
import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { chatbot } from '../features/chatbot.ts';
import { converse, until, uri, type Conversation } from './conversation.ts';

describe('inlay hints and code lenses over the protocol', () => {
  let talk: Conversation;
  let settings: object;
  beforeEach(async () => {
    settings = {};
    const capabilities = {
      textDocument: { inlayHint: {}, codeLens: {} },
      workspace: {
        configuration: true,
        inlayHint: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
    };
    talk = await converse(
      { capabilities },
      {
        'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => settings),
        'workspace/inlayHint/refresh': () => null,
        'workspace/codeLens/refresh': () => null,
      },
    );
    await talk.open(uri, chatbot);
  });
  afterEach(() => talk.end());

  it('are as the settings say by default: hints on, lenses off', async () => {
    const [first] = await hints();
    assert.equal(first?.label, 'untrusted');
    assert.deepEqual(await lenses(), []);
  });

  it('are switched without a restart, and the client is asked to look again', async () => {
    await hints();
    settings = { inlayHints: false, codeLens: true };
    const before = refreshes();
    await talk.tell('workspace/didChangeConfiguration', { settings: null });
    await until('refreshes', () => (refreshes() >= before + 2 ? true : undefined));
    assert.deepEqual(await hints(), []);
    assert.match((await lenses())[1]?.command?.title ?? '', /1 open finding/);
  });

  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const hints = (): Promise<InlayHint[]> => talk.ask('textDocument/inlayHint', { textDocument, range });
  const lenses = (): Promise<CodeLens[]> => talk.ask('textDocument/codeLens', { textDocument });
  const refreshes = (): number => talk.heard.filter(({ method }) => method.endsWith('/refresh')).length;
});
