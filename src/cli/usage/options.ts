import { presetChoices } from './choices';
import type { Command } from './commands';
import type { Option } from './option';
import { makingOptions } from './making-options';
import { printingOptions } from './printing-options';
import { storeOptions } from './store-options';

const check = ['check'] as const;
/** Those that weigh evidence. */
const weighing: readonly Command[] = ['check', 'explain'];
const readers = [
  'check',
  'table',
  'props',
  'compare',
  'folders',
  'items',
  'view',
  'letter',
  'explain',
] as const;

/** The options under the headings of help. */
export const optionGroups = {
  'What is read': {
    null: {
      short: '0',
      commands: ['check', 'table'],
      does: 'read paths from standard input, each ended by a NUL',
    },
    'ndjson-in': {
      commands: ['check', 'table'],
      does: 'read them as lines of JSON, in the form that --format ndjson prints',
    },
    shard: {
      value: 'I/N',
      commands: check,
      does: 'only part I of N of the files, divided by relative path',
    },
    since: {
      value: 'DAY',
      commands: check,
      does: 'only items that start, or were sent, on this day or later (UTC); recurring meetings and items without a date stay',
    },
    until: {
      value: 'DAY',
      commands: check,
      does: 'only items that start, or were sent, on this day or earlier; items without a date stay',
    },
    organizer: {
      value: 'TEXT',
      commands: check,
      does: 'only items whose organizer has this text in the name or address; items without an organizer stay',
    },
    'code-page': {
      value: 'NUMBER',
      commands: readers,
      does: 'the code page of 8-bit strings in messages that do not name one (default: 1252)',
    },
    'code-page-override': {
      value: 'NUMBER',
      commands: readers,
      does: 'the code page of 8-bit strings, whatever a message names',
    },
    strict: { commands: readers, does: 'treat a file with damage of severity error as unreadable' },
  },
  'PST and OST stores': storeOptions,
  'The run': {
    jobs: {
      value: 'N',
      short: 'j',
      commands: check,
      does: 'how many files to read at once (default: one; from file 500 on, one per processor)',
    },
    timeout: {
      value: 'SECONDS',
      commands: check,
      does: 'skip a file that gives no result for this long',
    },
    resume: {
      value: 'FILE',
      commands: check,
      does: 'write ndjson to this file, or continue the run that wrote it; unchanged files are not read again',
    },
    quiet: {
      short: 'q',
      commands: check,
      does: 'no progress, and no lines about files that are not messages',
    },
  },
  'Rules and evidence': {
    preset: {
      value: 'recommended|all',
      choices: presetChoices,
      commands: ['check', 'rules'],
      does: 'the set of rules (default: recommended)',
    },
    rule: {
      value: 'ID=SEVERITY',
      isRepeated: true,
      commands: ['check', 'rules', 'explain'],
      does: 'off, info, warning or error for one rule, or for a rule of your own (./rule.mjs=error, which is executed)',
    },
    config: {
      value: 'FILE',
      commands: ['check', 'rules', 'explain'],
      does: 'the configuration (.json, .mjs, .js; its plugins are executed) instead of ./mapilint.config.json',
    },
    attendee: {
      value: 'ADDRESS',
      commands: ['compare', 'explain'],
      does: 'the attendee who owns the second copy (compare), or whose story to tell (explain)',
    },
    events: {
      value: 'FILE',
      isRepeated: true,
      commands: weighing,
      does: 'an event log: .evt, .evtx, XML, CSV or text',
    },
    ndr: {
      value: 'FILE',
      isRepeated: true,
      commands: weighing,
      does: 'a non-delivery report: .eml, .msg or text',
    },
    tracking: {
      value: 'PATH',
      isRepeated: true,
      commands: weighing,
      does: 'message tracking logs of Exchange 2000 or 2003: files or folders',
    },
    reply: {
      value: 'FILE',
      isRepeated: true,
      commands: [...weighing, 'repair'],
      does: "an attendee's reply, or the meeting saved as .ics",
    },
    replied: {
      value: 'ADDRESS',
      isRepeated: true,
      commands: weighing,
      does: 'an attendee known to have answered',
    },
    'event-timezone': {
      value: 'ZONE',
      commands: weighing,
      does: 'the zone of times that name none, such as Europe/Berlin or +02:00',
    },
  },
  ...makingOptions,
  Output: printingOptions,
  'Exit code': {
    'fail-on': {
      value: 'warning|error',
      choices: ['warning', 'error'],
      commands: ['check', 'compare'],
      does: 'the lowest severity that makes the exit code 1 (default: warning)',
    },
    baseline: {
      value: 'FILE',
      commands: check,
      does: 'an earlier ndjson report: its findings are known and do not count',
    },
    'exit-zero': { commands: check, does: 'exit with 0 where it would be 1' },
  },
  General: {
    'no-code-cache': {
      does: 'do not use the cache of compiled code that makes the next start faster',
    },
    help: { short: 'h', does: 'this help' },
    version: { does: 'the version' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Option>>>>;

type Groups = typeof optionGroups;
type KeysOf<T> = T extends unknown ? keyof T : never;
export type OptionName = KeysOf<Groups[keyof Groups]>;

/** Every option by its name. */
export const options: ReadonlyMap<OptionName, Option> = new Map(
  Object.values(optionGroups).flatMap((group) => Object.entries(group) as [OptionName, Option][]),
);
