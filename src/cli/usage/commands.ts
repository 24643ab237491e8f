/** The commands, in the order in which help lists them. */
export const commands = [
  'check',
  'table',
  'props',
  'compare',
  'folders',
  'items',
  'view',
  'repair',
  'letter',
  'rules',
  'explain',
  'completions',
] as const;
export type Command = (typeof commands)[number];
/** A command, or what is asked for without one. */
export type CommandWord = Command | 'help' | 'version';
