import { Argument, type Command } from 'commander';
import { completionScript, shells, type Shell } from '../completion/completion-script.ts';
import { commandTable } from '../completion/command-table.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { World } from '../world.ts';

export function addCompletion(program: Command, world: World, done: (status: ExitStatus) => void): void {
  program
    .command('completion')
    .summary('print a completion script for your shell')
    .description('Prints a script that lets your shell complete commands, options and their values.')
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  bartizan completion bash > ~/.local/share/bash-completion/completions/bartizan
  bartizan completion zsh > ~/.zfunc/_bartizan            with fpath+=~/.zfunc before compinit
  bartizan completion fish > ~/.config/fish/completions/bartizan.fish`,
    )
    .action(async (shell: Shell) => {
      await world.out.write(completionScript(shell, commandTable(program)));
      done(exitStatus.clean);
    });
}
