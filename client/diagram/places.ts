import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';
import type { PicturePlace } from '../../server/lsp/diagram/picture.ts';

/** The innermost drawn thing that a line of the text speaks of. */
export function placeAt(
  places: readonly PicturePlace[],
  { line }: vscode.Position,
): PicturePlace | undefined {
  let best: { readonly place: PicturePlace; readonly lines: number } | undefined;
  for (const place of places) {
    for (const { start, end } of place.ranges) {
      const lines = end.line - start.line;
      if (line < start.line || line > end.line || (best !== undefined && best.lines <= lines)) continue;
      best = { place, lines };
    }
  }
  return best?.place;
}

export function toVscodeRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

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
