import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Files } from '../../server/lsp/host.ts';
import { chatbot } from '../features/chatbot.ts';
import { converse, until, uri, type Conversation, type Start } from './conversation.ts';

const ours = 'file:///ws/.bartizan/catalog/ours.yaml';

describe('the catalog of the workspace', () => {
  let talk: Conversation;
  let disk: Map<string, string>;
  beforeEach(() => (disk = new Map([[ours, 'overrides:\n  unscreened-prompt: off\n']])));
  afterEach(() => talk.end());

  const files: Files = {
    find: (folder, wanted) =>
      Promise.resolve([...disk.keys()].filter((file) => wanted.test(file.slice(folder.length + 1)))),
    read: (file) => Promise.resolve(disk.get(file)),
  };
  const start: Start = {
    files,
    folders: ['file:///ws'],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  };
  const replies = { 'workspace/diagnostic/refresh': () => null };

  it('is what descriptors of its folder are judged by', async () => {
    talk = await converse(start, replies);
    assert.deepEqual(await codes(uri), ['unsaid-facts']);
    assert.ok((await codes('file:///elsewhere/a.genai.yaml')).includes('unscreened-prompt'));
  });

  it('is read anew when it changes', async () => {
    talk = await converse(start, replies);
    await codes(uri);
    disk.set(ours, '');
    await talk.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: ours, type: 2 }] });
    await until('a refresh', () => talk.heard.filter(({ method }) => method.endsWith('/refresh'))[1]);
    assert.ok((await codes(uri)).includes('unscreened-prompt'));
  });

  it('tells what its words mean', async () => {
    talk = await converse(start, replies);
    await talk.open(ours, disk.get(ours) ?? '');
    await codes(uri);
    const position = { line: 1, character: 4 };
    const hover = await talk.ask('textDocument/hover', { textDocument: { uri: ours }, position });
    assert.match(JSON.stringify(hover), /Prompts are not screened/);
    assert.equal(
      await talk.ask('textDocument/hover', { textDocument: { uri: 'file:///ws/notes.yaml' }, position }),
      null,
    );
  });

  it('is not read while nobody trusts the workspace', async () => {
    talk = await converse({ ...start, options: { trusted: false } }, replies);
    assert.ok((await codes(uri)).includes('unscreened-prompt'));
    await talk.tell('bartizan/surroundings', { trusted: true });
    assert.ok(!(await codes(uri)).includes('unscreened-prompt'));
  });

  it('is looked for within the folder alone', async () => {
    const settings = { catalogs: ['../outside', '/etc', 'C:\\x', '.bartizan/catalog'] };
    const asked: string[] = [];
    const watching: Files = {
      ...files,
      find: (folder, wanted) => (asked.push(wanted.source), files.find(folder, wanted)),
    };
    talk = await converse({ ...start, files: watching, options: { settings } }, replies);
    await codes(uri);
    assert.equal(asked.length, 1);
  });

  it('comes with a folder and goes with it', async () => {
    talk = await converse(
      {
        ...start,
        folders: [],
        capabilities: { ...start.capabilities, workspace: { workspaceFolders: true } },
      },
      replies,
    );
    assert.ok((await codes(uri)).includes('unscreened-prompt'));
    const event = { added: [{ uri: 'file:///ws', name: 'ws' }], removed: [] };
    await talk.tell('workspace/didChangeWorkspaceFolders', { event });
    assert.ok(!(await codes(uri)).includes('unscreened-prompt'));
  });

  const opened = new WeakMap<Conversation, Set<string>>();
  async function codes(at: string): Promise<readonly unknown[]> {
    const known = opened.get(talk) ?? new Set();
    opened.set(talk, known);
    if (!known.has(at)) await talk.open(at, chatbot);
    known.add(at);
    const report = await talk.ask<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: at },
    });
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  }
});
