import * as vscode from 'vscode';
import type { ReportAnswer, ReportFormat } from '../../server/lsp/report-answer.ts';
import type { ServerLink } from '../panels/server-link.ts';

/** The report of a descriptor as it stands in the editor; absent while the server does not run. */
export async function askReport(
  server: ServerLink,
  uri: vscode.Uri,
  format: ReportFormat,
  have?: string,
): Promise<ReportAnswer | undefined> {
  // What is asked about must be open: the server knows no other text than the editor's.
  await vscode.workspace.openTextDocument(uri);
  const answer = await server.ask<ReportAnswer>('bartizan/report', { uri: uri.toString(), format, have });
  return answer ?? undefined;
}
