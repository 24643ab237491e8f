import { readFile, stat } from 'node:fs/promises';
import { presets, severitySettings } from '../rules/index';
import type { Preset, Severities } from '../index';
import { visible } from '../report/command';
import { UsageError } from './usage/usage-error';
import { unknownRule } from './rule-settings';

/** What `mapilint.config.json` says. */
export interface Config {
  readonly preset?: Preset | undefined;
  readonly rules?: Severities | undefined;
  /** The file, where nobody named it: a folder that others share may hold one. */
  readonly found?: string | undefined;
}

/** Where it is looked for if nobody names one: the working directory, never a folder that is scanned. */
const DEFAULT_FILE = 'mapilint.config.json';

/** Bytes or characters of a configuration: all rules there are take a few thousand. */
const LONGEST = 1_000_000;

/** Reads the configuration. Throws a `UsageError` that names the field, what it found and what it expected. */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? DEFAULT_FILE;
  let text: string;
  try {
    if (path === undefined) await checkFound(file);
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path === undefined) return {};
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
  try {
    const config = validate(file, parse(file, text), path === undefined);
    return path === undefined ? { ...config, found: file } : config;
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(visible(error.message)) : error;
  }
}

/** Reading a pipe that somebody left there would wait, and a device has no end. */
async function checkFound(file: string): Promise<void> {
  const stats = await stat(file);
  if (!stats.isFile()) throw new UsageError(`${file}: it was found, and is no file`);
  if (stats.size > LONGEST)
    throw new UsageError(`${file}: it was found, and is longer than ${LONGEST} bytes`);
}

function parse(file: string, text: string): unknown {
  if (text.length > LONGEST)
    throw new UsageError(`${file}: ${text.length} characters, more than a configuration has`);
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    throw new UsageError(`${file}: not JSON: ${(error as Error).message}`);
  }
}

function validate(file: string, value: unknown, isFound: boolean): Config {
  if (!isObject(value)) throw mismatch(file, 'the whole', value, 'an object');
  const { $schema, preset, rules = {}, ...rest } = value;
  if (isFound && 'plugins' in rest)
    throw new UsageError(`${file}: plugins: a configuration that was found loads no code; ${NAME_IT}`);
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined)
    throw mismatch(file, stranger, rest[stranger], 'no such field, but preset or rules');
  if ($schema !== undefined && typeof $schema !== 'string') throw mismatch(file, '$schema', $schema, 'text');
  const known = presets.find((name) => name === preset);
  if (preset !== undefined && known === undefined)
    throw mismatch(file, 'preset', preset, presets.map((name) => JSON.stringify(name)).join(' or '));
  if (!isObject(rules)) throw mismatch(file, 'rules', rules, 'an object of rules and their severities');
  checkRules(file, rules, isFound);
  return { preset: known, rules: rules as Severities };
}

function checkRules(file: string, rules: Record<string, unknown>, isFound: boolean): void {
  for (const [id, setting] of Object.entries(rules)) {
    const unknown = unknownRule(id);
    if (unknown !== undefined)
      throw new UsageError(
        `${file}: rules: ${unknown}${isFound ? `; one that is not built in: ${NAME_IT}` : ''}`,
      );
    if (!severitySettings.some((each) => each === setting))
      throw mismatch(
        file,
        `rules.${id}`,
        setting,
        severitySettings.map((each) => JSON.stringify(each)).join(', '),
      );
  }
}

/** What makes a configuration one that is trusted. */
const NAME_IT = 'name the file with --config if you trust it';

function mismatch(file: string, field: string, found: unknown, expected: string): UsageError {
  const text = JSON.stringify(found);
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return new UsageError(`${file}: ${field}: found ${shown}, expected ${expected}`);
}

const MAX_SHOWN = 60;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
