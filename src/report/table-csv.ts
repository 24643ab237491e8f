import { RecipientType, TrackStatus } from '../mapi/definitions/recipient-enums';
import { nameOf } from '../mapi/definitions/enumeration';
import { numberOf } from '../mapi/definitions/property';
import type { PropertyDefinition } from '../mapi/definitions/property';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import type { Message } from '../message/message';
import { joinPath } from '../damage/path';
import { cellText } from './cell';
import type { Column } from './cell';
import type { Reported } from './reported';
import { csvLine } from './csv';

const { displayName, addressType, emailAddress, smtpAddress, trackStatusTime } = recipientProperties;
const recipientType = numberOf(recipientProperties.recipientType);
const trackStatus = numberOf(recipientProperties.trackStatus);

/** Numbers as they are stored, beside them what they mean. */
const columns: readonly Column[] = [
  textColumn('PR_DISPLAY_NAME', displayName),
  textColumn('PR_ADDRTYPE', addressType),
  textColumn('PR_EMAIL_ADDRESS', emailAddress),
  textColumn('PR_SMTP_ADDRESS', smtpAddress),
  numberColumn('PR_RECIPIENT_TYPE', recipientType, String),
  numberColumn('recipient type', recipientType, (number) => nameOf(RecipientType, number & 0x0f)),
  numberColumn('PR_RECIPIENT_FLAGS', numberOf(recipientProperties.flags), String),
  numberColumn('PR_RECIPIENT_TRACKSTATUS', trackStatus, String),
  numberColumn('track status', trackStatus, (number) => nameOf(TrackStatus, number)),
  timeColumn('PR_RECIPIENT_TRACKSTATUS_TIME', (time) => String(time)),
  timeColumn('ticks', (time) => time.ticks.toString()),
];

/**
 * The header line of a CSV of recipient tables: the place of a row (file, item of a store, message in it, number) and
 * its cells.
 */
export function tableCsvHeader(): string {
  return csvLine(['path', 'item', 'object', 'row', ...columns.map(({ title }) => title)]);
}

/**
 * Formats the recipient tables of a message and of the messages in it as CSV (RFC 4180), one line for each row. An
 * absent value is an empty cell, an empty text is `""`. If a value cannot be shown, the cell says why in parentheses.
 */
export function tableCsvRows(file: Reported & { readonly message: Message }): string {
  return rowsOf(file.message, '', [file.path, file.item?.id]).join('');
}

function rowsOf(message: Message, object: string, place: readonly (string | undefined)[]): string[] {
  const own = message.recipients.map(({ properties }, row) => {
    return csvLine([
      ...place,
      object || undefined,
      String(row),
      ...columns.map((column) => cellText(column, properties)),
    ]);
  });
  const inner = message.embedded.flatMap((embedded, index) =>
    rowsOf(embedded, joinPath(object, `embedded[${index}]`), place),
  );
  return [...own, ...inner];
}

function textColumn(title: string, definition: PropertyDefinition<string>): Column {
  return { title, definition, show: (properties) => properties.get(definition) ?? '' };
}

function numberColumn(
  title: string,
  definition: PropertyDefinition<number>,
  show: (number: number) => string,
): Column {
  return { title, definition, show: (properties) => show(properties.get(definition) ?? 0) };
}

function timeColumn(
  title: string,
  show: (time: { readonly ticks: bigint; toString(): string }) => string,
): Column {
  return {
    title,
    definition: trackStatusTime,
    show: (properties) => {
      const time = properties.get(trackStatusTime);
      return time === undefined ? '' : show(time);
    },
  };
}
