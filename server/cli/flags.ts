import { InvalidArgumentError, Option, type Command } from 'commander';
import { editions, type Edition } from '../catalog/risk.ts';
import type { World } from './world.ts';

/** What decides how descriptors are judged; every command that judges takes them. */
export interface JudgeFlags {
  readonly edition: Edition;
  readonly today: string;
  /** Options of the descriptors to turn on. */
  readonly with: readonly string[];
  /** Files or folders of catalogs over the built-in one. */
  readonly catalog: readonly string[];
  readonly assumptions: boolean;
  readonly rulesOff: readonly string[];
}

export function addJudgeFlags(command: Command, world: World): Command {
  const options = [
    new Option('--edition <year>', 'edition of the OWASP ids').choices(editions).default('2025'),
    new Option('--with <option>', 'turn an option that the descriptor declares on; may be repeated')
      .argParser(collect)
      .default([], 'none'),
    catalogOption('a catalog of your organisation, file or folder; may be repeated'),
    new Option('--rules-off <rules>', 'rules not to judge, separated by commas; may be repeated')
      .argParser(collectWords)
      .default([], 'none'),
    new Option('--no-assumptions', 'count only what the descriptor says; silence is no finding'),
    new Option('--today <date>', 'the day on which accepted risks are judged')
      .argParser(readDay)
      .default(world.today, 'today'),
  ];
  for (const option of options) command.addOption(option.helpGroup('How it is judged:'));
  return command;
}

/** Catalogs over the built-in one, a later one over an earlier one. */
export function catalogOption(description: string): Option {
  return new Option('--catalog <path>', description).argParser(collect).default([], 'none');
}

export function outputOption(): Option {
  return new Option('-o, --output <file>', 'write to this file instead of the terminal');
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function collectWords(value: string, before: readonly string[]): readonly string[] {
  const words = value.split(',').map((word) => word.trim());
  return [...before, ...words.filter((word) => word !== '')];
}

function readDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.getTime());
  if (!isDay || !day.toISOString().startsWith(value)) {
    throw new InvalidArgumentError('A day is written 2027-01-31.');
  }
  return value;
}
