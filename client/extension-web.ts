import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** The extension in a browser: the server is a Web Worker, which is handed the catalog. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const file = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, 'catalog.json'));
  const script = vscode.Uri.joinPath(dist, 'server-worker.js').toString(true);
  start(
    context,
    (options) =>
      new LanguageClient('bartizan', 'Bartizan', () => Promise.resolve(new Worker(script)), options),
    { catalog: new TextDecoder().decode(file) },
  );
}
