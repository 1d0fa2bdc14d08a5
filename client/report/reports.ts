import * as vscode from 'vscode';
import { isRecord } from '../../server/lsp/record.ts';
import { isDescriptor } from '../descriptors.ts';
import { pageOptions } from '../panels/page-files.ts';
import type { ServerLink } from '../panels/server-link.ts';
import { ReportPanel, type ReportWorld } from './panel.ts';
import { saveReport } from './save-report.ts';

const viewType = 'bartizan.report';

/** The panels and commands of the threat report. */
export function offerReports(
  { extensionUri, subscriptions }: vscode.ExtensionContext,
  server: ServerLink,
  log: (fault: unknown) => void,
): void {
  const world: ReportWorld = { extensionUri, server, log };
  const panels = new Set<ReportPanel>();

  const panelOf = (uri: string): ReportPanel | undefined =>
    [...panels].find((report) => report.uri.toString() === uri);
  const keep = (panel: vscode.WebviewPanel, uri: vscode.Uri): void => {
    const report = new ReportPanel(panel, uri, world);
    panels.add(report);
    server.watch(uri.toString());
    panel.onDidDispose(() => panels.delete(report));
  };
  const show = (uri: vscode.Uri): void => {
    const known = panelOf(uri.toString());
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { ...pageOptions(extensionUri), enableFindWidget: true };
    keep(vscode.window.createWebviewPanel(viewType, 'Report', column, options), uri);
  };
  const meant = (asked: unknown): vscode.Uri | undefined => {
    const shown = [...panels].find(({ panel }) => panel.active)?.uri;
    const uri =
      asked instanceof vscode.Uri && isDescriptor({ uri: asked })
        ? asked
        : (shown ?? vscode.window.activeTextEditor?.document.uri);
    return uri !== undefined && isDescriptor({ uri }) ? uri : undefined;
  };
  const about =
    (act: (uri: vscode.Uri) => void | Promise<void>) =>
    async (asked: unknown): Promise<void> => {
      const uri = meant(asked);
      if (uri !== undefined) await act(uri);
      else void vscode.window.showInformationMessage('Open a *.genai.yaml file to see its threat report.');
    };

  server.onChanged((uri) => panelOf(uri)?.refresh());
  subscriptions.push(
    vscode.commands.registerCommand('bartizan.showReport', about(show)),
    vscode.commands.registerCommand(
      'bartizan.saveReport',
      about((uri) => saveReport(server, uri)),
    ),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        const uri =
          isRecord(state) && typeof state.uri === 'string' ? vscode.Uri.parse(state.uri) : undefined;
        if (uri === undefined || !isDescriptor({ uri })) panel.dispose();
        else keep(panel, uri);
        return Promise.resolve();
      },
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const report of panels) {
        const uri = movedUri(report.uri, files);
        if (uri === undefined || !isDescriptor({ uri })) continue;
        server.watch(uri.toString());
        report.follow(uri);
      }
    }),
  );
}

type Renamed = vscode.FileRenameEvent['files'];

/** Where a file is after it, or a folder around it, was renamed; absent where it was not. */
function movedUri(uri: vscode.Uri, files: Renamed): vscode.Uri | undefined {
  for (const { oldUri, newUri } of files) {
    if (uri.toString() === oldUri.toString()) return newUri;
    const inside = uri.scheme === oldUri.scheme && uri.path.startsWith(`${oldUri.path}/`);
    if (inside) return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return undefined;
}
