import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { compileCatalog } from '../../server/catalog/compiled.ts';
import type { Files } from '../../server/lsp/host.ts';
import { serve } from '../../server/lsp/serve.ts';
import { someCatalog } from '../features/some-analysis.ts';

/** What a client says at the start, beside what it offers. */
export interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly folders?: readonly string[];
  readonly files?: Files;
  readonly today?: () => string;
}

/** A client and a server that talk in one process, over the real protocol. */
export interface Conversation {
  readonly client: ProtocolConnection;
  readonly result: InitializeResult;
  /** What the server asked or told, by method, in order. */
  readonly heard: readonly { readonly method: string; readonly params: unknown }[];
  open(uri: string, text: string): Promise<void>;
  ask<R = unknown>(method: string, params: unknown): Promise<R>;
  tell(method: string, params: unknown): Promise<void>;
  end(): Promise<void>;
}

export const uri = 'file:///ws/help-desk.genai.yaml';

/** Answers the requests of the server; a method that is not here is one the client does not know. */
export type Replies = Readonly<Record<string, (params: never) => unknown>>;

export async function converse(start: Start = {}, replies: Replies = {}): Promise<Conversation> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(server, {
    catalog: compileCatalog(someCatalog),
    files: start.files,
    startLayoutWorker: undefined,
    today: start.today ?? (() => '2026-11-24'),
  });
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const heard: { method: string; params: unknown }[] = [];
  for (const [method, reply] of Object.entries(replies)) {
    client.onRequest(method, (params: never) => {
      heard.push({ method, params });
      return reply(params);
    });
  }
  for (const method of ['textDocument/publishDiagnostics', 'window/logMessage', '$/progress']) {
    client.onNotification(method, (params: unknown) => void heard.push({ method, params }));
  }
  client.listen();
  const folders = start.folders?.map((folder) => ({ uri: folder, name: folder })) ?? null;
  const result = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: folders,
    capabilities: start.capabilities ?? {},
    initializationOptions: start.options,
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    result,
    heard,
    open: (at, text) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: at, languageId: 'yaml', version: 1, text },
      }),
    ask: (method, params) => client.sendRequest(method, params),
    tell: (method, params) => client.sendNotification(method, params),
    end: async () => {
      await client.sendRequest('shutdown');
      client.dispose();
      server.dispose();
    },
  };
}

/** Asks again until there is an answer. */
export async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`timed out waiting for ${what}`);
}
