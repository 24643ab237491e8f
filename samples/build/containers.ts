// Meetings in other containers than .msg: what is written, and what must be read from it.

import { writeEml } from '../../test/support/eml-writer';
import type { WrittenMessage } from '../../test/support/msg-writer';
import { writeTnef } from '../../test/support/tnef-writer';
import { describe, expectedRow } from './meeting';
import type { Meeting } from './meeting';
import { samples } from './meetings';

export interface ContainerSample {
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly expected: Readonly<Record<string, unknown>>;
}

function meetingOf(name: string): Meeting {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`There is no sample ${name}`);
  return sample.meeting;
}

const defect = meetingOf('textbook-defect');
const exception = meetingOf('exception-defect');

/** What must be read of a meeting, whatever it lies in. */
function reading(meeting: Meeting): Record<string, unknown> {
  return {
    messageClass: meeting.messageClass ?? 'IPM.Appointment',
    subject: meeting.subject,
    recipients: meeting.attendees.map(expectedRow),
  };
}

const calendar = `BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:1
SUMMARY:${defect.subject}
ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@partner.example
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

/** A cancellation as Outlook writes it: its class by the name that Microsoft Mail had for it, in an attribute. */
function canceled(): { readonly message: WrittenMessage; readonly bytes: Uint8Array } {
  const { properties, ...rest } = describe(meetingOf('sent-cancellation'));
  const message = { ...rest, properties: properties.filter(({ id }) => id !== 0x001a) };
  const name = new TextEncoder().encode('IPM.Microsoft Schedule.MtgCncl\0');
  return { message, bytes: writeTnef(message, { legacy: [{ level: 1, id: 0x00078008, data: name }] }) };
}

const findings = [
  { code: 'track-status-time-zero', severity: 'error', path: 'recipients[1].trackStatusTime' },
];

export const containerSamples: Readonly<Record<string, ContainerSample>> = {
  'textbook-defect': {
    extension: 'tnef',
    bytes: writeTnef(describe(defect)),
    expected: {
      shows:
        'textbook-defect as TNEF with its recipient table, as MFCMAPI exports it: the verdict of the .msg.',
      verdict: 'likely',
      findings,
      anomalies: [],
      ...reading(defect),
    },
  },
  'exception-defect': {
    extension: 'tnef',
    bytes: writeTnef(describe(exception)),
    expected: {
      shows: 'exception-defect as TNEF: the exception is a TNEF stream in an attachment.',
      verdict: 'likely',
      findings: samples['exception-defect']?.findings,
      anomalies: [],
      ...reading(exception),
      embedded: (exception.exceptions ?? []).map(reading),
    },
  },
  'legacy-class': {
    extension: 'tnef',
    bytes: canceled().bytes,
    expected: {
      shows:
        'sent-cancellation with its class as Microsoft Mail called it: translated, or no rule would look at it.',
      verdict: 'likely',
      findings: samples['sent-cancellation']?.findings,
      anomalies: [],
      ...reading(meetingOf('sent-cancellation')),
    },
  },
  'winmail-without-table': {
    extension: 'tnef',
    bytes: writeTnef(describe(defect), { hasRecipientTable: false }),
    expected: {
      shows: 'textbook-defect as mail servers write TNEF, without recipient table: nothing can be told.',
      verdict: 'undetermined',
      findings: [],
      anomalies: [{ code: 'tnef-recipient-table-absent', severity: 'info', path: 'recipients' }],
      ...reading({ ...defect, attendees: [] }),
    },
  },
  'mail-with-calendar': {
    extension: 'eml',
    bytes: writeEml(writeTnef(describe(defect)), { calendar }),
    expected: {
      shows:
        'A mail with a calendar part, by which Bob accepted, and a TNEF part, in which the time of that is FILETIME 0: the TNEF part is judged.',
      verdict: 'likely',
      findings,
      anomalies: [{ code: 'eml-part', severity: 'info', path: '' }],
      ...reading(defect),
    },
  },
};
