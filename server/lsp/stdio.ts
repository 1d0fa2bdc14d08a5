import { createConnection } from 'vscode-languageserver/node';
import { serveNode } from './serve-node.ts';

/** `bartizan lsp --stdio`: serves one editor over standard input and output. Takes the compiled catalog as text. */
export function serveStdio(catalog: string): void {
  serveNode(createConnection(process.stdin, process.stdout), catalog);
}
