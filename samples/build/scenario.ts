// One mailbox of August 2008 with its server's logs: the whole story of one meeting, as an administrator would find it.

import { writeEvt } from '../../test/support/evt-writer';
import { writeStore } from '../../test/support/pst-writer/store';
import { mailboxFolders } from '../../test/support/pst-writer/written-folder';
import { writeMsg } from '../../test/support/msg-writer';
import { replyItem, reportItem } from './evidence-items';
import { describe, meetingObjectId, organizer, ticks } from './meeting';
import type { Attendee, Meeting } from './meeting';

const objectId = meetingObjectId(8);
const SUBJECT = 'Budget 2009';
/** When the organizer cancelled the meeting. */
const SUBMITTED = '2008-08-20T11:44:05';

const nora = { name: 'Nora Notes', address: 'nora@partner.example' };
const eva = { name: 'Eva Exchange', address: 'eva@supplier.example' };
const otto = { name: 'Otto Outlook', address: 'otto@third.example' };

const created = ticks('2008-08-04T08:00');
const attendees: readonly Attendee[] = [
  organizer,
  { ...nora, status: 3, time: 0n },
  { ...eva, status: 3, time: 0n },
  { ...otto, status: 3, time: ticks('2008-08-05T07:31') },
];

const budget: Meeting = {
  subject: SUBJECT,
  stateFlags: 1,
  responseStatus: 1,
  start: ticks('2008-08-25T13:00'),
  end: ticks('2008-08-25T14:00'),
  objectId,
  created,
  modified: ticks(SUBMITTED),
  attendees,
};

const cancellation: Meeting = {
  ...budget,
  messageClass: 'IPM.Schedule.Meeting.Canceled',
  subject: `Canceled: ${SUBJECT}`,
  subjectPrefix: 'Canceled: ',
  stateFlags: 7,
  responseStatus: 5,
  created: ticks(SUBMITTED),
  modified: ticks(SUBMITTED),
  submitted: ticks(SUBMITTED),
};

const lunch: Meeting = {
  ...budget,
  subject: 'Lunch with Otto',
  objectId: meetingObjectId(9),
  start: ticks('2008-08-26T10:00'),
  end: ticks('2008-08-26T11:00'),
  modified: ticks('2008-08-06T09:00'),
  attendees: [organizer, { ...otto, status: 3, time: ticks('2008-08-06T08:59') }],
};

const answer = { subject: SUBJECT, objectId, answer: 'Pos' } as const;

const folders = mailboxFolders({
  calendar: [describe(budget), describe(lunch)],
  'sent items': [describe(cancellation)],
  inbox: [
    replyItem({
      ...answer,
      attendee: nora,
      answered: ticks('2008-08-04T09:12'),
      mailer: 'Lotus Notes Release 8.0.1 February 07, 2008',
    }),
    replyItem({
      ...answer,
      attendee: eva,
      answered: ticks('2008-08-04T10:40'),
      received: 'from mail.supplier.example by mail1.example.com with Microsoft SMTP Server id 8.1.240.5',
    }),
    replyItem({
      ...answer,
      attendee: otto,
      answered: ticks('2008-08-05T07:31'),
      criticalChange: ticks('2008-08-05T07:31'),
      mailer: 'Microsoft Office Outlook 11',
    }),
    reportItem({
      subject: `Canceled: ${SUBJECT}`,
      submitted: ticks(SUBMITTED),
      reported: ticks('2008-08-22T11:50'),
      recipients: [nora, eva, otto],
    }),
  ],
});

const MDB = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';
const failure = ['EcGetMime', '-2147467259', MDB, '1-2A', '1-3F', ''];

/** The application log: the first attempt in the minute of the submission, and one an hour. */
const events = [6, 3606, 7206, 10_806].map((seconds, index) => ({
  number: 4711 + index,
  time: Date.parse(`${SUBMITTED.slice(0, 17)}00Z`) / 1000 + seconds,
  strings: failure,
}));

/** A line of the tracking log: what happened to the message, for one recipient. */
interface Tracked {
  readonly at: string;
  readonly event: number;
  readonly recipient: string;
  readonly id?: string;
  readonly partner?: string;
  readonly subject?: string;
  readonly sender?: string;
}

const header = [
  '# Message Tracking Log File',
  '# Exchange System Attendant Version 6.5.7638.1',
  `# ${['Date', 'Time', 'client-ip', 'Client-hostname', 'Partner-Name', 'Server-hostname', 'server-IP', 'Recipient-Address', 'Event-ID', 'MSGID', 'Priority', 'Recipient-Report-Status', 'total-bytes', 'Number-Recipients', 'Origination-Time', 'Encryption', 'service-Version', 'Linked-MSGID', 'Message-Subject', 'Sender-Address'].join('\t')}`,
];

const CANCELLATION = '<0A1B2C3D4E5F@mail1.example.com>';

/** A tracking log as Exchange 2003 writes it: numbers without zeros before them, `-` for an empty field. */
export function trackingLog(lines: readonly Tracked[], isHeaded = true): Uint8Array {
  const written = lines.map(
    ({ at, event, recipient, id = CANCELLATION, partner = '-', subject = '-', sender }) => {
      const moment = new Date(`${at}Z`);
      const date = `${moment.getUTCFullYear()}-${moment.getUTCMonth() + 1}-${moment.getUTCDate()}`;
      const clock = `${moment.getUTCHours()}:${moment.getUTCMinutes()}:${moment.getUTCSeconds()} GMT`;
      const fields = [date, clock, '-', '-', partner, 'MAIL1', '-', recipient, event, id, 0, 0, 4711, 3];
      return [...fields, `${date} ${clock}`, 0, '-', '-', subject, sender ?? 'olivia@example.com'].join('\t');
    },
  );
  const text = [...(isHeaded ? header : []), ...written].map((line) => `${line}\r\n`).join('');
  return new TextEncoder().encode(text);
}

/** The same event of a message for several recipients. */
const forAll = (recipients: readonly string[], line: Omit<Tracked, 'recipient'>): Tracked[] =>
  recipients.map((recipient) => ({ ...line, recipient }));

const people = [nora.address, eva.address, otto.address];
/** What becomes of a message until it waits for the other server. */
const untilQueued = (moment: string, recipients = people): Tracked[] =>
  [1027, 1019, 1025, 1024, 1033, 1034].flatMap((event) => forAll(recipients, { at: moment, event }));

/** Mail to the same partners that went out meanwhile. */
const others: readonly Tracked[] = people.map((address, index) => ({
  at: `2008-08-20T15:0${index}:10`,
  event: 1031,
  recipient: address.replace(/^[^@]+/, 'sales'),
  id: `<${index}@mail1.example.com>`,
  partner: `mx.${address.split('@')[1] ?? ''}`,
}));

const firstDay = trackingLog([...untilQueued(SUBMITTED), ...others]);
const thirdDay = trackingLog(forAll(people, { at: '2008-08-22T11:50:00', event: 1030 }));

/** Tracking logs beside the sent cancellation, each with what it leads to. */
export const trackingSamples: Readonly<Record<string, Uint8Array>> = {
  'confirms.log': trackingLog([
    ...untilQueued(SUBMITTED),
    ...others,
    ...forAll(people, { at: '2008-08-22T11:50:00', event: 1030 }),
  ]),
  'refutes.log': trackingLog([
    ...untilQueued(SUBMITTED),
    ...people.map((recipient) => ({
      at: '2008-08-20T11:44:09',
      event: 1031,
      recipient,
      partner: `mx.${recipient.split('@')[1] ?? ''}`,
    })),
  ]),
  'refused.log': trackingLog([
    ...untilQueued(SUBMITTED),
    ...others,
    ...forAll(people, { at: '2008-08-20T11:45:00', event: 1030 }),
  ]),
  'tells-nothing.log': trackingLog([
    {
      at: '2008-08-20T08:00:00',
      event: 1031,
      recipient: nora.address,
      id: '<1@mail1.example.com>',
      partner: 'mx.partner.example',
    },
    {
      at: '2008-08-20T18:00:00',
      event: 1031,
      recipient: nora.address,
      id: '<2@mail1.example.com>',
      partner: 'mx.partner.example',
    },
  ]),
};

/** The files of samples/scenario. */
export const scenario: Readonly<Record<string, Uint8Array>> = {
  'mailbox.pst': writeStore({ folders, encoding: 'permute' }).bytes,
  'application.evt': writeEvt({ events }),
  'tracking/20080820.log': firstDay,
  'tracking/20080822.log': thirdDay,
  'sent-cancellation.msg': writeMsg(describe(cancellation)),
  ...Object.fromEntries(Object.entries(trackingSamples).map(([name, bytes]) => [`tracking-${name}`, bytes])),
};
