import { Option, type Command } from 'commander';
import { serveStdio } from '../../lsp/stdio.ts';
import type { ExitStatus } from '../exit-status.ts';
import { exitStatus } from '../exit-status.ts';
import { readOwnCatalog } from '../load-catalog.ts';
import type { World } from '../world.ts';

export function addLsp(program: Command, world: World, done: (status: ExitStatus) => void): void {
  program
    .command('lsp')
    .summary('serve an editor as its language server')
    .description('Runs the language server for an editor that speaks LSP, over standard input and output.')
    .addOption(new Option('--stdio', 'talk over standard input and output, the only way there is'))
    .action(() => {
      serveStdio(readOwnCatalog(world));
      done(exitStatus.clean);
    });
}
