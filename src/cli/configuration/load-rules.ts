import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { rulesOf } from '../../rules/index';
import type { Plugin, Rule } from '../../rules/index';
import { visible } from '../../report/command';
import { importModule } from '../import-module';
import { UsageError } from '../usage/usage-error';
import type { RuleSource } from './config';
import { isRecord } from './bad-field';
import { fileOfPlugin } from './resolve-plugin';

/**
 * The rules of all sources, in their order. This is where code is run that is not mapilint's: that of files and packages
 * that the command line names, or the configuration that it names. Throws a `UsageError` for what is no rule.
 */
export async function rulesFrom(sources: readonly RuleSource[]): Promise<readonly Rule[]> {
  const loaded: Rule[] = [];
  for (const source of sources) loaded.push(...(await rulesFromOne(source)));
  return loaded;
}

/** What the module in a file exports by default. */
export function defaultExportOfFile(file: string): Promise<unknown> {
  return loading(file, () => file);
}

async function loading(what: string, fileOf: () => string): Promise<unknown> {
  try {
    const file = fileOf();
    if (!existsSync(file)) throw new UsageError(`${what}: there is no such file`);
    const { href } = pathToFileURL(file);
    return ((await importModule(href)) as { readonly default?: unknown }).default;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(visible(`${what}: it cannot be loaded: ${messageOf(error)}`));
  }
}

async function rulesFromOne(source: RuleSource): Promise<readonly Rule[]> {
  if (source.kind === 'rule') {
    const { file } = source;
    return [soundRule(await defaultExportOfFile(file), `${file}: its default export`)];
  }
  const { name } = source;
  const what = `plugins.${name}`;
  if (source.kind === 'plugin')
    return pluginRules(
      await loading(`${what}: ${source.specifier}`, () => fileOfPlugin(source.specifier, source.base)),
      name,
    );
  const config = (await defaultExportOfFile(source.file)) as { readonly plugins?: Record<string, unknown> };
  return pluginRules(config.plugins?.[name], name);
}

function pluginRules(plugin: unknown, name: string): readonly Rule[] {
  const what = `plugins.${name}`;
  if (!isRecord(plugin) || !isRecord(plugin['rules']))
    throw new UsageError(`${what}: it is not a plugin: a plugin exports an object with rules by default`);
  const rules = Object.entries(plugin['rules']).map(
    ([key, rule]) => [key, soundRule(rule, `${what}.rules.${key}`)] as const,
  );
  try {
    return rulesOf({ ...(plugin as unknown as Plugin), rules: Object.fromEntries(rules) }, name);
  } catch (error) {
    throw new UsageError(visible(`${what}: ${messageOf(error)}`));
  }
}

/** A rule with all that a report asks of it; throws for what is none. */
function soundRule(rule: unknown, what: string): Rule {
  const wrong = problemOf(rule);
  if (wrong !== undefined) throw new UsageError(visible(`${what}: ${wrong}`));
  const { meta, ...rest } = rule as Rule;
  const { title = meta.id, reference = '', aliases = [] } = meta as Partial<Rule['meta']> & { id: string };
  return { ...rest, meta: { ...meta, title, reference, aliases } };
}

function problemOf(rule: unknown): string | undefined {
  if (!isRecord(rule) || !isRecord(rule['meta']))
    return 'it is not a rule: a rule is an object with meta and check';
  const { id, severity, messages } = rule['meta'];
  if (typeof rule['check'] !== 'function') return 'check is not a function';
  if (typeof id !== 'string' || id === '') return 'meta.id is not a text';
  if (!['error', 'warning', 'info'].includes(severity as string))
    return 'meta.severity is not "error", "warning" or "info"';
  return isRecord(messages) ? undefined : 'meta.messages is not an object of functions that return sentences';
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'it threw something that is not an error';
  }
}
