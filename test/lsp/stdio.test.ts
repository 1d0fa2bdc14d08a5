import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type CompletionList,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { bundleCli } from '../support/bundled-cli.ts';
import { chatbot } from '../features/chatbot.ts';

const uri = 'file:///nowhere/help-desk.genai.yaml';
const textDocument = { uri };

describe('bartizan lsp --stdio', function () {
  this.timeout(60_000);
  let cli: Awaited<ReturnType<typeof bundleCli>>;
  let server: ChildProcess;
  let client: ProtocolConnection;
  before(async () => (cli = await bundleCli()));
  after(() => cli.dispose());
  afterEach(() => {
    client.dispose();
    server.kill();
  });

  it('serves an editor from its greeting to its goodbye', async () => {
    const { stdin, stdout, ended } = start();
    client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    client.listen();
    const { capabilities, serverInfo } = await client.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        textDocument: {
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    assert.equal(serverInfo?.name, 'bartizan');
    assert.ok(capabilities.hoverProvider && capabilities.diagnosticProvider);
    await client.sendNotification('initialized', {});
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: chatbot },
    });

    const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    assert.ok(report.kind === 'full');
    assert.ok(report.items.some(({ source, severity }) => source === 'bartizan' && severity === 2));

    const position = placeOf('bot:\n');
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title, edit }) => title !== '' && edit?.changes?.[uri]));
    const hover = await client.sendRequest<Hover>('textDocument/hover', { textDocument, position });
    assert.match(JSON.stringify(hover.contents), /bot — agent/);
    const list = await client.sendRequest<CompletionList>('textDocument/completion', {
      textDocument,
      position: placeOf('agent\n'),
    });
    assert.ok(list.items.some(({ label }) => label === 'agent'));

    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    assert.equal(await ended, 0);
  });

  function start() {
    server = spawn(process.execPath, [cli.program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = server;
    assert.ok(stdin && stdout);
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    return { stdin, stdout, ended };
  }
});

function placeOf(text: string): { readonly line: number; readonly character: number } {
  const before = chatbot.slice(0, chatbot.indexOf(text) + 1).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
