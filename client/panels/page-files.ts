import * as vscode from 'vscode';

/** What the page of a panel may load: what the build made for pages, and nothing else of the machine. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
}

/** Where a page finds one of these files. */
export function pageFile(webview: vscode.Webview, extensionUri: vscode.Uri, name: string): string {
  return webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extensionUri), name)).toString();
}

function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** A word that only this page knows, for its content security policy. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll(/[+/]/g, '0');
}
