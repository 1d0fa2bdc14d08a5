import path from 'node:path';
import type { Connection } from 'vscode-languageserver';
import { describeFault } from './answer.ts';
import { localDay } from './host.ts';
import { nodeFiles } from './node-files.ts';
import { startNodeWorker } from './diagram/node-worker.ts';
import { serve } from './serve.ts';

/** Serves with the files and the clock of this machine. What nobody caught is logged, and the server goes on. */
export function serveNode(connection: Connection, catalog: string): void {
  process.on('unhandledRejection', (fault) => {
    connection.console.error(`nobody waited for this: ${describeFault(fault)}`);
  });
  serve(connection, {
    catalog,
    files: nodeFiles,
    startLayoutWorker: () => startNodeWorker(path.join(__dirname, 'layout-worker.cjs')),
    today: () => localDay(new Date()),
  });
}
