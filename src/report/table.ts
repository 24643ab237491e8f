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
import { displayWidth, padEnd, shorten, visible } from './layout';

/** One name of 30,000 characters would make every row as wide. JSON has it whole. */
const MAX_CELL = 120;

/** The columns in which people look for the defect, named as in MFCMAPI. */
const columns: readonly Column[] = [
  textColumn('PR_DISPLAY_NAME', recipientProperties.displayName),
  numberColumn('PR_RECIPIENT_TYPE', recipientProperties.recipientType, (number) =>
    withLabels(number, typeLabel(number)),
  ),
  textColumn('PR_ADDRTYPE', recipientProperties.addressType),
  textColumn('PR_EMAIL_ADDRESS', recipientProperties.emailAddress),
  textColumn('PR_SMTP_ADDRESS', recipientProperties.smtpAddress),
  numberColumn('PR_RECIPIENT_FLAGS', recipientProperties.flags, (number) =>
    withLabels(number, bitLabels(RecipientFlags, number)),
  ),
  numberColumn('PR_RECIPIENT_TRACKSTATUS', recipientProperties.trackStatus, (number) =>
    withLabels(number, nameLabel(TrackStatus, number)),
  ),
  timeColumn('PR_RECIPIENT_TRACKSTATUS_TIME', recipientProperties.trackStatusTime),
];

/**
 * The recipient table as MFCMAPI's "Display Recipient Table" shows it, numbers with their names, and below it the
 * tables of embedded messages. `(absent)` is a cell that the file does not have: MFCMAPI says MAPI_E_NOT_FOUND;
 * `(not captured)` one that an export does not show.
 */
export function formatTable(message: Message): string {
  return tablesOf(message, '').join('\n\n');
}

function tablesOf(message: Message, path: string): string[] {
  const title = [path, message.kind === 'message' ? '' : message.kind, classText(message)];
  const heading = `${title.filter((part) => part !== '').join(' ')} ${subjectText(message)}, ${countRows(message)}`;
  const inner = message.embedded.flatMap((embedded, index) =>
    tablesOf(embedded, joinPath(path, `embedded[${index}]`)),
  );
  return [message.recipients.length === 0 ? heading : `${heading}\n${grid(message)}`, ...inner];
}

function countRows({ recipients, notCaptured }: Message): string {
  const isPartial = notCaptured.includes('recipients');
  if (isPartial && recipients.length === 0) return 'recipients not captured';
  const count = plural(recipients.length, 'recipient');
  return isPartial ? `${count}, others not captured` : count;
}

function grid({ recipients }: Message): string {
  const titles = ['#', ...columns.map(({ title }) => title)];
  const rows = recipients.map(({ properties }, index) => [
    String(index),
    ...columns.map((column) => cellText(column, properties) ?? '(absent)'),
  ]);
  const widths = titles.map((title, at) =>
    rows.reduce((width, row) => Math.max(width, displayWidth(row[at] ?? '')), title.length),
  );
  return [titles, widths.map((width) => '-'.repeat(width)), ...rows]
    .map((row) =>
      row
        .map((text, at) => padEnd(text, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
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
      if (time?.kind === 'zero') return `${time.toString()} = FILETIME 0, ${time.toHalves()}`;
      return `${time?.toString() ?? ''}${time?.kind === 'none' ? ' = no date' : ''}`;
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
