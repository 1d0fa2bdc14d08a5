// The language server as VS Code starts it: a child process that talks over IPC, or as its arguments say.
import fs from 'node:fs';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serveNode } from './serve-node.ts';

const catalog = fs.readFileSync(path.join(__dirname, 'catalog.json'), 'utf8');
serveNode(createConnection(ProposedFeatures.all), catalog);
