import { commands } from './commands';
import { options } from './options';
import { UsageError } from './usage-error';

const names = [...options.keys()].map((name) => `--${name}`);
const withChoices = [...options].flatMap(([name, { choices = [] }]) =>
  choices.length > 0 ? [[name, choices.join(' ')] as const] : [],
);

const bash = `_mapilint() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  case $before in
${withChoices.map(([name, words]) => `    --${name}) COMPREPLY=($(compgen -W '${words}' -- "$word")); return ;;`).join('\n')}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W '${names.join(' ')}' -- "$word"))
  elif [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W '${commands.join(' ')}' -- "$word") $(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _mapilint mapilint
`;

const zsh = `#compdef mapilint
_mapilint() {
  _arguments -S \\
${[...options]
  .map(([name, { value, choices, does }]) => {
    const text = does.replaceAll("'", "'\\''").replaceAll(/[[\]:]/g, (letter) => `\\${letter}`);
    const action = choices === undefined ? '_files' : `(${choices.join(' ')})`;
    return `    '*--${name}[${text}]${value === undefined ? '' : `:value:${action}`}' \\`;
  })
  .join('\n')}
    '1:command:_alternative "commands:command:(${commands.join(' ')})" "files:file:_files"' \\
    '*:file:_files'
}
compdef _mapilint mapilint
`;

const fish = `${commands.map((name) => `complete -c mapilint -n __fish_use_subcommand -a ${name}`).join('\n')}
${[...options]
  .map(([name, { value, choices, short, does }]) =>
    [
      `complete -c mapilint -l ${name}`,
      ...(short === undefined ? [] : [`-s ${short}`]),
      ...(value === undefined ? [] : choices === undefined ? ['-r'] : [`-x -a '${choices.join(' ')}'`]),
      `-d '${does.replaceAll("'", "\\'")}'`,
    ].join(' '),
  )
  .join('\n')}
`;

const scripts: Readonly<Record<string, string>> = { bash, zsh, fish };

/** What a shell reads in to complete commands and options. Throws a `UsageError` for a shell that is not known. */
export function completions(shell: string): string {
  const script = scripts[shell];
  if (script === undefined)
    throw new UsageError(`mapilint has completions for bash, zsh and fish, not for ${JSON.stringify(shell)}`);
  return script;
}
