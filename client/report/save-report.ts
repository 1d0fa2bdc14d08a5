import * as vscode from 'vscode';
import type { ReportFormat } from '../../server/lsp/report-answer.ts';
import type { ServerLink } from '../panels/server-link.ts';
import { askReport } from './ask-report.ts';
import { formatOf } from './report-file.ts';

const filters = { HTML: ['html'], Markdown: ['md'], JSON: ['json'], CSV: ['csv'], SARIF: ['sarif'] };

/** Asks where to, and writes the report there; the extension of the file says in which form. */
export async function saveReport(server: ServerLink, uri: vscode.Uri): Promise<void> {
  const path = uri.path.replace(/\.genai\.ya?ml$/, '.report.html');
  const title = 'Save Threat Report as .html, .md, .json, .csv or .sarif';
  const target = await vscode.window.showSaveDialog({ defaultUri: uri.with({ path }), filters, title });
  if (target === undefined) return;
  const format = formatOf(target.path);
  if (format === undefined) {
    const known = 'name it .html, .md, .json, .csv or .sarif';
    void vscode.window.showErrorMessage(`Bartizan writes no report by that name: ${known}.`);
    return;
  }
  const report = await askReport(server, uri, format);
  if (report?.text === undefined) {
    void vscode.window.showErrorMessage('The language server does not run, so no report was written.');
    return;
  }
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(report.text));
  await offerToOpen(target, format);
}

async function offerToOpen(target: vscode.Uri, format: ReportFormat): Promise<void> {
  const name = vscode.workspace.asRelativePath(target);
  const open = 'Open';
  const chosen = await vscode.window.showInformationMessage(`Threat report written to ${name}`, open);
  if (chosen !== open) return;
  if (format === 'html' && isHere(target)) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}

/** Whether a browser on the user's machine could open the file itself. */
function isHere({ scheme }: vscode.Uri): boolean {
  const { remoteName, uiKind } = vscode.env;
  return scheme === 'file' && remoteName === undefined && uiKind === vscode.UIKind.Desktop;
}
