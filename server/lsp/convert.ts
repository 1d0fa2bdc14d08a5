import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

function toTextEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
}

/** With the version the edits were made for, so that a client refuses them for any other. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly TextEdit[],
  versioned: boolean,
): WorkspaceEdit {
  const { uri, version } = document;
  const changes = toTextEdits(document, edits);
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
