import type { Argument, Command, Option } from 'commander';

export interface OptionRow {
  /** `-f, --format <format>` */
  readonly flags: string;
  readonly long: string;
  readonly short: string | undefined;
  readonly description: string;
  readonly choices: readonly string[];
  readonly takesValue: boolean;
  readonly standard: string | undefined;
}

export interface CommandRow {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
  readonly arguments: readonly {
    readonly name: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
  readonly options: readonly OptionRow[];
}

/** The commands as data: completion and documentation say what the program does. */
export function commandTable(program: Command): readonly CommandRow[] {
  return program.commands.map((command) => ({
    name: command.name(),
    usage: command.usage(),
    summary: command.summary(),
    description: command.description(),
    arguments: command.registeredArguments.map((argument) => ({
      name: argumentName(argument),
      description: argument.description,
      choices: argument.argChoices ?? [],
    })),
    options: command.options.filter(({ hidden }) => !hidden).map(optionRow),
  }));
}

function argumentName(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionRow(option: Option): OptionRow {
  const standard: unknown = option.defaultValue;
  return {
    flags: option.flags,
    long: option.long ?? option.flags,
    short: option.short,
    description: option.description,
    choices: option.argChoices ?? [],
    takesValue: option.required || option.optional,
    standard: option.defaultValueDescription ?? (typeof standard === 'string' ? standard : undefined),
  };
}
