import type { World } from '../../../server/cli/world.ts';
import { buildProgram } from '../../../server/cli/program.ts';
import {
  commandTable,
  type CommandRow,
  type OptionRow,
} from '../../../server/cli/completion/command-table.ts';
import { code, codes, escaped, page, table } from './markdown.ts';

/** docs/cli.md: every command as its own help has it. */
export function cliPage(): string {
  const commands = commandTable(buildProgram(nowhere, () => undefined));
  return page(
    '# The command line',
    'What `bartizan` can do. `bartizan COMMAND --help` says the same, with examples. Nothing leaves the machine.',
    table(
      ['Command', 'What it does'],
      commands.map(({ name, summary }) => [
        `[${code(`bartizan ${name}`)}](#bartizan-${name})`,
        escaped(summary),
      ]),
    ),
    'Exit status: 0 clean, 1 findings at or above the threshold, 2 input that cannot be read or bad usage. What is asked for goes to standard output, everything else to standard error. A file named by `--output` is written whole or not at all.',
    ...commands.map(commandBlock),
  );
}

function commandBlock({ name, usage, description, arguments: args, options }: CommandRow): string {
  return [
    `## bartizan ${name}`,
    escaped(description),
    `\`\`\`sh\nbartizan ${name} ${usage}\n\`\`\``,
    args.length === 0
      ? ''
      : table(
          ['Argument', 'Meaning'],
          args.map((one) => [code(one.name), escaped(one.description) + among(one.choices)]),
        ),
    options.length === 0 ? '' : table(['Option', 'Meaning', 'Default'], options.map(optionRow)),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function optionRow({ flags, description, choices, standard }: OptionRow): readonly string[] {
  return [
    code(flags),
    escaped(description) + among(choices),
    standard === undefined ? '' : escaped(standard),
  ];
}

function among(choices: readonly string[]): string {
  return choices.length === 0 ? '' : `: ${codes(choices)}`;
}

/** The program is only looked at, never run. */
const silent = { isTerminal: false, write: () => Promise.resolve() };
const nowhere: World = {
  cwd: '/',
  today: '2026-01-01',
  out: silent,
  err: silent,
  programFolder: '/',
  env: {},
  ask: undefined,
  layout: { layout: () => Promise.reject(new Error('nothing is drawn here')) },
};
