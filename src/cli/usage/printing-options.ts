import { delimiterNames, formats } from './choices';
import type { Option } from './option';

const check = ['check'] as const;

/** The options under the heading "What is printed". */
export const printingOptions = {
  format: {
    value: 'FORMAT',
    choices: formats,
    does: 'pretty or json; of table also csv; of check also ndjson, sarif, junit, csv, html, parquet; of letter eml',
  },
  output: {
    value: 'FILE',
    short: 'o',
    commands: ['check', 'view', 'repair', 'letter'],
    does: 'into a file, whole or not at all; ndjson is appended, a repaired copy never written over a file',
  },
  'output-mode': {
    value: 'MODE',
    commands: ['check', 'view', 'repair', 'letter'],
    does: 'who may read and write that file if it is made anew (default: 600)',
  },
  rows: {
    value: 'findings|attendees',
    choices: ['findings', 'attendees'],
    commands: check,
    does: 'of csv: a line for each finding (default), or for each attendee who is not reached',
  },
  delimiter: {
    value: 'comma|semicolon|tab',
    choices: delimiterNames,
    commands: check,
    does: 'of csv: what stands between cells (default: comma); Excel takes the one of its language',
  },
  bom: { commands: check, does: 'of csv: begin with a byte order mark, by which Excel takes it for UTF-8' },
  columns: {
    value: 'NAME,NAME',
    commands: ['table'],
    does: 'only these columns, in this order, such as PR_DISPLAY_NAME,PR_RECIPIENT_TRACKSTATUS_TIME',
  },
  wide: { commands: ['table'], does: 'every column as wide as it is, however narrow the terminal' },
  full: { commands: check, does: 'of ndjson: the recipient tables with all their properties, too' },
  ordered: {
    commands: check,
    does: 'of ndjson and csv: in the order of the files, however many are read at once',
  },
  redact: {
    commands: check,
    does: 'hashes for names, addresses, subjects and paths, so that it can go into a ticket',
  },
  'redact-key': {
    value: 'TEXT',
    commands: check,
    does: 'the key of the hashes; who does not know it cannot try names',
  },
  all: { commands: check, does: 'list items that are no meetings, too' },
  of: {
    value: 'recipients[3]',
    commands: ['props'],
    does: 'a row, attachments[1], embedded[0].recipients[1], …',
  },
  property: { value: 'NAME', commands: ['props'], does: 'only this one, by any name or as 0x5FFF0003' },
  why: { commands: ['props'], does: 'what was decided in reading it, and by which property or byte' },
} as const satisfies Readonly<Record<string, Option>>;
