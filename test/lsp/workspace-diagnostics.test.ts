import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Files } from '../../server/lsp/host.ts';
import { chatbot } from '../features/chatbot.ts';
import { converse, until, uri, type Conversation, type Start } from './conversation.ts';

const other = 'file:///ws/deep/other%20one.genai.yml';
const guarded = chatbot.replace(
  '    within: backend\n',
  '    within: backend\n    controls: { prompt-injection-filter: implemented }\n',
);

describe('diagnostics of the workspace', () => {
  let talk: Conversation;
  let disk: Map<string, string>;
  let reads: number;
  beforeEach(() => {
    reads = 0;
    disk = new Map([
      [uri, chatbot],
      [other, guarded],
      ['file:///ws/compose.yaml', chatbot],
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
  const pushes: Start = { files, folders: ['file:///ws'] };
  const pulls: Start = { ...pushes, capabilities: { textDocument: { diagnostic: {} } } };

  describe('of a client that asks', () => {
    it('are those of every descriptor that nobody has open', async () => {
      talk = await converse(pulls);
      const { items } = await pull();
      assert.deepEqual(items.map((item) => [item.uri, item.version]).sort(), [
        [other, null],
        [uri, null],
      ]);
      assert.ok(codes(of(items, uri)).includes('unscreened-prompt'));
      assert.ok(!codes(of(items, other)).includes('unscreened-prompt'));
      assert.deepEqual(published(), []);
    });

    it('are those of the open document where one is open', async () => {
      talk = await converse(pulls);
      await talk.open('file:///ws/help%2Ddesk.genai.yaml', guarded);
      const { items } = await pull();
      assert.deepEqual(
        items.map((item) => item.uri).sort(),
        ['file:///ws/help%2Ddesk.genai.yaml', other].sort(),
      );
      const open = of(items, 'file:///ws/help%2Ddesk.genai.yaml');
      assert.equal(open.version, 1);
      assert.ok(!codes(open).includes('unscreened-prompt'));
    });

    it('are not sent again while they stay the same', async () => {
      talk = await converse(pulls);
      const first = await pull();
      disk.set(other, chatbot);
      const { items } = await pull(first);
      assert.equal(of(items, uri).kind, 'unchanged');
      assert.ok(codes(of(items, other)).includes('unscreened-prompt'));
    });

    it('are taken back when the file is gone', async () => {
      talk = await converse(pulls);
      const first = await pull();
      disk.delete(other);
      const second = await pull(first);
      assert.deepEqual(codes(of(second.items, other)), []);
      assert.equal(of((await pull(second)).items, other).kind, 'unchanged');
    });

    it('are read again only when something changed, by a client that tells of it', async () => {
      const capabilities = {
        ...pulls.capabilities,
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
      };
      talk = await converse({ ...pulls, capabilities }, { 'client/registerCapability': () => null });
      const first = await pull();
      const before = reads;
      await pull(first);
      assert.equal(reads, before);
      disk.set(other, chatbot);
      await talk.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 2 }] });
      assert.ok(codes(of((await pull(first)).items, other)).includes('unscreened-prompt'));
    });

    it('follow the day', async () => {
      let today = '2026-11-24';
      talk = await converse({ ...pulls, today: () => today });
      assert.ok(!codes(of((await pull()).items, uri)).includes('expired-acceptance'));
      today = '2027-02-01';
      assert.ok(codes(of((await pull()).items, uri)).includes('expired-acceptance'));
    });

    it('stop when nobody waits for them any more', async () => {
      for (let at = 0; at < 500; at += 1) disk.set(`file:///ws/${at}.genai.yaml`, chatbot);
      let begun = (): void => undefined;
      const reading = new Promise<void>((resolve) => (begun = resolve));
      const slow: Files = {
        ...files,
        read: async (file) => {
          begun();
          await new Promise((resolve) => setTimeout(resolve));
          return files.read(file);
        },
      };
      talk = await converse({ ...pulls, files: slow });
      const cancelling = new CancellationTokenSource();
      const asked = talk.client.sendRequest(
        'workspace/diagnostic',
        { previousResultIds: [] },
        cancelling.token,
      );
      await reading;
      cancelling.cancel();
      await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
      assert.ok(reads < 500);
    });

    it('show how far they are', async () => {
      talk = await converse(pulls);
      await talk.ask('workspace/diagnostic', { previousResultIds: [], workDoneToken: 'mine' });
      const kinds = talk.heard.flatMap(({ method, params }) =>
        method === '$/progress' ? [(params as { value: { kind: string } }).value.kind] : [],
      );
      assert.deepEqual(kinds, ['begin', 'report', 'report', 'end']);
    });

    it('are not read while nobody trusts the workspace', async () => {
      talk = await converse({ ...pulls, options: { trusted: false } });
      assert.deepEqual((await pull()).items, []);
    });
  });

  describe('of a client that does not ask', () => {
    it('are pushed after the start, and again when a file changes', async () => {
      talk = await converse(pushes);
      await until('both', () => published()[1]);
      disk.delete(other);
      await talk.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 3 }] });
      const last = await until('the next', () => published()[2]);
      assert.deepEqual(last, { uri: other, diagnostics: [] });
    });

    it('give way to those of an open document, and come back when it is closed', async () => {
      talk = await converse(pushes);
      await until('both', () => published()[1]);
      await talk.open(uri, guarded);
      const open = await until('those of the open one', () => published()[2]);
      assert.equal(open.version, 1);
      await talk.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 2 }] });
      await talk.tell('textDocument/didClose', { textDocument: { uri } });
      await until('those of the file', () =>
        published()
          .slice(3)
          .find(({ diagnostics }) => diagnostics.some(({ code }) => code === 'unscreened-prompt')),
      );
      assert.ok(
        published()
          .slice(2)
          .every((sent) => sent.uri === uri),
      );
    });
  });

  function pull(before?: WorkspaceDiagnosticReport): Promise<WorkspaceDiagnosticReport> {
    const previousResultIds = (before?.items ?? []).map((item) => ({ uri: item.uri, value: item.resultId }));
    return talk.ask('workspace/diagnostic', { previousResultIds });
  }

  function published(): readonly PublishDiagnosticsParams[] {
    return talk.heard.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' ? [params as PublishDiagnosticsParams] : [],
    );
  }
});

function of(
  items: readonly WorkspaceDocumentDiagnosticReport[],
  file: string,
): WorkspaceDocumentDiagnosticReport {
  return items.find((item) => item.uri === file) ?? assert.fail(`nothing on ${file}`);
}

function codes(report: WorkspaceDocumentDiagnosticReport): readonly unknown[] {
  assert.ok(report.kind === 'full');
  return report.items.map(({ code }) => code);
}
