import { codeOf } from '../mapi/definitions/enumeration';
import { RecipientType, TrackStatus } from '../mapi/definitions/recipient-enums';
import { numberOf } from '../mapi/definitions/property';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import { checkRecipients } from './given-recipients';
import type { Recipient } from '../message/recipient';

/** The main values of a row, for `console.table`. A value that the row lacks does not have a key. */
export interface RecipientRow {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly role?: string | undefined;
  readonly trackStatus?: string | undefined;
  /** The time in ISO 8601 with seven decimals; FILETIME 0 is `1601-01-01T00:00:00.0000000Z`. */
  readonly trackStatusTime?: string | undefined;
}

/**
 * A recipient table by columns, for `vectorFromArray` of Apache Arrow. Pass the type of each column, which may be all
 * null: `vectorFromArray(columns.trackStatus, new Int32())`. A cell is null if the row lacks the value; numbers and
 * ticks are as stored.
 */
export interface RecipientColumns {
  readonly displayName: readonly (string | null)[];
  readonly addressType: readonly (string | null)[];
  readonly emailAddress: readonly (string | null)[];
  readonly smtpAddress: readonly (string | null)[];
  /** The low four bits of PR_RECIPIENT_TYPE: 0 originator, 1 To, 2 Cc, 3 Bcc. Int32. */
  readonly recipientType: readonly (number | null)[];
  /** PR_RECIPIENT_FLAGS, all bits. Int32. */
  readonly flags: readonly (number | null)[];
  /** PR_RECIPIENT_TRACKSTATUS. Int32. */
  readonly trackStatus: readonly (number | null)[];
  /** PR_RECIPIENT_TRACKSTATUS_TIME in ticks of 100 ns since 1601, unsigned. Uint64. */
  readonly trackStatusTime: readonly (bigint | null)[];
}

const recipientFlags = numberOf(recipientProperties.flags);

/** The main values of each row: `console.table(toRows(message.recipients))`. */
export function toRows(recipients: readonly Recipient[]): RecipientRow[] {
  checkRecipients('toRows', recipients);
  return recipients.map((row) => {
    const told = {
      name: row.displayName,
      address: row.smtpAddress === '' ? row.emailAddress : (row.smtpAddress ?? row.emailAddress),
      role: row.attendeeRole ?? row.recipientType,
      trackStatus: row.trackStatus,
      trackStatusTime: row.trackStatusTime?.toString(),
    };
    return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  });
}

/** The recipient table by columns, for data frames. */
export function toColumns(recipients: readonly Recipient[]): RecipientColumns {
  checkRecipients('toColumns', recipients);
  const column = <T>(value: (row: Recipient) => T | undefined): (T | null)[] =>
    recipients.map((row) => value(row) ?? null);
  return {
    displayName: column((row) => row.displayName),
    addressType: column((row) => row.addressType),
    emailAddress: column((row) => row.emailAddress),
    smtpAddress: column((row) => row.smtpAddress),
    recipientType: column(({ recipientType }) =>
      recipientType === undefined ? undefined : codeOf(RecipientType, recipientType),
    ),
    flags: column((row) => row.properties.peek(recipientFlags)),
    trackStatus: column(({ trackStatus }) =>
      trackStatus === undefined ? undefined : codeOf(TrackStatus, trackStatus),
    ),
    trackStatusTime: column((row) => row.trackStatusTime?.ticks),
  };
}
