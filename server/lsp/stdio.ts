import { createConnection } from 'vscode-languageserver/node';
import { localDay } from './host.ts';
import { nodeFiles } from './node-files.ts';
import { serve } from './serve.ts';

/** `bartizan lsp --stdio`: serves one editor over standard input and output. Takes the compiled catalog as text. */
export function serveStdio(catalog: string): void {
  serve(createConnection(process.stdin, process.stdout), {
    catalog,
    files: nodeFiles,
    today: () => localDay(new Date()),
  });
}
