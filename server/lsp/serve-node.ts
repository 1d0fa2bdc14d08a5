import type { Connection } from 'vscode-languageserver';
import { describeFault } from './answer.ts';
import { localDay } from './host.ts';
import { nodeFiles } from './node-files.ts';
import { serve } from './serve.ts';

/** Serves with the files and the clock of this machine. What nobody caught is logged, and the server goes on. */
export function serveNode(connection: Connection, catalog: string): void {
  process.on('unhandledRejection', (fault) => {
    connection.console.error(`nobody waited for this: ${describeFault(fault)}`);
  });
  serve(connection, { catalog, files: nodeFiles, today: () => localDay(new Date()) });
}
