import { FileTime, recipientProperties } from '../../index';
import type { Diagnosis, Message, Recipient } from '../../index';
import { meetingFacts } from '../../report/command';
import type { Person } from '../../report/command';
import type { Reported, ReportedFile, UnreadableFile } from '../../report/command';
import type { TableRow, TableRows } from './columns';

type HidePerson = (person: Person) => Person;

/** The rows of an item. `shown`: as the report may show it; the recipients are those of the message, hidden likewise. */
export function rowsOfItem(shown: ReportedFile, message: Message, hide: HidePerson): TableRows {
  return {
    items: [itemRow(shown, message)],
    recipients: tablesIn(message, '').flatMap(({ path, recipients }) =>
      recipients.map((recipient, row) => recipientRow(shown, { recipient, row, path }, hide)),
    ),
  };
}

/** The row of a file or item that could not be read. */
export function rowsOfError({ error, ...place }: UnreadableFile): TableRows {
  return { items: [{ ...placeCells(place), error: error.message, verdict: 'unreadable' }], recipients: [] };
}

function itemRow(shown: ReportedFile, message: Message): TableRow {
  const { diagnosis } = shown;
  const { organizer, globalObjectId, affected } = meetingFacts(shown.message, diagnosis);
  return {
    ...placeCells(shown),
    verdict: diagnosis.verdict ?? null,
    message_class: shown.message.messageClass ?? null,
    subject: shown.message.subject ?? null,
    organizer_name: organizer?.name ?? null,
    organizer_address: organizer?.address ?? null,
    ...timeCells('start', message.appointmentStart),
    sent: microseconds(message.clientSubmitTime),
    global_object_id: globalObjectId,
    meeting: diagnosis.unreached[0]?.meeting ?? null,
    recipients: message.recipients.length,
    affected: affected.length,
    findings: diagnosis.findings.length,
    anomalies: message.anomalies.length + message.suppressedAnomalies,
  };
}

interface PlacedRow {
  readonly recipient: Recipient;
  readonly row: number;
  readonly path: string;
}

function recipientRow(shown: ReportedFile, { recipient, row, path }: PlacedRow, hide: HidePerson): TableRow {
  const { displayName: name, smtpAddress, emailAddress, properties } = recipient;
  const person = hide({ name, address: smtpAddress ?? emailAddress });
  return {
    ...itemPlace(shown),
    table_path: path,
    row,
    name: person.name ?? null,
    address: person.address ?? null,
    role: recipient.attendeeRole ?? null,
    track_status: recipient.trackStatus ?? null,
    track_status_state: properties.state(recipientProperties.trackStatus),
    ...timeCells('track_status_time', recipient.trackStatusTime),
    track_status_time_state: properties.state(recipientProperties.trackStatusTime),
    is_affected: isAffected(shown.diagnosis, person),
  };
}

function isAffected({ unreached }: Diagnosis, { name, address }: Person): boolean {
  return unreached.some(({ attendees }) =>
    attendees.some((each) => (each.address ?? each.name)?.toLowerCase() === (address ?? name)?.toLowerCase()),
  );
}

/** The tables of a message and of the messages in it. */
function tablesIn(message: Message, path: string): { path: string; recipients: readonly Recipient[] }[] {
  const inner = message.embedded.flatMap((each, index) =>
    tablesIn(each, `${path === '' ? '' : `${path}.`}embedded[${index}]`),
  );
  return [{ path, recipients: message.recipients }, ...inner];
}

function placeCells(reported: Reported): TableRow {
  return { ...itemPlace(reported), folder: reported.item?.folder ?? null };
}

function itemPlace({ path, item }: Reported): TableRow {
  return { path, item: item?.id ?? null };
}

/** A time as a moment, and with all its ticks. */
function timeCells(name: string, time: FileTime | undefined): TableRow {
  return { [name]: microseconds(time), [`${name}_ticks`]: time?.ticks ?? null };
}

const TICKS_PER_MICROSECOND = 10n;

/** Microseconds since 1970; null: none, or no moment. The tick that is lost is in the column of ticks. */
function microseconds(time: FileTime | undefined): bigint | null {
  if (time?.kind !== 'time') return null;
  return (time.ticks - FileTime.fromDate(new Date(0)).ticks) / TICKS_PER_MICROSECOND;
}
