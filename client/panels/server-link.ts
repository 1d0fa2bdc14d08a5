import type { BaseLanguageClient } from 'vscode-languageclient';

/** What panels share of the language server: it comes and goes, and says which descriptors changed. */
export interface ServerLink {
  connect(client: BaseLanguageClient): void;
  onChanged(listen: (uri: string) => void): void;
  watch(uri: string): void;
  /** Absent while the server does not run. The server is our own, of the same build: the answer is what the method says. */
  readonly ask: <R>(method: string, params: object) => Promise<R | null | undefined>;
  /** `undefined` while there is no server. */
  client(): BaseLanguageClient | undefined;
}

export function makeServerLink(): ServerLink {
  let client: BaseLanguageClient | undefined;
  const listeners: ((uri: string) => void)[] = [];
  const watched = new Set<string>();
  const tell = (uri: string): void => {
    if (client?.isRunning() === true) void client.sendNotification('bartizan/watchDiagram', { uri });
  };
  const told = (uri: string): void => listeners.forEach((listen) => listen(uri));

  return {
    connect: (started) => {
      client = started;
      client.onNotification('bartizan/diagramChanged', ({ uri }: { uri: string }) => told(uri));
      client.onDidChangeState(() => {
        if (client?.isRunning() !== true) return;
        watched.forEach(tell);
        watched.forEach(told);
      });
    },
    onChanged: (listen) => void listeners.push(listen),
    watch: (uri) => {
      watched.add(uri);
      tell(uri);
    },
    ask: async <R>(method: string, params: object) =>
      client?.isRunning() === true ? client.sendRequest<R | null>(method, params) : undefined,
    client: () => client,
  };
}
