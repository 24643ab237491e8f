import { codeOf } from '../mapi/enumeration';
import { TrackStatus } from '../mapi/enums';
import type { Recipient } from '../message/recipient';

/** A row in a few words, for `console.table`; what the row lacks is not in it. */
export interface RecipientRow {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly role?: string | undefined;
  readonly trackStatus?: string | undefined;
  /** ISO 8601 with seven decimals; FILETIME 0 is `1601-01-01T00:00:00.0000000Z`. */
  readonly trackStatusTime?: string | undefined;
}

/**
 * A recipient table by columns, as `vectorFromArray` of Apache Arrow takes them: null where a row lacks the value. Numbers
 * and ticks are as they are stored.
 */
export interface RecipientColumns {
  readonly displayName: readonly (string | null)[];
  readonly addressType: readonly (string | null)[];
  readonly emailAddress: readonly (string | null)[];
  readonly smtpAddress: readonly (string | null)[];
  /** PR_RECIPIENT_TRACKSTATUS. */
  readonly trackStatus: readonly (number | null)[];
  /** PR_RECIPIENT_TRACKSTATUS_TIME in ticks of 100 ns since 1601. */
  readonly trackStatusTime: readonly (bigint | null)[];
}

/** The rows in a few words: `console.table(toRows(message.recipients))`. */
export function toRows(recipients: readonly Recipient[]): RecipientRow[] {
  return recipients.map((row) => {
    const told = {
      name: row.displayName,
      address: row.smtpAddress ?? row.emailAddress,
      role: row.attendeeRole ?? row.recipientType,
      trackStatus: row.trackStatus,
      trackStatusTime: row.trackStatusTime?.toString(),
    };
    return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  });
}

/** The table by columns, for data frames. */
export function toColumns(recipients: readonly Recipient[]): RecipientColumns {
  const column = <T>(value: (row: Recipient) => T | undefined): (T | null)[] =>
    recipients.map((row) => value(row) ?? null);
  return {
    displayName: column((row) => row.displayName),
    addressType: column((row) => row.addressType),
    emailAddress: column((row) => row.emailAddress),
    smtpAddress: column((row) => row.smtpAddress),
    trackStatus: column(({ trackStatus }) =>
      trackStatus === undefined ? undefined : codeOf(TrackStatus, trackStatus),
    ),
    trackStatusTime: column((row) => row.trackStatusTime?.ticks),
  };
}
