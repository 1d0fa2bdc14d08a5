import * as vscode from 'vscode';
import { readView } from '../../server/lsp/diagram/view.ts';
import { isRecord } from '../../server/lsp/record.ts';
import { isDescriptor } from '../descriptors.ts';
import { pageOptions } from '../panels/page-files.ts';
import type { ServerLink } from '../panels/server-link.ts';
import { watchActiveDescriptor } from './active-descriptor.ts';
import { DiagramPanel, type PanelWorld } from './panel.ts';
import { makeDiagramLink } from './server-link.ts';
import { showModel } from './model-view.ts';

const viewType = 'bartizan.diagram';

/** Panels, commands and the tree of the model. */
export function offerDiagrams(
  { extensionUri, subscriptions }: vscode.ExtensionContext,
  link: ServerLink,
  log: (fault: unknown) => void,
): void {
  const server = makeDiagramLink(link);
  const world: PanelWorld = { extensionUri, server, log };
  const panels = new Map<string, DiagramPanel>();

  const keep = (diagram: DiagramPanel): DiagramPanel => {
    const key = diagram.uri.toString();
    panels.set(key, diagram);
    server.watch(key);
    diagram.panel.onDidDispose(() => panels.delete(key));
    return diagram;
  };
  const open = (uri: vscode.Uri): DiagramPanel => {
    const known = panels.get(uri.toString());
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return known;
    }
    const name = uri.path.split('/').at(-1) ?? '';
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(
      viewType,
      `Diagram ${name}`,
      column,
      pageOptions(extensionUri),
    );
    return keep(new DiagramPanel(panel, uri, world));
  };
  const current = (): DiagramPanel | undefined => [...panels.values()].find(({ panel }) => panel.active);

  server.onChanged((uri) => panels.get(uri)?.refresh());
  subscriptions.push(
    vscode.commands.registerCommand('bartizan.openDiagram', (asked: unknown) => {
      const uri = asked instanceof vscode.Uri ? asked : vscode.window.activeTextEditor?.document.uri;
      if (uri !== undefined && isDescriptor({ uri })) open(uri);
      else
        void vscode.window.showInformationMessage('Open a *.genai.yaml file to see its data-flow diagram.');
    }),
    vscode.commands.registerCommand('bartizan.diagram.focus', () => current()?.pickFocus()),
    vscode.commands.registerCommand('bartizan.diagram.export', () => current()?.pickExport()),
    vscode.commands.registerCommand('bartizan.diagram.goToText', (about: unknown) => {
      if (isRecord(about) && typeof about.bartizanKey === 'string') return current()?.goTo(about.bartizanKey);
      return undefined;
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        const uri =
          isRecord(state) && typeof state.uri === 'string' ? vscode.Uri.parse(state.uri) : undefined;
        if (uri === undefined || !isDescriptor({ uri })) panel.dispose();
        else keep(new DiagramPanel(panel, uri, world, readView(isRecord(state) ? state.view : undefined)));
        return Promise.resolve();
      },
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
      const [selection] = selections;
      const diagram = panels.get(document.uri.toString());
      if (diagram === undefined || selection === undefined) return;
      const settings = vscode.workspace.getConfiguration('bartizan', document.uri);
      if (settings.get<boolean>('diagram.followCursor', true)) diagram.follow(selection.active);
    }),
    watchActiveDescriptor(),
    showModel(server, (uri, key) => open(uri).select(key)),
  );
}
