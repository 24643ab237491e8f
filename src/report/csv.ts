import type { ReportedFile, UnreadableFile } from './checked-file';
import { visible } from './layout';

const columns = [
  'path',
  'item',
  'folder',
  'verdict',
  'message class',
  'subject',
  'start',
  'rule',
  'severity',
  'code',
  'name',
  'address',
  'place',
  'message',
  'baseline',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | undefined>>;

/** The first line: what the columns hold. */
export function csvHeader(): string {
  return csvLine(columns);
}

/** A line for each finding of an item; one without finding for an item that has none. */
export function csvRows({ path, item, message, diagnosis }: ReportedFile): string {
  const whole: Row = {
    path,
    item: item?.id,
    folder: item?.folder,
    verdict: diagnosis.verdict,
    'message class': message.messageClass,
    subject: message.subject,
    start: message.appointmentStart?.toString(),
  };
  const findings = diagnosis.findings.map(
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
  return (findings.length === 0 ? [whole] : findings).map(rowLine).join('');
}

/** The line of a file or item that could not be read. */
export function csvError({ path, item, error }: UnreadableFile): string {
  const { code } = error as { readonly code?: string };
  return rowLine({
    path,
    item: item?.id,
    folder: item?.folder,
    verdict: 'unreadable',
    code,
    message: error.message,
  });
}

function rowLine(row: Row): string {
  return csvLine(columns.map((column) => row[column] || undefined));
}

/** A line of RFC 4180; what is undefined is an empty cell, an empty text a quoted one. */
export function csvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((text) => (text === undefined ? '' : text === '' ? '""' : cell(text))).join(',')}\r\n`;
}

/**
 * Text as a cell: controls made visible, quoted where it must be, and with an apostrophe before what a spreadsheet would
 * take for a formula.
 */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${visible(text)}` : visible(text);
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
