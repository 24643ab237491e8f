// Meetings as MFCMAPI exports them to XML: what is written, and what must be read from it.

import { writeMessageXml, writeTableXml } from '../../test/support/mfcmapi-writer';
import { describe, expectedRow } from './meeting';
import type { Attendee, Meeting } from './meeting';
import { samples } from './meetings';

export interface ExportSample {
  readonly extension: 'xml';
  readonly bytes: Uint8Array;
  readonly expected: Readonly<Record<string, unknown>>;
}

const meeting = (name: string): Meeting => {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`There is no sample ${name}`);
  return sample.meeting;
};
const defect = meeting('textbook-defect');
const bobMayBlock = {
  code: 'track-status-time-zero',
  severity: 'warning',
  path: 'recipients[1].trackStatusTime',
};
const noMessage = {
  messageClass: null,
  subject: null,
  notCaptured: ['messageClass', 'subject', 'attachments'],
};

export const exportSamples: Readonly<Record<string, ExportSample>> = {
  'recipient-table-2012': {
    extension: 'xml',
    bytes: writeTableXml(describe(defect), { dialect: '2012' }),
    expected: {
      shows:
        'The recipient table of textbook-defect, exported in 2012 as ANSI: the defect is there, but nothing says what the item is.',
      verdict: 'possible',
      findings: [bobMayBlock],
      ...noMessage,
      recipients: defect.attendees.map(rowOfUnknown),
    },
  },
  'recipient-table-without-time': {
    extension: 'xml',
    bytes: writeTableXml(describe(defect), { without: [0x5ffb] }),
    expected: {
      shows:
        'The same, exported in UTF-16 without the column of the times: they are not captured, not absent.',
      verdict: 'undetermined',
      findings: [],
      ...noMessage,
      recipients: defect.attendees.map((attendee) => rowOfUnknown({ ...attendee, time: undefined })),
    },
  },
  'message-export': {
    extension: 'xml',
    bytes: writeMessageXml(describe(defect)),
    expected: {
      shows: 'textbook-defect, saved whole as XML: the verdict is that of the .msg.',
      verdict: 'likely',
      findings: [{ ...bobMayBlock, severity: 'error' }],
      messageClass: 'IPM.Appointment',
      subject: defect.subject,
      recipients: defect.attendees.map(expectedRow),
    },
  },
};

/** A row of which nothing says that it is a meeting's. */
function rowOfUnknown(attendee: Attendee): Record<string, unknown> {
  const row = expectedRow(attendee);
  delete row['attendeeRole'];
  return row;
}
