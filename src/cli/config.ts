import { readFile } from 'node:fs/promises';
import { severitySettings } from '../node';
import type { Severities } from '../node';
import { UsageError } from './usage/usage-error';
import { presets, unknownRule } from './rule-settings';
import type { Preset } from './rule-settings';

/** What `mapilint.config.json` says. */
export interface Config {
  readonly preset?: Preset | undefined;
  readonly rules?: Severities | undefined;
}

/** Where it is looked for if nobody names one: the working directory, never a folder that is scanned. */
const DEFAULT_FILE = 'mapilint.config.json';

/** Reads the configuration. Throws a `UsageError` that names the field, what it found and what it expected. */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? DEFAULT_FILE;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path === undefined) return {};
    throw new UsageError(`${file}: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
  return validate(file, parse(file, text));
}

/** Characters of a configuration: all rules there are take a few thousand. */
const LONGEST = 1_000_000;

function parse(file: string, text: string): unknown {
  if (text.length > LONGEST)
    throw new UsageError(`${file}: ${text.length} characters, more than a configuration has`);
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    throw new UsageError(`${file}: not JSON: ${(error as Error).message}`);
  }
}

function validate(file: string, value: unknown): Config {
  if (!isObject(value)) throw mismatch(file, 'the whole', value, 'an object');
  const { $schema, preset, rules = {}, ...rest } = value;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined)
    throw mismatch(file, stranger, rest[stranger], 'no such field, but preset or rules');
  if ($schema !== undefined && typeof $schema !== 'string') throw mismatch(file, '$schema', $schema, 'text');
  const known = presets.find((name) => name === preset);
  if (preset !== undefined && known === undefined)
    throw mismatch(file, 'preset', preset, presets.map((name) => JSON.stringify(name)).join(' or '));
  if (!isObject(rules)) throw mismatch(file, 'rules', rules, 'an object of rules and their severities');
  for (const [id, setting] of Object.entries(rules)) {
    const unknown = unknownRule(id);
    if (unknown !== undefined) throw new UsageError(`${file}: rules: ${unknown}`);
    if (!severitySettings.some((each) => each === setting))
      throw mismatch(
        file,
        `rules.${id}`,
        setting,
        severitySettings.map((each) => JSON.stringify(each)).join(', '),
      );
  }
  return { preset: known, rules: rules as Severities };
}

function mismatch(file: string, field: string, found: unknown, expected: string): UsageError {
  const text = JSON.stringify(found);
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return new UsageError(`${file}: ${field}: found ${shown}, expected ${expected}`);
}

const MAX_SHOWN = 60;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
