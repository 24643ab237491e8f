import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Rule } from '../../rules/index';
import { visible } from '../../report/command';
import { checkKnown, knownRulesWith } from '../known-rules';
import type { KnownRules } from '../known-rules';
import { parseRuleSettings } from '../rule-settings';
import type { Arguments } from '../usage/arguments';
import { UsageError } from '../usage/usage-error';
import { noConfig } from './config';
import type { Config, RuleSource } from './config';
import { configFieldsOf } from './fields';
import type { ConfigFields } from './fields';
import { isRecord } from './bad-field';

/** A configuration that was read, with the rules that it brings. */
export interface ReadConfig {
  readonly config: Config;
  /** The rules that are not built in. */
  readonly loaded: readonly Rule[];
  /** Every rule that can be named. */
  readonly known: KnownRules;
}

/** Where it is looked for if nobody names one: the working directory, never a folder that is scanned. */
const DEFAULT_FILE = 'mapilint.config.json';
/** The same as code, which is run only if somebody names it. */
const CODE_FILES = ['mapilint.config.mjs', 'mapilint.config.js'];

/** Bytes or characters of a configuration: all rules there are take a few thousand. */
const LONGEST = 1_000_000;

/**
 * Reads the configuration and what the command line says of rules, and loads the rules of both. Throws a `UsageError` that
 * names the field, what it found and what it expected.
 */
export async function readConfig({
  config: named,
  rule,
}: Pick<Arguments, 'config' | 'rule'>): Promise<ReadConfig> {
  const file = named ?? DEFAULT_FILE;
  const isFound = named === undefined;
  try {
    const value = isCode(file) ? await exportedBy(file) : await jsonIn(file, isFound);
    if (isFound && isRecord(value) && 'plugins' in value)
      throw new UsageError(`${file}: plugins: a configuration that was found loads no code; ${NAME_IT}`);
    const base = value === undefined ? undefined : configOf(file, configFieldsOf(file, value), isFound);
    return await withRules(file, base ?? noConfig, rule);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(visible(error.message)) : error;
  }
}

/** What is said of a configuration that lies where the run began and was not run; empty: there is none. */
export function unrunNote({ config }: Pick<Arguments, 'config'>): string {
  if (config !== undefined) return '';
  const [file] = CODE_FILES.filter((name) => existsSync(name));
  return file === undefined
    ? ''
    : `${file} is here and was not run, since it is code: name it with --config if you trust it\n`;
}

function isCode(file: string): boolean {
  return /\.m?js$/.test(file);
}

async function exportedBy(file: string): Promise<unknown> {
  if (!existsSync(file)) throw new UsageError(`${file}: there is no such file`);
  const { defaultExportOfFile } = await import('./load-rules');
  return (await defaultExportOfFile(resolve(file))) ?? null;
}

/** The value in a file of JSON; undefined: there is no file that could be found. */
async function jsonIn(file: string, isFound: boolean): Promise<unknown> {
  try {
    if (isFound) await checkFound(file);
    return parse(file, await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && isFound) return undefined;
    throw new UsageError(`${file}: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
}

/** Reading a pipe that somebody left there would wait, and a device has no end. */
async function checkFound(file: string): Promise<void> {
  const stats = await stat(file);
  if (!stats.isFile()) throw new UsageError(`${file}: it exists but is not a file`);
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

function configOf(file: string, { plugins, ...fields }: ConfigFields, isFound: boolean): Config {
  const path = resolve(file);
  const base = dirname(path);
  const sources = Object.entries(plugins).map(([name, plugin]): RuleSource =>
    typeof plugin === 'string'
      ? { kind: 'plugin', name, specifier: plugin, base }
      : { kind: 'in-configuration', name, file: path },
  );
  return { ...fields, base, command: {}, sources, ...(isFound ? { found: file } : {}) };
}

/** Loads the rules, and looks whether there are all that are named. */
async function withRules(file: string, base: Config, settings: readonly string[]): Promise<ReadConfig> {
  const given = parseRuleSettings(settings);
  const sources = [
    ...base.sources,
    ...given.files.map(({ file: path }) => ({ kind: 'rule', file: path }) as const),
  ];
  const loaded = sources.length === 0 ? [] : await (await import('./load-rules')).rulesFrom(sources);
  const known = knownRulesWith(loaded);
  const ofFiles = loaded.slice(loaded.length - given.files.length);
  const command = Object.fromEntries([
    ...given.settings.map(({ id, setting, text }) => {
      checkKnown(id, known, `--rule ${text}`);
      return [id, setting] as const;
    }),
    ...ofFiles.map(({ meta }, index) => [meta.id, given.files[index]?.setting ?? meta.severity] as const),
  ]);
  const config = { ...base, command, sources };
  await checkEntries(file, config, known);
  return { config, loaded, known };
}

async function checkEntries(file: string, config: Config, known: KnownRules): Promise<void> {
  const hint = config.found === undefined ? '' : `; one that is not built in: ${NAME_IT}`;
  const places = [
    { entries: config, field: 'rules' },
    ...config.overrides.map((entries, index) => ({ entries, field: `overrides[${index}].rules` })),
  ];
  for (const { entries, field } of places) {
    for (const id of Object.keys(entries.severities)) checkKnown(id, known, `${file}: ${field}`, hint);
    if (Object.keys(entries.options).length > 0)
      await (await import('./option-schema')).checkRuleOptions(entries, known, `${file}: ${field}`);
  }
  for (const { entries, field } of places.slice(1))
    refuseRulesOfSets(`${file}: ${field}`, Object.keys(entries.severities), known);
}

function refuseRulesOfSets(where: string, ids: readonly string[], known: KnownRules): void {
  const ofSets = ids.find((id) => known.ofSets.some(({ meta }) => meta.id === id));
  if (ofSets !== undefined)
    throw new UsageError(`${where}.${ofSets}: it looks at all files together, so it is the same for all`);
}

/** What makes a configuration one that is trusted. */
const NAME_IT = 'name the file with --config if you trust it';
