import { brandOf } from './kinds';
import type { Kind } from './kinds';
import { nearestName } from './nearest-name';

/** What belongs into each option, by its name; a table for options that are themselves an object of options. */
interface OptionTable {
  readonly [name: string]: Kind | OptionTable;
}

/** The table of a type of options: one that is forgotten does not compile. */
export type OptionKinds<Options> = { readonly [Name in keyof Options]-?: Kind | OptionTable };

/**
 * Throws a `TypeError` for an option that does not exist, with the nearest that does, or is not what belongs there. What is
 * undefined is as absent. `of`: the function that was called, or the option of it that holds these.
 */
export function checkOptions(of: string, options: unknown, kinds: OptionTable, within = ''): void {
  const isObject = brandOf(options) === 'Object';
  if (!isObject)
    throw mismatch(within === '' ? 'The options' : `The option ${within}`, of, 'an object', options);
  for (const [name, value] of Object.entries(options as object)) {
    if (value === undefined) continue;
    const path = within === '' ? name : `${within}.${name}`;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw noSuch(`option ${path} of ${of}`, name, Object.keys(kinds));
    if (!Array.isArray(kind)) checkOptions(of, value, kind as OptionTable, path);
    else checkArgument(of, `The option ${path}`, value, kind as unknown as Kind);
  }
}

/** Throws a `TypeError` for an argument that is not what belongs there; `what`: `The option strict`, `The message`. */
export function checkArgument(of: string, what: string, value: unknown, [called, is]: Kind): void {
  if (!is(value)) throw mismatch(what, of, called, value);
}

function mismatch(what: string, of: string, expected: string, value: unknown): TypeError {
  return new TypeError(`${what} of ${of} must be ${expected}, not ${asGiven(value)}`);
}

/** What is thrown for a name that does not exist: it tells the one that may be meant, or all there are. */
export function noSuch(what: string, name: string, names: readonly string[]): TypeError {
  const near = nearestName(name, names);
  const hint = near === undefined ? `there are: ${names.join(', ')}` : `did you mean ${near}?`;
  return new TypeError(`There is no ${what}; ${hint}`);
}

/** What was given, as a sentence names it. */
export function asGiven(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST));
  if (Array.isArray(value))
    return `[${value
      .slice(0, MOST)
      .map((item) => (Array.isArray(item) ? 'Array' : asGiven(item)))
      .join(', ')}]`;
  if (typeof value === 'function') return 'a function';
  const brand = brandOf(value);
  return typeof value === 'object' && value !== null && brand !== 'Date' ? brand : String(value);
}
const LONGEST = 60;
const MOST = 3;
