import { presets, severitySettings } from '../../rules/index';
import type { Preset, SeveritySetting } from '../../index';
import type { Override, RuleEntries } from './config';
import { globProblem } from './glob';
import { isRecord, badField, refuseOthers } from './bad-field';

/** The names by which a configuration may know a plugin. */
const pluginName = /^\w[\w.-]*$/;

/** What a configuration says, as it stands there: which rules there are is not known yet. */
export interface ConfigFields extends RuleEntries {
  readonly preset: Preset | undefined;
  readonly plugins: Readonly<Record<string, unknown>>;
  readonly overrides: readonly Override[];
  readonly ignores: readonly string[];
}

/** The fields of a configuration. Throws a `UsageError` that names the field, what it found and what it expected. */
export function configFieldsOf(file: string, value: unknown): ConfigFields {
  if (!isRecord(value)) throw badField(file, 'the whole', value, 'an object');
  refuseOthers(file, '', value, ['$schema', 'preset', 'plugins', 'rules', 'overrides', 'ignores']);
  const { $schema, preset, plugins = {}, rules = {}, overrides = [], ignores = [] } = value;
  if ($schema !== undefined && typeof $schema !== 'string') throw badField(file, '$schema', $schema, 'text');
  const known = presets.find((name) => name === preset);
  if (preset !== undefined && known === undefined)
    throw badField(file, 'preset', preset, presets.map((name) => JSON.stringify(name)).join(' or '));
  return {
    preset: known,
    plugins: pluginsOf(file, plugins),
    ...entriesOf(file, 'rules', rules),
    overrides: overridesOf(file, overrides),
    ignores: globsOf(file, 'ignores', ignores),
  };
}

function pluginsOf(file: string, plugins: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(plugins)) throw badField(file, 'plugins', plugins, 'an object of plugins by their names');
  for (const [name, plugin] of Object.entries(plugins)) {
    if (!pluginName.test(name))
      throw badField(file, 'plugins', name, 'a name of letters, digits, dots, hyphens and underscores');
    if (!(typeof plugin === 'string' && plugin !== '') && !isRecord(plugin))
      throw badField(file, `plugins.${name}`, plugin, 'the path or package of a plugin');
  }
  return plugins;
}

function overridesOf(file: string, overrides: unknown): readonly Override[] {
  if (!Array.isArray(overrides))
    throw badField(file, 'overrides', overrides, 'a list of objects with files and rules');
  return overrides.map((override: unknown, index) => {
    const field = `overrides[${index}]`;
    if (!isRecord(override)) throw badField(file, field, override, 'an object with files and rules');
    refuseOthers(file, `${field}.`, override, ['files', 'rules']);
    const files = globsOf(file, `${field}.files`, override['files']);
    if (files.length === 0) throw badField(file, `${field}.files`, override['files'], 'at least one glob');
    return { files, ...entriesOf(file, `${field}.rules`, override['rules']) };
  });
}

function globsOf(file: string, field: string, globs: unknown): readonly string[] {
  if (!Array.isArray(globs)) throw badField(file, field, globs, 'a list of globs');
  globs.forEach((glob: unknown, index) => {
    const problem = typeof glob === 'string' ? globProblem(glob) : 'a glob';
    if (problem !== undefined) throw badField(file, `${field}[${index}]`, glob, problem);
  });
  return globs as string[];
}

/** What stands behind `rules`: a severity each, or a list of one and the options. */
function entriesOf(file: string, field: string, rules: unknown): RuleEntries {
  if (!isRecord(rules)) throw badField(file, field, rules, 'an object of rules and their severities');
  const severities: [string, SeveritySetting][] = [];
  const options: [string, object][] = [];
  for (const [id, entry] of Object.entries(rules)) {
    const [setting, given, ...rest] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
    const known = severitySettings.find((each) => each === setting);
    if (known === undefined || rest.length > 0)
      throw badField(file, `${field}.${id}`, entry, `${quoted}, or a list of one of these and the options`);
    severities.push([id, known]);
    if (given !== undefined) options.push([id, optionsIn(file, `${field}.${id}[1]`, given)]);
  }
  return { severities: Object.fromEntries(severities), options: Object.fromEntries(options) };
}

const quoted = severitySettings.map((each) => JSON.stringify(each)).join(', ');

/** Options are plain data, which every thread is given. */
function optionsIn(file: string, field: string, options: unknown): object {
  if (!isRecord(options)) throw badField(file, field, options, 'an object of options');
  try {
    return structuredClone(options);
  } catch {
    throw badField(file, field, options, 'options that are data, not functions');
  }
}
