import type { CommandRow, OptionRow } from './command-table.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

export function completionScript(shell: Shell, table: readonly CommandRow[]): string {
  switch (shell) {
    case 'bash':
      return bash(table);
    case 'zsh':
      return zsh(table);
    case 'fish':
      return fish(table);
  }
}

function bash(table: readonly CommandRow[]): string {
  const names = table.map(({ name }) => name).join(' ');
  return `# bash completion for bartizan
_bartizan() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" options='' words='' files=yes
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${names} help --help --version' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
    help) words='${names}'; files='' ;;
${table.map(bashCase).join('\n')}
  esac
  if [[ $word == -* ]]; then words="$options --help"; files=''; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ -n $files ]]; then compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$word")); fi
}
complete -F _bartizan bartizan
`;
}

/** What may follow the command: values after an option that takes them, options after a dash, else arguments. */
function bashCase(command: CommandRow): string {
  const afterOption = command.options.filter(({ takesValue }) => takesValue).map(bashValue);
  const choices = command.arguments.flatMap((argument) => argument.choices);
  const words = choices.length === 0 ? '' : `; words='${choices.join(' ')}'; files=''`;
  return [
    `    ${command.name})`,
    `      options='${command.options.map(({ long }) => long).join(' ')}'${words}`,
    ...(afterOption.length === 0 ? [] : ['      case "$before" in', ...afterOption, '      esac']),
    '      ;;',
  ].join('\n');
}

function bashValue({ long, short, choices }: OptionRow): string {
  const names = short === undefined ? long : `${long}|${short}`;
  const then = choices.length === 0 ? "words='' files=yes" : `words='${choices.join(' ')}' files=''`;
  return `        ${names}) ${then} ;;`;
}

function zsh(table: readonly CommandRow[]): string {
  const cases = table.map((command) => {
    const options = command.options.map((option) => `'${zshOption(option)}'`);
    const choices = command.arguments.flatMap((argument) => argument.choices);
    const rest = choices.length > 0 ? `'1: :(${choices.join(' ')})'` : "'*: :_files'";
    return `    ${command.name}) _arguments ${[...options, rest].join(' ')} ;;`;
  });
  return `#compdef bartizan
# zsh completion for bartizan
_bartizan() {
  local -a commands
  commands=(
${table.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
_bartizan "$@"
`;
}

function zshOption({ long, description, choices, takesValue }: OptionRow): string {
  const said = `${long}[${quoted(description.replaceAll(/[[\]:]/g, ''))}]`;
  if (!takesValue) return said;
  return choices.length > 0 ? `${said}: :(${choices.join(' ')})` : `${said}: :_files`;
}

function fish(table: readonly CommandRow[]): string {
  const lines = table.flatMap((command) => [
    `complete -c bartizan -n __fish_use_subcommand -f -a ${command.name} -d '${quoted(command.summary)}'`,
    ...command.arguments
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ choices }) =>
          `complete -c bartizan -n '__fish_seen_subcommand_from ${command.name}' -f -a '${choices.join(' ')}'`,
      ),
    ...command.options.map(({ long, description, choices, takesValue }) => {
      const value = choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : takesValue ? ' -r' : '';
      return `complete -c bartizan -n '__fish_seen_subcommand_from ${command.name}' -l ${long.slice(2)}${value} -d '${quoted(description)}'`;
    }),
  ]);
  return `# fish completion for bartizan\n${lines.join('\n')}\n`;
}

/** Inside single quotes of every one of the three shells. */
function quoted(text: string): string {
  return text.replaceAll("'", '’');
}
