import * as vscode from 'vscode';

/** Puts the cursor on a range; `preserveFocus` leaves the keyboard where it is. */
export async function showRange(
  uri: vscode.Uri,
  range: vscode.Range,
  { preserveFocus }: { readonly preserveFocus: boolean },
): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus,
  });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
