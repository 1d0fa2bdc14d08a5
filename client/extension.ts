import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';

/** The extension where Node.js is: the server is a child process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.cjs');
  start(
    context,
    (options) =>
      new LanguageClient('bartizan', 'Bartizan', { module, transport: TransportKind.ipc }, options),
  );
}
