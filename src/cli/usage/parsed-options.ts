import { parseArgs } from 'node:util';
import { nearestName } from '../../arguments/nearest-name';
import { options } from './options';
import type { OptionName } from './options';
import { UsageError } from './usage-error';

/** A command line taken apart: the words, and what was given for each option. */
export interface ParsedOptions {
  readonly words: readonly string[];
  /** The options that were given. */
  readonly names: readonly OptionName[];
  is(name: OptionName): boolean;
  /** The value of an option; undefined: it was not given. */
  value(name: OptionName): string | undefined;
  /** All values of an option that may be repeated. */
  values(name: OptionName): readonly string[];
}

/** What `parseArgs` is to know of the options. */
const known = Object.fromEntries(
  [...options].map(([name, { value, short, isRepeated = false }]) => [
    name,
    {
      type: value === undefined ? ('boolean' as const) : ('string' as const),
      multiple: isRepeated,
      ...(short === undefined ? {} : { short }),
    },
  ]),
);

/** Takes a command line apart. Throws a `UsageError` for an option that does not exist, with the one that may be meant. */
export function parseOptions(argv: readonly string[]): ParsedOptions {
  const { values, positionals } = parse(argv);
  const list = (name: OptionName): readonly string[] => {
    const value = values[name];
    return Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  };
  return {
    words: positionals,
    names: Object.keys(values) as OptionName[],
    is: (name) => values[name] === true,
    value: (name) => list(name)[0],
    values: list,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: known, allowPositionals: true });
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(suggestion(message) ?? missingValue(message) ?? message);
  }
}

/** The option that may be meant by one that does not exist. */
function suggestion(message: string): string | undefined {
  const unknown = /^Unknown option '--([^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return undefined;
  const names = [...options.keys()];
  // two letters make of a short name any other
  const likely = names.filter((name) => name.length > 4 || name[0] === unknown[0]);
  const begun = unknown === '' ? undefined : names.find((name) => name.startsWith(unknown));
  const near = begun ?? nearestName(unknown, likely);
  const hint =
    near === undefined ? 'mapilint COMMAND --help lists the options of a command' : `did you mean --${near}?`;
  return `mapilint has no option --${unknown}; ${hint}`;
}

/** An option without its value, or with one that reads like an option. */
function missingValue(message: string): string | undefined {
  const name = /^Option '(?:-\w, )?(--[\w-]+)(?: [^']*)?' argument (?:missing|is ambiguous)/.exec(
    message,
  )?.[1];
  if (name === undefined) return undefined;
  return `${name} needs a value. A value that begins with a dash is written ${name}=-VALUE`;
}

/** One of the words that an option takes. */
export function oneOf<const T extends string>(option: OptionName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new UsageError(`--${option} must be ${choice(allowed)}, not ${JSON.stringify(value)}`);
  return found;
}

/** Names as they are said: `text, json or sarif`. */
export function choice(names: readonly string[], word = 'or'): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(` ${word} `);
}
