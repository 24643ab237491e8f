import { UnsupportedError } from '../damage/errors';
import { readMail } from './mail';
import type { MailPart } from './mail';

/** The part of a mail that is judged, and what is said about the choice. */
export interface MailItem {
  /** A TNEF stream. */
  readonly stream: Uint8Array;
  /** What the part is called, such as `winmail.dat`, or its type. */
  readonly part: string;
  readonly note: string;
}

const CALENDAR = 'text/calendar';

/**
 * Finds the TNEF part of a mail: it alone carries a recipient table, a calendar part (RFC 5545) has only what was sent
 * to the attendees. `isStream` tells a TNEF stream by its first bytes; the declared type varies (application/ms-tnef,
 * application/octet-stream). Rejects with an `UnsupportedError` (`eml-without-tnef`) if there is none.
 */
export async function readMailItem(
  bytes: Uint8Array,
  isStream: (bytes: Uint8Array) => boolean,
): Promise<MailItem> {
  const { parts } = await readMail(bytes);
  const [stream, ...others] = parts.filter((part) => isStream(part.bytes));
  const calendars = parts.filter(({ type }) => type === CALENDAR);
  if (stream === undefined) throw withoutStream(calendars.length > 0);
  const left = [...others.map(nameOf), ...calendars.map(nameOf)];
  const choice = `Of the mail, ${nameOf(stream)} was read: only TNEF carries a recipient table`;
  return {
    stream: stream.bytes,
    part: stream.name ?? stream.type,
    note: left.length === 0 ? choice : `${choice}. Not read: ${left.join(', ')}`,
  };
}

function nameOf({ name, type }: MailPart): string {
  return name === undefined ? type : `${name} (${type})`;
}

function withoutStream(hasCalendar: boolean): UnsupportedError {
  const message = hasCalendar
    ? 'This mail has a calendar part, but no TNEF part (winmail.dat): it carries no recipient table. An ' +
      "attendee's reply is evidence, beside the meeting's item"
    : 'This mail has no TNEF part (winmail.dat): it carries no recipient table';
  return new UnsupportedError('eml-without-tnef', message);
}
