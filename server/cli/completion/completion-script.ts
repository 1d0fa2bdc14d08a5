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
  const cases = table.map((command) => {
    const values = command.options
      .filter(({ choices }) => choices.length > 0)
      .map((option) => {
        const names = [option.long, ...(option.short === undefined ? [] : [option.short])].join('|');
        return `        ${names}) COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$word")); return ;;`;
      });
    const words = [
      ...command.options.map(({ long }) => long),
      ...command.arguments.flatMap(({ choices }) => choices),
    ];
    return [
      `    ${command.name})`,
      ...(values.length === 0 ? [] : ['      case "$before" in', ...values, '      esac']),
      `      words='${words.join(' ')}' ;;`,
    ].join('\n');
  });
  return `# bash completion for bartizan
_bartizan() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${table.map(({ name }) => name).join(' ')} help --help --version' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words --help" -- "$word"))
  if [[ $word != -* ]]; then COMPREPLY+=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _bartizan bartizan
`;
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
