import assert from 'node:assert/strict';
import type { SymbolInformation } from 'vscode-languageserver';
import type { Files } from '../../server/lsp/host.ts';
import { converse, type Conversation } from './conversation.ts';

const closed = 'file:///ws/closed.genai.yaml';
const open = 'file:///ws/a%28b.genai.yaml';

describe('symbols of the workspace', () => {
  let talk: Conversation;
  let reads: number;
  let disk: Map<string, string>;
  beforeEach(() => {
    reads = 0;
    disk = new Map([
      [closed, 'bartizan: 1\ncomponents:\n  archive: { kind: database }\n'],
      ['file:///ws/a(b.genai.yaml', 'bartizan: 1\ncomponents:\n  old-bot: { kind: agent }\n'],
      ['file:///ws/other.yaml', 'components:\n  compose: { kind: agent }\n'],
    ]);
  });
  afterEach(() => talk.end());

  const files: Files = {
    find: (folder, wanted) =>
      Promise.resolve([...disk.keys()].filter((file) => wanted.test(file.slice(folder.length + 1)))),
    read: (file) => {
      reads += 1;
      return Promise.resolve(disk.get(file));
    },
  };

  it('are those of descriptors that nobody has open, and of open ones as they are now', async () => {
    talk = await converse({ files, folders: ['file:///ws'] });
    await talk.open(open, 'bartizan: 1\ncomponents:\n  new-bot: { kind: agent }\n');
    assert.deepEqual(await symbols(''), [
      ['new-bot', 'components', open, 2],
      ['archive', 'components', closed, 2],
    ]);
    assert.deepEqual(
      (await symbols('rcv')).map(([name]) => name),
      ['archive'],
    );
  });

  it('follow the files', async () => {
    talk = await converse({ files, folders: ['file:///ws'] });
    await symbols('');
    disk.set(closed, 'bartizan: 1\n\ncomponents:\n  vault: { kind: database }\n');
    assert.deepEqual(await symbols('vault'), [['vault', 'components', closed, 3]]);
  });

  it('are not read again for every letter where the client tells of changes', async () => {
    talk = await converse(
      {
        files,
        folders: ['file:///ws'],
        capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      },
      { 'client/registerCapability': () => null },
    );
    await symbols('a');
    const before = reads;
    await symbols('ar');
    assert.equal(reads, before);
    disk.set(closed, 'bartizan: 1\ncomponents:\n  vault: { kind: database }\n');
    await talk.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: closed, type: 2 }] });
    assert.equal((await symbols('vault')).length, 1);
  });

  it('are of open descriptors alone in a workspace that nobody trusts', async () => {
    talk = await converse({ files, folders: ['file:///ws'], options: { trusted: false } });
    assert.deepEqual(await symbols('archive'), []);
  });

  async function symbols(query: string): Promise<readonly (string | number | undefined)[][]> {
    const found = await talk.ask<SymbolInformation[]>('workspace/symbol', { query });
    return found.map(({ name, containerName, location }) => [
      name,
      containerName,
      location.uri,
      location.range.start.line,
    ]);
  }
});
