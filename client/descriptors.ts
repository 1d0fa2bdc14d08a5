import * as vscode from 'vscode';

/** Descriptors are known by their name: they keep the language id `yaml` and all that comes with it. */
const namePattern = '**/*.genai.{yaml,yml}';
const catalogPattern = '**/.bartizan/**/*.{yaml,yml}';

/** Schemes of what a user edits; comparisons with an older version (`git:` and the like) are left alone. */
const editedSchemes: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

export function isDescriptor({ uri }: { readonly uri: vscode.Uri }): boolean {
  return /\.genai\.ya?ml$/.test(uri.path) && schemes().has(uri.scheme);
}

export function descriptorSelector(): { scheme: string; pattern: string }[] {
  return [...schemes()].map((scheme) => ({ scheme, pattern: namePattern }));
}

/** What the server is told of: descriptors, and the catalogs of the workspace they are judged by. */
export function servedSelector(): { scheme: string; pattern: string }[] {
  return [...schemes()].flatMap((scheme) => [
    { scheme, pattern: namePattern },
    { scheme, pattern: catalogPattern },
  ]);
}

/** Whether there is anything to do: a descriptor that is open, or one in the workspace. */
export async function hasDescriptors(): Promise<boolean> {
  if (vscode.workspace.textDocuments.some(isDescriptor)) return true;
  const found = await vscode.workspace.findFiles(namePattern, undefined, 1);
  return found.length > 0;
}

function schemes(): ReadonlySet<string> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return new Set([...editedSchemes, ...folders.map(({ uri }) => uri.scheme)]);
}
