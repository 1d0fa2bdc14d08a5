import { Command } from 'commander';
import { addCatalog } from './commands/catalog.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addDiagram } from './commands/diagram.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addFix } from './commands/fix.ts';
import { addInit } from './commands/init.ts';
import { addLsp } from './commands/lsp.ts';
import { addReport } from './commands/report.ts';
import { addTestCatalog } from './commands/test-catalog.ts';
import type { ExitStatus } from './exit-status.ts';
import { programVersion } from '../report/program-version.ts';
import type { World } from './world.ts';

/** Adds one command to the program; `done` receives the exit status when it ran. */
export type AddCommand = (program: Command, world: World, done: (status: ExitStatus) => void) => void;

/** The commands, in the order in which help and docs/cli.md list them. */
const commands: readonly AddCommand[] = [
  addInit,
  addCheck,
  addExplain,
  addFix,
  addDiagram,
  addReport,
  addDiff,
  addCatalog,
  addTestCatalog,
  addLsp,
  addCompletion,
];

/** Builds the command line; `done` receives the exit status of the command that ran. */
export function buildProgram(world: World, done: (status: ExitStatus) => void): Command {
  const program = new Command('bartizan')
    .description(
      'Checks the design of GenAI systems: architecture descriptors (*.genai.yaml) against the OWASP Top 10 for LLM applications. Nothing leaves this machine.',
    )
    .usage('<command> [options]')
    .version(programVersion, '-V, --version', 'show the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.out.write(text),
      writeErr: (text) => void world.err.write(text),
      outputError: (text, write) => write(text.replace(/^error:/, 'bartizan:')),
    })
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .showHelpAfterError('(bartizan --help shows what there is)')
    .helpCommand('help [command]', 'show the help of a command')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', `\n${firstSteps}`);
  for (const add of commands) add(program, world, done);
  for (const command of program.commands) {
    command.showHelpAfterError(`(bartizan ${command.name()} --help shows what it takes)`);
  }
  return program;
}

const firstSteps = `First steps:
  bartizan init                     write a descriptor to start from
  bartizan check                    check all descriptors below this folder
  bartizan report chatbot.genai.yaml --output report.html

Exit status: 0 clean, 1 findings at or above the threshold, 2 input that cannot be read or bad usage.`;
