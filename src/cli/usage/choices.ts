import type { Preset } from '../../index';
import type { CommandWord } from './commands';

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

/** What a command writes, the default first. */
export function formatsOf(command: CommandWord): readonly Format[] {
  if (command === 'check') return formats.filter((format) => format !== 'eml');
  if (command === 'letter') return ['pretty', 'json', 'eml'];
  return command === 'table' ? ['pretty', 'json', 'csv'] : ['pretty', 'json'];
}

/** What `--delimiter` takes. */
export const delimiterNames = ['comma', 'semicolon', 'tab'] as const;

/** What `--preset` takes; the rules themselves are loaded by whoever applies them. */
export const presetChoices = ['recommended', 'all'] as const satisfies readonly Preset[];
