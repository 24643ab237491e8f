import { delimiterNames, formats } from './choices';
import type { Option } from './option';

const check = ['check'] as const;

/** The options under the heading "Output". */
export const printingOptions = {
  format: {
    value: 'FORMAT',
    choices: formats,
    does: 'pretty or json; check also has ndjson, csv, html, sarif, junit and parquet, table csv, letter eml',
  },
  output: {
    value: 'FILE',
    short: 'o',
    commands: ['check', 'view', 'repair', 'letter'],
    does: 'write to this file, whole or not at all',
    doesFor: {
      check: 'write to this file, whole or not at all; lines of ndjson are appended to what it holds',
      repair: 'the copy, written whole or not at all; a file with this name must not exist yet',
    },
  },
  'output-mode': {
    value: 'MODE',
    commands: ['check', 'view', 'repair', 'letter'],
    does: 'the permissions of a new file (default: 600)',
  },
  rows: {
    value: 'findings|attendees',
    choices: ['findings', 'attendees'],
    commands: check,
    does: 'csv: one line per finding (default) or per attendee who is not reached',
  },
  delimiter: {
    value: 'comma|semicolon|tab',
    choices: delimiterNames,
    commands: check,
    does: 'csv: the character between cells (default: comma); Excel expects the list separator of its region',
  },
  bom: { commands: check, does: 'csv: start with a byte order mark, so that Excel reads UTF-8' },
  columns: {
    value: 'NAME,NAME',
    commands: ['table'],
    does: 'only these columns, in this order',
  },
  wide: { commands: ['table'], does: 'every column at full width, however narrow the terminal' },
  full: { commands: check, does: 'ndjson: include the recipient tables with all their properties' },
  ordered: {
    commands: check,
    does: 'ndjson and csv: keep the order of the files, however many are read at once',
  },
  redact: {
    commands: check,
    does: 'replace names, addresses, subjects and paths by hashes, for a ticket',
  },
  'redact-key': {
    value: 'TEXT',
    commands: check,
    does: 'a secret key for the hashes; without one, anyone can check a guessed name by hashing it',
  },
  all: { commands: check, does: 'list undamaged items that are not meetings, too' },
  of: {
    value: 'recipients[3]',
    commands: ['props'],
    does: 'a part of the message: recipients[3], attachments[1], embedded[0].recipients[1]',
  },
  property: {
    value: 'NAME',
    commands: ['props'],
    does: 'only this property, by any of its names or as 0x5FFF0003',
  },
  why: { commands: ['props'], does: 'the decisions made in reading it, each with its property or byte' },
} as const satisfies Readonly<Record<string, Option>>;
