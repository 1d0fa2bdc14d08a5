import assert from 'node:assert/strict';
import fs from 'node:fs';
import {
  MarkupContent,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  type SelectionRange,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mentionsOf } from '../../server/features/slots/mentions.ts';
import { parseSyntax } from '../../server/syntax/parse.ts';
import { chatbot, chatbotWith } from '../features/chatbot.ts';
import { converse, uri, type Conversation } from './conversation.ts';

const everything = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
} as const;

describe('a client that offers everything', () => {
  let talk: Conversation;
  const at = (text: string, cursor: string) => ({
    textDocument: { uri },
    position: TextDocument.create(uri, 'yaml', 1, text).positionAt(text.indexOf(cursor) + 1),
  });

  beforeEach(async () => {
    talk = await converse({ capabilities: everything as never });
    await talk.open(uri, chatbot);
  });
  afterEach(() => talk.end());

  it('hovers in Markdown', async () => {
    const hover = await talk.ask<Hover>('textDocument/hover', at(chatbot, 'claude: {'));
    assert.ok(MarkupContent.is(hover.contents) && hover.contents.kind === 'markdown');
    assert.match(hover.contents.value, /\*\*claude\*\*/);
  });

  it('completes with snippets, and tells more of an item when asked', async () => {
    const text = chatbotWith('hosting: managed', 'controls: { p }');
    await replaceAll(text);
    const position = at(text, 'p }');
    const list = await talk.ask<CompletionList>('textDocument/completion', position);
    const item = list.items.find(({ label }) => label === 'prompt-injection-filter');
    assert.ok(item && item.documentation === undefined);
    assert.equal(item.insertTextFormat, 2);
    const resolved = await talk.ask<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /Looks for instructions/);
  });

  it('goes to definitions by links, and finds references', async () => {
    const [link] = await talk.ask<LocationLink[]>('textDocument/definition', at(chatbot, 'bot-role\n'));
    assert.equal(link?.targetUri, uri);
    const ask = { ...at(chatbot, 'bot:\n'), context: { includeDeclaration: false } };
    assert.equal((await talk.ask<Location[]>('textDocument/references', ask)).length, 3);
    assert.equal((await talk.ask<unknown[]>('textDocument/documentHighlight', ask)).length, 4);
  });

  it('renames with the version that the edits are for', async () => {
    const ask = { ...at(chatbot, 'bot:\n'), newName: 'helper' };
    const edit = await talk.ask<WorkspaceEdit>('textDocument/rename', ask);
    const [change] = edit.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    await assert.rejects(
      talk.ask('textDocument/rename', { ...ask, newName: 'claude' }),
      /there is already something named "claude"/,
    );
  });

  it('offers quick fixes for their diagnostics, and everything safe at once', async () => {
    const range = { start: at(chatbot, 'bot:\n').position, end: at(chatbot, 'bot:\n').position };
    const actions = await talk.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    const fixes = actions.filter(({ kind }) => kind === 'quickfix');
    assert.ok(fixes.length > 0 && fixes.every(({ diagnostics, edit }) => diagnostics && edit));
    assert.match(actions[0]?.title ?? '', /prompt-injection-filter/);
    const slip = chatbotWith('kind: agent', 'kind: agnt');
    await replaceAll(slip);
    const all = await talk.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ['source.fixAll.bartizan'],
    );
  });

  it('shows outline, symbols, links, folds and selections', async () => {
    const textDocument = { uri };
    const outline = await talk.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.ok(outline.some(({ name, children }) => name === 'flows' && children?.length === 2));
    const symbols = await talk.ask<{ name: string }[]>('workspace/symbol', { query: 'cld' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['claude'],
    );
    const links = await talk.ask<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.match(links[0]?.target ?? '', /rules\/unbounded-agent\.md$/);
    assert.ok((await talk.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument })).length > 5);
    const { position } = at(chatbot, 'agent');
    const [selection] = await talk.ask<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    assert.ok(selection?.parent?.parent);
  });

  it('gets an answer at every token of a long descriptor, and from every id to its definition', async () => {
    const text = fs.readFileSync('examples/rag-chatbot-secured.genai.yaml', 'utf8');
    await replaceAll(text);
    const document = TextDocument.create(uri, 'yaml', 1, text);
    const textDocument = { uri };
    const tokens = [...text.matchAll(/[\w@./-]+/g)];
    assert.ok(document.lineCount > 300 && tokens.length > 800);
    for (const [at, { index, 0: token }] of tokens.entries()) {
      const position = document.positionAt(index);
      const end = document.positionAt(index + token.length);
      const ask = { textDocument, position, context: { includeDeclaration: true } };
      const range = { start: position, end };
      await Promise.all([
        talk.ask('textDocument/hover', ask),
        // The dearest question, at one token of five: they are of few kinds.
        at % 5 === 0 ? talk.ask('textDocument/completion', { textDocument, position: end }) : undefined,
        talk.ask('textDocument/definition', ask),
        talk.ask('textDocument/references', ask),
        talk.ask('textDocument/documentHighlight', ask),
        talk.ask('textDocument/prepareRename', ask),
        talk.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
        talk.ask('textDocument/selectionRange', { textDocument, positions: [position] }),
      ]);
    }
    for (const { namespace, name, span } of mentionsOf(parseSyntax(text))) {
      if (namespace === 'control' || name === 'end-user') continue;
      const ask = { textDocument, position: document.positionAt(span.start) };
      const found = await talk.ask<unknown[]>('textDocument/definition', ask);
      assert.equal(found.length, 1, `${namespace} ${name}`);
      assert.ok(await talk.ask('textDocument/hover', ask), `${namespace} ${name}`);
    }
  }).timeout(60_000);

  async function replaceAll(text: string): Promise<void> {
    await talk.tell('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text }],
    });
  }
});

describe('a client that offers nothing', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  it('is asked nothing, and gets everything in its plainest form', async () => {
    talk = await converse();
    await talk.open(uri, chatbot);
    const { capabilities } = talk.result;
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(capabilities.codeActionProvider, undefined);
    assert.equal(capabilities.renameProvider, true);
    const position = TextDocument.create(uri, 'yaml', 1, chatbot).positionAt(
      chatbot.indexOf('claude: {') + 1,
    );
    const ask = { textDocument: { uri }, position, context: { includeDeclaration: true }, newName: 'model' };

    const hover = await talk.ask<Hover>('textDocument/hover', ask);
    assert.ok(MarkupContent.is(hover.contents) && hover.contents.kind === 'plaintext');
    assert.doesNotMatch(hover.contents.value, /[*`\\]/);
    const list = await talk.ask<CompletionList>('textDocument/completion', ask);
    assert.ok(
      list.items.every(
        ({ insertTextFormat, textEdit }) => !insertTextFormat && !/\$\{?\d/.test(textEdit?.newText ?? ''),
      ),
    );
    const [place] = await talk.ask<Location[]>('textDocument/definition', ask);
    assert.equal(place?.uri, uri);
    assert.ok((await talk.ask<WorkspaceEdit>('textDocument/rename', ask)).changes?.[uri]);
    const [symbol] = await talk.ask<{ location?: unknown }[]>('textDocument/documentSymbol', ask);
    assert.ok(symbol?.location, 'the outline is flat');
    assert.deepEqual(
      talk.heard.filter(({ method }) => method !== 'textDocument/publishDiagnostics'),
      [],
    );
  });
});

describe('a fault inside a feature', () => {
  it('answers its request with an error, is logged with its cause, and leaves the server serving', async () => {
    let today = (): string => '2026-11-24';
    const talk = await converse({ capabilities: everything as never, today: () => today() });
    await talk.open(uri, chatbot);
    const ask = { textDocument: { uri }, position: { line: 0, character: 0 } };
    today = () => {
      throw new Error('the clock has stopped', { cause: new Error('no winding') });
    };
    await assert.rejects(talk.ask('textDocument/hover', ask), /hover failed: the clock has stopped/);
    const logged = JSON.stringify(talk.heard.filter(({ method }) => method === 'window/logMessage'));
    assert.match(logged, /hover failed: Error: the clock has stopped[^]*caused by Error: no winding/);
    today = () => '2026-11-24';
    assert.ok(await talk.ask('textDocument/hover', ask));
    await talk.end();
  });
});
