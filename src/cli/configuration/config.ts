import type { Preset, Severities } from '../../index';

/** Severities and options by the ids of rules. */
export interface RuleEntries {
  readonly severities: Severities;
  readonly options: Readonly<Record<string, object>>;
}

/** What holds of some files only. */
export interface Override extends RuleEntries {
  /** Globs; one of them has to match. */
  readonly files: readonly string[];
}

/** Files that are not read: globs, and the folder from which they count. */
export interface IgnoredFiles {
  readonly base: string;
  readonly globs: readonly string[];
}

/** Where rules come from that are not built in. Plain data: each thread loads them for itself. */
export type RuleSource =
  | { readonly kind: 'plugin'; readonly name: string; readonly specifier: string; readonly base: string }
  /** A plugin that the module of a configuration holds. */
  | { readonly kind: 'in-configuration'; readonly name: string; readonly file: string }
  | { readonly kind: 'rule'; readonly file: string };

/** What a configuration says. */
export interface Config extends RuleEntries {
  readonly preset?: Preset | undefined;
  readonly overrides: readonly Override[];
  readonly ignores: readonly string[];
  /** The folder from which globs count. */
  readonly base: string;
  /** What the command line says of rules by themselves; it wins. */
  readonly command: Severities;
  readonly sources: readonly RuleSource[];
  /** The file, where nobody named it: a folder that others share may hold one. */
  readonly found?: string | undefined;
}

/** What holds where there is no configuration. */
export const noConfig: Config = {
  severities: {},
  options: {},
  overrides: [],
  ignores: [],
  base: '',
  command: {},
  sources: [],
};
