import { Command, InvalidArgumentError, Option } from 'commander';
import { editions, type Edition } from '../catalog/risk.ts';
import { severities, type Severity } from '../catalog/rule.ts';
import { check } from './commands/check.ts';
import type { ExitStatus } from './exit-status.ts';
import type { World } from './world.ts';

/** Builds the command line; `done` receives the exit status of the command that ran. */
export function buildProgram(world: World, done: (status: ExitStatus) => void): Command {
  const program = new Command('bartizan')
    .description('Checks the design of GenAI systems: architecture descriptors (*.genai.yaml) against the OWASP Top 10 for LLM applications.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.out.write(text),
      writeErr: (text) => void world.err.write(text),
    })
    .showHelpAfterError('(bartizan --help shows what there is)');
  addCheck(program, world, done);
  return program;
}

interface CheckFlags {
  readonly format: 'text' | 'json';
  readonly failOn: Severity | 'never';
  readonly edition: Edition;
  readonly today: string;
  readonly with: readonly string[];
}

function addCheck(program: Command, world: World, done: (status: ExitStatus) => void): void {
  program
    .command('check')
    .summary('check descriptors and print the findings')
    .description('Checks descriptors and prints what is missing, why, and what would answer it.')
    .argument('[files or folders...]', 'descriptors, or folders that hold some (default: this folder)')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 when a finding is at least this severe')
        .choices([...severities.toReversed(), 'never'])
        .default('high'),
    )
    .addOption(new Option('--edition <year>', 'edition of the OWASP ids').choices(editions).default('2025'))
    .addOption(new Option('--with <option>', 'turn an option of the descriptor on; may be repeated').argParser(collect).default([]))
    .addOption(new Option('--today <date>', 'the day on which accepted risks are judged').argParser(readDay).default(world.today))
    .action(async (names: readonly string[], flags: CheckFlags) => {
      done(await check(world, names, flags));
    });
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value)) {
    throw new InvalidArgumentError('a day is written 2027-01-31');
  }
  return value;
}
