import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Files } from '../../server/lsp/host.ts';
import { converse, until, type Conversation, type Start } from './conversation.ts';

const ours = 'file:///ws/.bartizan/catalog/ours.yaml';
const faulty = '# ours\noverrides:\n  unscreened-promt: off\n';
const sound = '# ours\noverrides:\n  unscreened-prompt: off\n';

/** A rule about agents, whose example of the fault has a component of this kind. */
const ruleWith = (kind: string): string => `rules:
  nightly-agent:
    zone: application
    title: An agent works at night
    severity: low
    risks: [prompt-injection]
    when: { component: { kind: agent } }
    require: { any-of: [prompt-injection-filter], at: target }
    message: '"{element}" works at night'
    why: Nobody is awake.
    examples:
      fails: |
        bartizan: 1
        boundaries: { backend: { zone: application } }
        components:
          worker: { kind: ${kind}, within: backend }
        # ^^^^^^ finding
      passes: |
        bartizan: 1
`;

describe('problems of the catalogs of the workspace', () => {
  let talk: Conversation;
  let disk: Map<string, string>;
  beforeEach(() => (disk = new Map([[ours, faulty]])));
  afterEach(() => talk.end());

  const files: Files = {
    find: (folder, wanted) =>
      Promise.resolve([...disk.keys()].filter((file) => wanted.test(file.slice(folder.length + 1)))),
    read: (file) => Promise.resolve(disk.get(file)),
  };
  const start: Start = { files, folders: ['file:///ws'] };

  it('stand in the catalog, at the faulty word', async () => {
    talk = await converse(start);
    const { diagnostics } = await until('a problem', () => published()[0]);
    assert.equal(diagnostics.length, 1);
    const [{ range, source, severity, message } = assert.fail()] = diagnostics;
    assert.deepEqual(range, { start: { line: 2, character: 2 }, end: { line: 2, character: 18 } });
    assert.equal(source, 'bartizan');
    assert.equal(severity, 1);
    assert.match(JSON.stringify(message), /unscreened-promt/);
  });

  it('are sent to a client that asks for those of descriptors', async () => {
    talk = await converse({ ...start, capabilities: { textDocument: { diagnostic: {} } } });
    await until('a problem', () => published()[0]);
  });

  for (const [how, mend] of [
    ['it is mended', () => disk.set(ours, sound)],
    ['it is deleted', () => disk.delete(ours)],
  ] as const) {
    it(`go when ${how}`, async () => {
      talk = await converse(start);
      await until('a problem', () => published()[0]);
      mend();
      await touched();
      const last = await until('the next', () => published()[1]);
      assert.deepEqual(last.diagnostics, []);
    });
  }

  it('go with the trust in the workspace', async () => {
    talk = await converse(start);
    await until('a problem', () => published()[0]);
    await talk.tell('bartizan/surroundings', { trusted: false });
    assert.deepEqual((await until('the next', () => published()[1])).diagnostics, []);
  });

  it('are sent once while they stay the same', async () => {
    talk = await converse(start);
    await until('a problem', () => published()[0]);
    await touched();
    disk.set(ours, `# more\n${faulty}`);
    await touched();
    const next = await until('the next', () => published()[1]);
    assert.equal(next.diagnostics[0]?.range.start.line, 3);
    assert.equal(published().length, 2);
  });

  it('are not invented for a sound catalog', async () => {
    disk.set(ours, sound);
    talk = await converse(start);
    await touched();
    await talk.ask('workspace/symbol', { query: '' });
    assert.deepEqual(published(), []);
  });

  it('follow the text of an open catalog, saved or not', async () => {
    talk = await converse(start);
    await until('a problem', () => published()[0]);
    await talk.open(ours, faulty);
    await talk.tell('textDocument/didChange', {
      textDocument: { uri: ours, version: 2 },
      contentChanges: [{ text: sound }],
    });
    assert.deepEqual((await until('the next', () => published()[1])).diagnostics, []);
    await talk.tell('textDocument/didClose', { textDocument: { uri: ours } });
    assert.equal((await until('what is on disk', () => published()[2])).diagnostics.length, 1);
  });

  it('are those of rules, too, whose examples do not do what they say', async () => {
    disk.set(ours, ruleWith('application'));
    talk = await converse(start);
    const { diagnostics } = await until('a problem', () => published()[0]);
    assert.deepEqual(
      diagnostics.map(({ message, severity, range }) => [message, severity, range.start]),
      [['the example that fails: nothing is found', 2, { line: 11, character: 6 }]],
    );
    disk.set(ours, ruleWith('agent'));
    await touched();
    assert.deepEqual((await until('the next', () => published()[1])).diagnostics, []);
  });

  function touched(): Promise<void> {
    return talk.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: ours, type: 2 }] });
  }

  function published(): readonly PublishDiagnosticsParams[] {
    return talk.heard.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && (params as PublishDiagnosticsParams).uri === ours
        ? [params as PublishDiagnosticsParams]
        : [],
    );
  }
});
