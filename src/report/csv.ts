import { checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFlag, oneWordOf } from '../arguments/kinds';
import { who } from '../rules/wording';
import type { ReportedFile, UnreadableFile } from './checked-file';
import { visible } from './layout';
import { meetingFacts } from './meeting-facts';
import { formatStopped } from './stopped';
import type { StoppedRun } from './stopped';

/** What a line of CSV is about: a finding, or an attendee whom the changes of a meeting do not reach. */
export type CsvRowKind = 'findings' | 'attendees';
export const csvRowKinds = ['findings', 'attendees'] as const satisfies readonly CsvRowKind[];

/** How to write CSV. */
export interface CsvOptions {
  /** What the lines are about. Default `findings`. */
  readonly rows?: CsvRowKind | undefined;
  /** The character between cells: a comma, a semicolon or a tab. Default: a comma. */
  readonly delimiter?: string | undefined;
  /** Whether the file begins with a byte order mark, which makes Excel read it as UTF-8. Default false. */
  readonly hasByteOrderMark?: boolean | undefined;
}

const item = [
  'path',
  'item',
  'folder',
  'verdict',
  'message class',
  'subject',
  'start',
  'organizer',
  'organizer address',
  'global object id',
] as const;
const columns = {
  findings: [
    ...item,
    'affected',
    'rule',
    'severity',
    'code',
    'name',
    'address',
    'place',
    'message',
    'baseline',
  ],
  attendees: [...item, 'meeting', 'name', 'address'],
} as const satisfies Record<CsvRowKind, readonly string[]>;
type Row = Partial<Record<(typeof columns)[CsvRowKind][number], string | undefined>>;

/** What may stand between cells. */
export const csvDelimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;

const csvKinds: OptionKinds<CsvOptions> = {
  rows: oneWordOf(csvRowKinds),
  delimiter: oneWordOf(Object.values(csvDelimiters)),
  hasByteOrderMark: aFlag,
};

/** The header line with the names of the columns. */
export function csvHeader(options: CsvOptions = {}): string {
  checkOptions('csvHeader', options, csvKinds);
  const { rows = 'findings', hasByteOrderMark = false } = options;
  return (hasByteOrderMark ? '\uFEFF' : '') + csvLine(columns[rows], options.delimiter);
}

/**
 * The lines of an item. With `findings`: one for each finding, or a single line without a finding. With `attendees`:
 * one for each attendee whom changes of the meeting do not reach, possibly none.
 */
export function csvRows(file: ReportedFile, options: CsvOptions = {}): string {
  checkOptions('csvRows', options, csvKinds);
  const rows = options.rows === 'attendees' ? attendeeRows(file) : findingRows(file);
  return rows.map((row) => rowLine(row, options)).join('');
}

function itemCells({ path, item: place, message, diagnosis }: ReportedFile): Row {
  const { organizer, globalObjectId } = meetingFacts(message, diagnosis);
  return {
    path,
    item: place?.id,
    folder: place?.folder,
    verdict: diagnosis.verdict,
    'message class': message.messageClass,
    subject: message.subject,
    start: message.appointmentStart?.toString(),
    organizer: organizer?.name,
    'organizer address': organizer?.address,
    'global object id': globalObjectId ?? undefined,
  };
}

function findingRows(file: ReportedFile): Row[] {
  const { affected } = meetingFacts(file.message, file.diagnosis);
  const whole = { ...itemCells(file), affected: affected.map(who).join('; ') };
  const findings = file.diagnosis.findings.map(
    ({ rule, severity, code, path: place, message: words, person, known }) => ({
      ...whole,
      rule,
      severity,
      code,
      ...person,
      place,
      message: words,
      baseline: known === undefined ? undefined : known ? 'known' : 'new',
    }),
  );
  return findings.length === 0 ? [whole] : findings;
}

function attendeeRows(file: ReportedFile): Row[] {
  const whole = itemCells(file);
  return file.diagnosis.unreached.flatMap(({ meeting, attendees }) =>
    attendees.map(({ name, address }) => ({ ...whole, meeting, name, address })),
  );
}

/** The line of a file or item that could not be read: among attendees it has only its verdict. */
export function csvError({ path, item: place, error }: UnreadableFile, options: CsvOptions = {}): string {
  const { code } = error as { readonly code?: string };
  const row = {
    path,
    item: place?.id,
    folder: place?.folder,
    verdict: 'unreadable',
    code,
    message: error.message,
  };
  return rowLine(row, options);
}

/** The line of a run that was stopped: a table has no other place for it. */
export function csvStopped(stopped: StoppedRun, options: CsvOptions = {}): string {
  return rowLine({ verdict: 'stopped', message: formatStopped(stopped) }, options);
}

function rowLine(row: Row, { rows = 'findings', delimiter }: CsvOptions): string {
  return csvLine(
    columns[rows].map((column) => row[column] || undefined),
    delimiter,
  );
}

/** A line of RFC 4180; what is undefined is an empty cell, an empty text a quoted one. */
export function csvLine(cells: readonly (string | undefined)[], delimiter = ','): string {
  const texts = cells.map((text) => (text === undefined ? '' : text === '' ? '""' : cell(text, delimiter)));
  return `${texts.join(delimiter)}\r\n`;
}

/**
 * Text as a cell: controls made visible, quoted where it must be, and with an apostrophe before what a spreadsheet would
 * take for a formula.
 */
export function cell(text: string, delimiter = ','): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${visible(text)}` : visible(text);
  const isQuoted = harmless.includes('"') || harmless.includes(',') || harmless.includes(delimiter);
  return isQuoted ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
