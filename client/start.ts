import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { hasDescriptors, isDescriptor, servedSelector } from './descriptors.ts';
import { offerDiagrams } from './diagram/diagrams.ts';
import { restartOnce } from './restart-once.ts';
import { showStatus } from './status-item.ts';
import { surroundings, watchSurroundings } from './surroundings.ts';
import { offerFiles } from './workspace-files.ts';

/** How the server is started: a child process, or a Web Worker. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What both hosts do: the server starts when the first descriptor is there, and no earlier. */
export function start(
  context: vscode.ExtensionContext,
  makeClient: MakeClient,
  initializationOptions: Readonly<Record<string, unknown>> = {},
): void {
  const output = vscode.window.createOutputChannel('Bartizan', { log: true });
  let client: BaseLanguageClient | undefined;
  const diagrams = offerDiagrams(context, (fault) => logFault(output, fault));

  const startServer = async (): Promise<void> => {
    if (client !== undefined) return;
    client = makeClient({
      documentSelector: servedSelector(),
      outputChannel: output,
      initializationOptions: () => ({
        ...initializationOptions,
        ...surroundings(),
        files: true,
        ownSnippets: true,
        suggestCommand: 'editor.action.triggerSuggest',
      }),
      errorHandler: restartOnce(() => Date.now()),
      diagnosticPullOptions: { onChange: true, onSave: false },
      markdown: { supportHtml: false },
    });
    context.subscriptions.push(...offerFiles(client));
    diagrams.connect(client);
    await client.start();
  };
  const startWhenNeeded = async (): Promise<void> => {
    if (client === undefined && (await hasDescriptors())) await startServer();
  };

  context.subscriptions.push(
    output,
    showStatus(),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isDescriptor(document)) logged(output, startServer());
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => logged(output, startWhenNeeded())),
    watchSurroundings((now) => {
      if (client?.isRunning() === true) logged(output, client.sendNotification('bartizan/surroundings', now));
    }),
    vscode.commands.registerCommand('bartizan.showOutput', () => output.show()),
    vscode.commands.registerCommand('bartizan.restartServer', () =>
      client === undefined ? startServer() : restart(client),
    ),
    { dispose: () => void client?.dispose() },
  );
  logged(output, startWhenNeeded());
}

async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

/** Faults of what nobody waits for end in the log. */
function logged(output: vscode.LogOutputChannel, work: Promise<void>): void {
  work.catch((error: unknown) => logFault(output, error));
}

function logFault(output: vscode.LogOutputChannel, fault: unknown): void {
  output.error(fault instanceof Error ? fault : String(fault));
}
