// Evidence beside the sample meetings: the files, and the verdicts to which they lead.

import { writeEvt } from '../../test/support/evt-writer';

export interface EvidenceSample {
  readonly shows: string;
  /** A message of samples/meetings. */
  readonly item: string;
  /** Files of samples/evidence. */
  readonly evidence: readonly string[];
  /** Addresses of attendees who are known to have answered. */
  readonly replied?: readonly string[];
  readonly verdict: string;
  /** What each piece is worth for the item. */
  readonly says: readonly string[];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const MDB = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';
const strings = (code: number): string[] => ['EcGetMime', String(code), MDB, '1-2A', '1-3F', ''];
const E_FAIL = -2147467259;

/** Three attempts from a moment on, ten minutes apart. */
function logFrom(moment: string, code = E_FAIL): Uint8Array {
  const start = Date.parse(`${moment}Z`) / 1000;
  const events = [0, 1, 2].map((index) => ({
    number: index + 1,
    time: start + index * 600,
    strings: strings(code),
  }));
  return writeEvt({ events });
}

const description = `The following call : EcGetMime to the store failed. Error code : ${E_FAIL}. MDB : ${MDB}. FID : 1-2A. MID : 1-3F. File : .`;

const eventText = `Event Type:\tWarning
Event Source:\tMSExchangeTransport
Event Category:\tExchange Store Driver
Event ID:\t327
Date:\t\t3/12/2004
Time:\t\t4:30:30 PM
User:\t\tN/A
Computer:\tMAIL1
Description:
${description}
`;

const eventCsv = `3/12/2004,4:30:30 PM,MSExchangeTransport,Warning,Exchange Store Driver,327,N/A,MAIL1,"${description}"\n`;

const report = (subject: string): string =>
  `From: postmaster@example.com
To: olivia@example.com
Date: Sun, 14 Mar 2004 16:35:00 +0000
MIME-Version: 1.0
Subject: Delivery Status Notification (Failure)
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

Could not deliver the message in the time limit specified.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns;mail1.example.com

Final-Recipient: rfc822;bob@partner.example
Action: failed
Status: 4.4.7

--b
Content-Type: message/rfc822

From: olivia@example.com
To: bob@partner.example
Subject: ${subject}
Message-ID: <1@example.com>
Date: Fri, 12 Mar 2004 16:30:30 +0000

Canceled.

--b--
`.replaceAll('\n', '\r\n');

const UID =
  '040000008200E00074C5B7101A82E00800000000008C2D649EFFC301000000000000000010000000000102030405060708090A0B0C0D0E0F';

const reply = (address: string, ...more: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example//Groupware 8.5//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${UID}`,
    'SUMMARY:Accepted: Quarterly review',
    'DTSTAMP:20040303T101500Z',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`,
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** Every sample meeting was last changed on 2004-03-12 at 16:30 UTC; sent-cancellation was submitted then. */
export const evidenceFiles: Readonly<Record<string, Uint8Array>> = {
  'event.evt': logFrom('2004-03-12T16:30'),
  'event-too-early.evt': logFrom('2004-03-12T16:09:59'),
  'event-other-code.evt': logFrom('2004-03-12T16:30', E_FAIL + 1),
  'event.txt': utf8(eventText),
  'event.csv': utf8(eventCsv),
  'ndr.eml': utf8(report('Canceled: Quarterly review')),
  'ndr-of-another.eml': utf8(report('Canceled: Yearly review')),
  'reply-carla.ics': utf8(reply('carla@partner.example')),
};

/** The samples of the rule about replies: one property apart. */
export const replyFiles: Readonly<Record<string, Uint8Array>> = {
  'fails.ics': utf8(reply('bob@partner.example')),
  'passes.ics': utf8(
    reply('bob@partner.example', 'X-MICROSOFT-CDO-ATTENDEE-CRITICAL-CHANGE:20040303T101500Z'),
  ),
};

const defect = 'textbook-defect';
const sent = 'sent-cancellation';

export const evidenceSamples: Readonly<Record<string, EvidenceSample>> = {
  'confirmed-by-evt': {
    shows:
      'The cancellation in Sent Items, and the events that the server logged when it could not send it: the first in the minute in which it was submitted, three attempts, and no other message.',
    item: sent,
    evidence: ['event.evt'],
    verdict: 'confirmed',
    says: ['this-defect'],
  },
  'event-too-early': {
    shows:
      'All attempts were before the cancellation was submitted: another message. One value from confirmed-by-evt.',
    item: sent,
    evidence: ['event-too-early.evt'],
    verdict: 'likely',
    says: ['not-this-item'],
  },
  'event-by-its-time': {
    shows:
      'The calendar item and the same events: they lie in the 72 hours after its last change, which is a reason and confirms nothing.',
    item: defect,
    evidence: ['event.evt'],
    verdict: 'likely',
    says: ['this-defect'],
  },
  'event-other-code': {
    shows: 'The same call failed with another code: not this defect, and the row stays what it is.',
    item: sent,
    evidence: ['event-other-code.evt'],
    verdict: 'likely',
    says: ['not-this-defect'],
  },
  'event-without-zone': {
    shows:
      'The same event copied from Event Viewer: without a zone its minute is not known, so that it confirms nothing until somebody names the zone.',
    item: sent,
    evidence: ['event.txt'],
    verdict: 'likely',
    says: ['this-defect'],
  },
  'event-as-csv': {
    shows: 'The same event exported as CSV, which names no zone either.',
    item: sent,
    evidence: ['event.csv'],
    verdict: 'likely',
    says: ['this-defect'],
  },
  'confirmed-by-ndr': {
    shows: 'The update came back with 4.4.7.',
    item: defect,
    evidence: ['ndr.eml'],
    verdict: 'confirmed',
    says: ['this-defect'],
  },
  'ndr-of-another': {
    shows: 'Another message came back with 4.4.7: one word from confirmed-by-ndr.',
    item: defect,
    evidence: ['ndr-of-another.eml'],
    verdict: 'likely',
    says: ['not-this-item'],
  },
  'status-lost-by-reply': {
    shows: "Carla's reply is at hand, but her row says that she has not answered.",
    item: 'nobody-answered',
    evidence: ['reply-carla.ics'],
    verdict: 'possible',
    says: ['replied'],
  },
  'status-lost-by-word': {
    shows: 'The same by the word of whoever asks.',
    item: 'nobody-answered',
    evidence: [],
    replied: ['carla@partner.example'],
    verdict: 'possible',
    says: ['replied'],
  },
  'failure-seen': {
    shows: 'The row cannot be read, but the server failed with the item as the defect makes it fail.',
    item: 'time-lost',
    evidence: ['event.evt'],
    verdict: 'possible',
    says: ['this-defect'],
  },
  'event-of-a-healthy-item': {
    shows: 'An event lies in the window, but no row explains it: another message may have caused it.',
    item: 'healthy-answered',
    evidence: ['event.evt'],
    verdict: 'unlikely',
    says: ['this-defect'],
  },
};
