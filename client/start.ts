import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { hasDescriptors, isDescriptor, servedSelector } from './descriptors.ts';
import { offerDiagrams } from './diagram/diagrams.ts';
import { newDescriptor } from './new-descriptor.ts';
import { makeServerLink } from './panels/server-link.ts';
import { offerReports } from './report/reports.ts';
import { restartOnce } from './restart-once.ts';
import { showStatus } from './status-item.ts';
import { surroundings, watchSurroundings } from './surroundings.ts';
import { offerFiles } from './workspace-files.ts';
import { keepDescriptorsToOurselves } from './yaml-extension.ts';

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
  const link = makeServerLink();
  const log = (fault: unknown): void => logFault(output, fault);
  offerDiagrams(context, link, log);
  offerReports(context, link, log);

  const startServer = async (): Promise<void> => {
    if (client !== undefined) return;
    logged(output, keepDescriptorsToOurselves());
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
    link.connect(client);
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
    vscode.extensions.onDidChange(() => {
      if (client !== undefined) logged(output, keepDescriptorsToOurselves());
    }),
    watchSurroundings((now) => {
      if (client?.isRunning() === true) logged(output, client.sendNotification('bartizan/surroundings', now));
    }),
    vscode.commands.registerCommand('bartizan.newDescriptor', newDescriptor),
    vscode.commands.registerCommand('bartizan.showOutput', () => output.show()),
    vscode.commands.registerCommand('bartizan.restartServer', () =>
      client === undefined ? startServer() : restart(client, log),
    ),
    { dispose: () => void client?.dispose() },
  );
  logged(output, startWhenNeeded());
}

/** A server that is gone, or hangs, cannot be stopped well: another is started all the same. */
async function restart(client: BaseLanguageClient, log: (fault: unknown) => void): Promise<void> {
  await client.stop().catch(log);
  await client.start();
}

/** Faults of what nobody waits for end in the log. */
function logged(output: vscode.LogOutputChannel, work: Promise<void>): void {
  work.catch((error: unknown) => logFault(output, error));
}

function logFault(output: vscode.LogOutputChannel, fault: unknown): void {
  output.error(fault instanceof Error ? fault : String(fault));
}
