import { commandHelp } from './command-help';
import { formatsOf } from './choices';
import { commands } from './commands';
import type { Command } from './commands';
import type { Option } from './option';
import { optionGroups } from './options';
import { choice } from './parsed-options';

const WIDTH = 100;
/** Where the descriptions of options begin. */
const COLUMN = 27;
/** Where the descriptions of commands begin. */
const COMMANDS = 24;

const intro = `mapilint reads the recipient tables of Outlook messages (.msg, TNEF, .eml, PST and OST stores)
and reports the meetings that an unpatched Exchange 2003 cannot update or cancel (KB 938650).

Start with: mapilint check calendar.msg`;

const outro = `mapilint COMMAND --help shows the options of a command, two examples and its exit codes.
Those of check: 0 nothing found, 1 something found, 2 a file not readable, or wrong usage.`;

/** What `mapilint --help` prints, or with the name of a command that command's help. */
export function help(name: string): string {
  const command = commands.find((each) => each === name);
  return command === undefined ? generalHelp() : helpOf(command);
}

/** Fits a terminal of 24 lines. */
function generalHelp(): string {
  const list = commands.map((name) => {
    const { usage, does } = commandHelp[name];
    const [first = ''] = usage.split(' | ');
    return `  ${first.padEnd(COMMANDS)}${does}`;
  });
  return `${[intro, list.join('\n'), outro].join('\n\n')}\n`;
}

function helpOf(command: Command): string {
  const { usage, does, examples, zero, one } = commandHelp[command];
  const usages = usage.split(' | ').map((each) => `mapilint ${each} [options]`);
  const shown = examples.map(([line, what]) => `  mapilint ${line}\n      ${what}`);
  const codes = [
    `0 ${zero}`,
    ...(one === undefined ? [] : [`1 ${one}`]),
    `2 a file could not be read, was refused or has no such item, or the usage was wrong${one === undefined ? '' : ' (takes precedence over 1)'}`,
    '70 a bug of mapilint',
    '128 + N ended by signal N (130: Ctrl-C)',
  ].map((code) => `  ${code}`);
  return `${[
    `${usages.join('\n')}\n\n${does.charAt(0).toUpperCase()}${does.slice(1)}.`,
    ...groupsOf(command),
    `Examples\n${shown.join('\n')}`,
    `Exit codes\n${codes.join('\n')}`,
  ].join('\n\n')}\n`;
}

/** The options that belong to the command, under their headings. */
function groupsOf(command: Command): string[] {
  return Object.entries(optionGroups).flatMap(([title, options]) => {
    const own = Object.entries<Option>(options).filter(
      ([, { commands: owners }]) => owners === undefined || owners.includes(command),
    );
    if (own.length === 0) return [];
    const lines = own.map(([name, option]) =>
      line(name, { ...option, does: option.doesFor?.[command] ?? descriptionOf(name, option, command) }),
    );
    return [`${title}\n${lines.join('\n')}`];
  });
}

/** What an option does; `--format` has the formats of that command alone. */
function descriptionOf(name: string, { does }: Option, command: Command): string {
  if (name !== 'format') return does;
  const [first = '', ...others] = formatsOf(command);
  const list = choice([`${first} (default)`, ...others]);
  if (command === 'check') return `${list} (two files; needs the package hyparquet-writer)`;
  return command === 'repair' ? `of the report on the copy: ${list}` : list;
}

function line(name: string, { value, short, does, isRepeated }: Option): string {
  const names = `${short === undefined ? '' : `-${short}, `}--${name}`;
  const lead = `  ${names}${value === undefined ? '' : ` ${value}`}`;
  const isLong = lead.length > COLUMN - 2;
  const first = isLong ? `${lead}\n${' '.repeat(COLUMN)}` : lead.padEnd(COLUMN);
  return first + wrapped(`${does}${isRepeated === true ? '; may be repeated' : ''}`);
}

/** A description over as many lines as it needs. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && COLUMN + last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(COLUMN)}`);
}
