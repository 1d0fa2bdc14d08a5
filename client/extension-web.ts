import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** The extension in a browser: the server is a Web Worker, which is handed the catalog. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const file = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, 'catalog.json'));
  const server = makeServer(vscode.Uri.joinPath(dist, 'server-worker.js'));
  // Only a diagram needs the layout, which is larger than all the rest.
  let layout: Promise<string> | undefined;
  const layoutScript = (): Promise<string> =>
    (layout ??= scriptUrl(vscode.Uri.joinPath(dist, 'layout-worker.js')));
  start(
    context,
    (options) => {
      const client = new LanguageClient('bartizan', 'Bartizan', () => server.begin(), options);
      client.onRequest('bartizan/layoutScript', layoutScript);
      return client;
    },
    { catalog: new TextDecoder().decode(file) },
  );
  context.subscriptions.push({ dispose: () => server.end() });
}

interface Server {
  /** Starts it, in the place of the one that ran before. */
  begin(): Promise<MessageTransports>;
  end(): void;
}

function makeServer(script: vscode.Uri): Server {
  let worker: Worker | undefined;
  return {
    begin: async () => {
      worker?.terminate();
      worker = new Worker(await scriptUrl(script));
      // The client would know the worker by its class, but VS Code's own `Worker` makes those of another one.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    end: () => worker?.terminate(),
  };
}

/**
 * A script as a worker takes it: of the same origin, wherever the extension lies. VS Code starts no worker from a
 * remote machine, and a worker none from another site.
 */
async function scriptUrl(uri: vscode.Uri): Promise<string> {
  const script = new Uint8Array(await vscode.workspace.fs.readFile(uri));
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
