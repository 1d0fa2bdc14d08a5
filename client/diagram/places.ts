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
