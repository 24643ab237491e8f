import { checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aListOf } from '../arguments/kinds';
import { plural } from '../rules/wording';
import type { Enumeration } from '../mapi/definitions/enumeration';
import { labelOf, namesOfBits } from '../mapi/definitions/enumeration';
import { RecipientFlags, RecipientType, TrackStatus } from '../mapi/definitions/recipient-enums';
import type { FileTime } from '../mapi/values/file-time';
import { numberOf } from '../mapi/definitions/property';
import type { PropertyDefinition } from '../mapi/definitions/property';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import type { Message } from '../message/message';
import { joinPath } from '../damage/path';
import { cellText } from './cell';
import type { Column } from './cell';
import { classText, subjectText } from './heading';
import { DEFAULT_WIDTH, layoutKinds, shorten, visible, wrap } from './layout';
import type { LayoutOptions } from './layout';
import { laidOut, laidOutWithin } from './table-layout';
import type { TextColumn } from './table-layout';

/** One name of 30,000 characters would make every row as wide. JSON has it whole. */
const MAX_CELL = 120;

/** A column that is always shown, and cut no further than this. */
interface TableColumn extends Column {
  readonly least?: number | undefined;
}

/** The columns in which people look for the defect, named as in MFCMAPI: first whom, what and when. */
const columns: readonly TableColumn[] = [
  { ...textColumn('PR_DISPLAY_NAME', recipientProperties.displayName), least: 8 },
  {
    ...numberColumn('PR_RECIPIENT_TRACKSTATUS', recipientProperties.trackStatus, (number) =>
      withLabels(number, nameLabel(TrackStatus, number)),
    ),
    least: 12,
  },
  { ...timeColumn('PR_RECIPIENT_TRACKSTATUS_TIME', recipientProperties.trackStatusTime), least: 12 },
  numberColumn('PR_RECIPIENT_TYPE', recipientProperties.recipientType, (number) =>
    withLabels(number, typeLabel(number)),
  ),
  textColumn('PR_ADDRTYPE', recipientProperties.addressType),
  textColumn('PR_EMAIL_ADDRESS', recipientProperties.emailAddress),
  textColumn('PR_SMTP_ADDRESS', recipientProperties.smtpAddress),
  numberColumn('PR_RECIPIENT_FLAGS', recipientProperties.flags, (number) =>
    withLabels(number, bitLabels(RecipientFlags, number)),
  ),
];

/** The names of the columns of a recipient table. */
export const tableColumns: readonly string[] = columns.map(({ title }) => title);

/** Which columns of a recipient table to show, and how wide it may be. */
export interface TableOptions extends Pick<LayoutOptions, 'more'> {
  /** The names of the columns, in order, such as `PR_DISPLAY_NAME`. Default: all. */
  readonly columns?: readonly string[] | undefined;
  /** The number of characters in a line. Default: as many as the table needs. */
  readonly width?: number | undefined;
}

const tableKinds: OptionKinds<TableOptions> = {
  ...layoutKinds,
  columns: aListOf(`names of columns: ${tableColumns.join(', ')}`, [
    'the name of a column',
    (name) => tableColumns.some((title) => title === name),
  ]),
};

/**
 * Formats the recipient table as MFCMAPI's "Display Recipient Table" shows it, with the names of numbers, and below it
 * the tables of embedded messages. `(absent)` is a cell that the file does not have, for which MFCMAPI says
 * MAPI_E_NOT_FOUND; `(not captured)` is one that an export leaves out. If the table is wider than `width`, columns are
 * left out from the right, and named below the table.
 */
export function formatTable(message: Message, options: TableOptions = {}): string {
  checkOptions('formatTable', options, tableKinds);
  return tablesOf(message, '', options).join('\n\n');
}

function tablesOf(message: Message, path: string, options: TableOptions): string[] {
  const title = [path, message.kind === 'message' ? '' : message.kind, classText(message)];
  const heading = `${title.filter((part) => part !== '').join(' ')} ${subjectText(message)}, ${countRows(message)}`;
  const inner = message.embedded.flatMap((embedded, index) =>
    tablesOf(embedded, joinPath(path, `embedded[${index}]`), options),
  );
  return [message.recipients.length === 0 ? heading : `${heading}\n${grid(message, options)}`, ...inner];
}

function countRows({ recipients, notCaptured }: Message): string {
  const isPartial = notCaptured.includes('recipients');
  if (isPartial && recipients.length === 0) return 'recipients not captured';
  const count = plural(recipients.length, 'recipient');
  return isPartial ? `${count}, others not captured` : count;
}

function grid({ recipients }: Message, { columns: names = tableColumns, width, more }: TableOptions): string {
  const texts = [
    { title: '#', cells: recipients.map((_, row) => String(row)), least: Infinity },
    ...names.flatMap((name) => columns.filter(({ title }) => title === name)).map(textsOf(recipients)),
  ];
  const { lines, left } = width === undefined ? laidOut(texts) : laidOutWithin(texts, width);
  if (left.length === 0) return lines.join('\n');
  const where = more === undefined ? '' : ` (${more})`;
  return [...lines, wrap('', `no room for ${left.join(', ')}${where}`, width ?? DEFAULT_WIDTH)].join('\n');
}

function textsOf(recipients: Message['recipients']): (column: TableColumn) => TextColumn {
  return (column) => ({
    title: column.title,
    cells: recipients.map(({ properties }) => cellText(column, properties) ?? '(absent)'),
    least: column.least,
  });
}

function textColumn(title: string, definition: PropertyDefinition<string>): Column {
  return {
    title,
    definition,
    show: (properties) => shorten(visible(properties.get(definition) ?? ''), MAX_CELL),
  };
}

function numberColumn(
  title: string,
  of: PropertyDefinition<unknown>,
  format: (number: number) => string,
): Column {
  const definition = numberOf(of);
  return { title, definition, show: (properties) => format(properties.get(definition) ?? 0) };
}

function timeColumn(title: string, definition: PropertyDefinition<FileTime>): Column {
  return {
    title,
    definition,
    show: (properties) => {
      const time = properties.get(definition);
      // first what it is, since the end of a cell may be cut
      if (time?.kind === 'zero') return `FILETIME 0 = ${time.toString()}, ${time.toHalves()}`;
      return `${time?.kind === 'none' ? 'no date = ' : ''}${time?.toString() ?? ''}`;
    },
  };
}

function withLabels(number: number, labels: string): string {
  return labels === '' ? String(number) : `${number} (${labels})`;
}

function nameLabel(names: Enumeration, number: number): string {
  return labelOf(names, `0x${(number >>> 0).toString(16)}`) ?? '';
}

/** MFCMAPI joins the names of bits with bars and adds the unknown rest in hexadecimal. */
function bitLabels(names: Enumeration, number: number): string {
  return namesOfBits(names, number)
    .map((name) => labelOf(names, name) ?? name)
    .join(' | ');
}

function typeLabel(number: number): string {
  const type = nameLabel(RecipientType, number & 0x0f);
  const rest = number & ~0x0f;
  return rest === 0 ? type : `${type} | 0x${(rest >>> 0).toString(16)}`;
}
