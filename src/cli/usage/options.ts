import { presetChoices } from './choices';
import type { Command } from './commands';
import type { Option } from './option';
import { makingOptions } from './making-options';
import { printingOptions } from './printing-options';

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
const ofItems = ['check', 'table', 'props', 'view', 'letter', 'explain'] as const;

/** The options under the headings of help. */
export const optionGroups = {
  'What is read': {
    null: {
      short: '0',
      commands: ['check', 'table'],
      does: 'paths come on standard input, a NUL after each',
    },
    'ndjson-in': {
      commands: ['check', 'table'],
      does: 'they come as lines of JSON with a path, and an item of a store, as --format ndjson prints them',
    },
    shard: {
      value: 'I/N',
      commands: check,
      does: 'only the Ith of N parts of the files, by their relative paths',
    },
    since: {
      value: 'DAY',
      commands: check,
      does: 'only items that begin, or were sent, on this day or later (UTC)',
    },
    until: { value: 'DAY', commands: check, does: 'only those on this day or before' },
    organizer: {
      value: 'TEXT',
      commands: check,
      does: "only items with this text in their organizer's name or address",
    },
    'code-page': {
      value: 'NUMBER',
      commands: readers,
      does: 'of 8-bit strings, for messages that do not say (default: 1252)',
    },
    'code-page-override': {
      value: 'NUMBER',
      commands: readers,
      does: 'the same, whatever messages say',
    },
    strict: { commands: readers, does: 'take damage of severity error as unreadable' },
  },
  'Of a PST or OST store': {
    folder: {
      value: 'PATH',
      isRepeated: true,
      commands: ['check', 'table', 'props', 'items', 'view', 'letter', 'explain'],
      does: 'calendar, sent, deleted, all, or a path, its last name or an ID as folders shows them',
    },
    item: { value: 'ID', commands: ofItems, does: 'the item with this number, such as 0x200024' },
    'item-range': { value: 'FROM-TO', commands: check, does: 'only these of its items, counted from 1' },
    subject: {
      value: 'TEXT',
      commands: ['check', 'table', 'props', 'items', 'view', 'letter', 'explain'],
      does: 'items with this text in their subject',
    },
    sort: { value: 'subject|start', choices: ['subject', 'start'], commands: ['items'], does: 'their order' },
  },
  'How it is worked off': {
    jobs: {
      value: 'N',
      short: 'j',
      commands: check,
      does: 'files read at once (default: one, and from the 500th on as many as there are processors)',
    },
    timeout: {
      value: 'SECONDS',
      commands: check,
      does: 'give a file up of which nothing comes for so long',
    },
    resume: {
      value: 'FILE',
      commands: check,
      does: 'go on with this output of --format ndjson, and write it; files that are as they were are left out',
    },
    quiet: { short: 'q', commands: check, does: 'neither progress nor what was passed over' },
  },
  'How it is judged': {
    preset: {
      value: 'recommended|all',
      choices: presetChoices,
      commands: ['check', 'rules'],
      does: 'the rules to begin with (default: recommended)',
    },
    rule: {
      value: 'ID=SEVERITY',
      isRepeated: true,
      commands: ['check', 'rules', 'explain'],
      does: 'off, info, warning or error for one rule, or for the one in a file (./rule.mjs=error), which is run; may be repeated',
    },
    config: {
      value: 'FILE',
      commands: ['check', 'rules', 'explain'],
      does: 'a configuration (.json, .mjs, .js), whose plugins are run, instead of mapilint.config.json in the working directory',
    },
    attendee: {
      value: 'ADDRESS',
      commands: ['compare', 'explain'],
      does: 'whose copy the second is; whom to explain a file for',
    },
    events: {
      value: 'FILE',
      isRepeated: true,
      commands: weighing,
      does: 'an event log (.evt, .evtx, text, CSV); also several',
    },
    ndr: {
      value: 'FILE',
      isRepeated: true,
      commands: weighing,
      does: 'a non-delivery report (text, .eml, .msg); also several',
    },
    tracking: {
      value: 'PATH',
      isRepeated: true,
      commands: weighing,
      does: 'message tracking logs of Exchange 2000/2003: files, folders',
    },
    reply: {
      value: 'FILE',
      isRepeated: true,
      commands: [...weighing, 'repair'],
      does: "an attendee's reply, or the meeting saved as .ics; also several",
    },
    replied: {
      value: 'ADDRESS',
      isRepeated: true,
      commands: weighing,
      does: 'an attendee who is known to have answered; also several',
    },
    'event-timezone': {
      value: 'ZONE',
      commands: weighing,
      does: 'of times without a zone: Europe/Berlin, +02:00',
    },
  },
  ...makingOptions,
  'What is printed': printingOptions,
  'The exit code': {
    'fail-on': {
      value: 'warning|error',
      choices: ['warning', 'error'],
      commands: ['check', 'compare'],
      does: 'exit with 1 from this severity on (default: warning)',
    },
    baseline: {
      value: 'FILE',
      commands: check,
      does: 'an earlier output of --format ndjson: what it has is known and does not count',
    },
    'exit-zero': { commands: check, does: 'exit with 0 instead of 1' },
  },
  'About mapilint': {
    'no-code-cache': {
      does: 'neither read nor keep compiled code in your own cache folder, by which the next start is faster',
    },
    help: { short: 'h', does: 'this text' },
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
