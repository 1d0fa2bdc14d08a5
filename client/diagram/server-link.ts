import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { FixTitles, FocusChoice, ModelItem, Picture } from '../../server/lsp/diagram/picture.ts';
import type { DiagramView } from '../../server/lsp/diagram/view.ts';

/** What panels and tree ask the language server; answers are absent while it does not run. */
export interface ServerLink {
  /** `undefined` while there is no server. */
  connect(client: BaseLanguageClient): void;
  onChanged(listen: (uri: string) => void): void;
  watch(uri: string): void;
  picture(uri: string, view: DiagramView, have: string | undefined): Promise<Picture | null | undefined>;
  exported(
    uri: string,
    view: DiagramView,
    format: 'svg' | 'mermaid',
    theme: string,
  ): Promise<string | null | undefined>;
  fixes(uri: string, findings: readonly string[]): Promise<readonly FixTitles[] | null | undefined>;
  fix(uri: string, finding: string, title: string): Promise<WorkspaceEdit | null | undefined>;
  focusChoices(uri: string): Promise<readonly FocusChoice[] | null | undefined>;
  model(uri: string): Promise<readonly ModelItem[] | null | undefined>;
  client(): BaseLanguageClient | undefined;
}

export function makeServerLink(): ServerLink {
  let client: BaseLanguageClient | undefined;
  const listeners: ((uri: string) => void)[] = [];
  const watched = new Set<string>();

  /** The server is our own, of the same build: its answers are what the method says. */
  const ask = async <R>(method: string, params: object): Promise<R | undefined> => {
    if (client?.isRunning() !== true) return undefined;
    return client.sendRequest<R>(method, params);
  };
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
    picture: (uri, view, have) => ask('bartizan/diagram', { uri, view, have }),
    exported: (uri, view, format, theme) => ask('bartizan/exportDiagram', { uri, view, format, theme }),
    fixes: (uri, findings) => ask('bartizan/findingFixes', { uri, findings }),
    fix: (uri, finding, title) => ask('bartizan/fixFinding', { uri, finding, title }),
    focusChoices: (uri) => ask('bartizan/focusChoices', { uri }),
    model: (uri) => ask('bartizan/model', { uri }),
    client: () => client,
  };
}
