import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** More files of one kind no workspace has. */
const mostFiles = 5000;

/** Lets the server see files as VS Code does: virtual ones, and only those of the workspace. */
export function offerFiles(client: BaseLanguageClient): readonly vscode.Disposable[] {
  return [
    client.onRequest('bartizan/findFiles', ({ folder, wanted }: { folder: string; wanted: string }) =>
      findFiles(vscode.Uri.parse(folder), new RegExp(wanted)),
    ),
    client.onRequest('bartizan/readFile', ({ uri }: { uri: string }) => readFile(vscode.Uri.parse(uri))),
  ];
}

async function findFiles(folder: vscode.Uri, wanted: RegExp): Promise<readonly string[]> {
  const pattern = new vscode.RelativePattern(folder, '**/*.{yaml,yml}');
  const uris = await vscode.workspace.findFiles(pattern, '**/node_modules/**', mostFiles);
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uris
    .filter(({ path }) => path.startsWith(prefix) && wanted.test(path.slice(prefix.length)))
    .map((uri) => uri.toString())
    .sort();
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
