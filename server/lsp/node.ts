// The language server as VS Code starts it: a child process that talks over IPC, or over what its arguments say.
import fs from 'node:fs';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { localDay } from './host.ts';
import { nodeFiles } from './node-files.ts';
import { serve } from './serve.ts';

serve(createConnection(ProposedFeatures.all), {
  catalog: fs.readFileSync(path.join(__dirname, 'catalog.json'), 'utf8'),
  files: nodeFiles,
  today: () => localDay(new Date()),
});
