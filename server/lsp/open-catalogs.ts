import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadCatalogFile } from './knowledge.ts';
import type { Workspace } from './workspace.ts';

/** Between two letters of somebody who types, a catalog is seldom whole, and everything rests on it. */
const pauseMs = 300;

/** Calls back when an open file of a catalog has another text than was read, and when it is closed. */
export function watchOpenCatalogs(workspace: Workspace, changed: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const afterPause = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, pauseMs);
  };
  workspace.documents.onDidChangeContent(({ document }) => {
    const file = readFileOf(workspace, document);
    if (file !== undefined && file.text !== document.getText()) afterPause();
  });
  // What was typed and not saved no longer counts.
  workspace.documents.onDidClose(({ document }) => {
    if (readFileOf(workspace, document) !== undefined) afterPause();
  });
}

function readFileOf({ judges }: Workspace, { uri }: TextDocument): ReadCatalogFile | undefined {
  for (const { catalogFiles } of judges.values()) {
    const file = catalogFiles.get(uri);
    if (file !== undefined) return file;
  }
  return undefined;
}
