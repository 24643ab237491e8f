import type { Preset } from '../../index';

/** What `--format` takes. */
export const formats = [
  'pretty',
  'json',
  'ndjson',
  'sarif',
  'junit',
  'csv',
  'html',
  'parquet',
  'eml',
] as const;
export type Format = (typeof formats)[number];

/** What check writes. */
export const checkFormats: readonly Format[] = formats.filter((format) => format !== 'eml');

/** What `--delimiter` takes. */
export const delimiterNames = ['comma', 'semicolon', 'tab'] as const;

/** What `--preset` takes; the rules themselves are loaded by whoever applies them. */
export const presetChoices = ['recommended', 'all'] as const satisfies readonly Preset[];
