// The language server in a Web Worker. It sees no files: the client hands it the catalog and answers for the rest.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startWebWorker } from './diagram/web-worker.ts';
import { localDay } from './host.ts';
import { serve } from './serve.ts';

// The types of a page are loaded, those of a worker are not: both have what is needed of `self`.
const worker = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

serve(connection, {
  catalog: undefined,
  files: undefined,
  startLayoutWorker: () => startWebWorker(connection.sendRequest<string>('bartizan/layoutScript')),
  today: () => localDay(new Date()),
});
