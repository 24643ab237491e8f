// One mailbox of August 2008 with its server's logs: the whole story of one meeting, as an administrator would find it.

import { writeEvt } from '../../test/support/evt-writer';
import { writeStore } from '../../test/support/pst-writer/store';
import { mailboxFolders } from '../../test/support/pst-writer/written-folder';
import { replyItem, reportItem } from './evidence-items';
import { describe, meetingObjectId, organizer, ticks } from './meeting';
import type { Attendee, Meeting } from './meeting';

const objectId = meetingObjectId(8);
const SUBJECT = 'Budget 2009';
/** When the organizer cancelled the meeting. */
export const SUBMITTED = '2008-08-20T11:44:05';

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

/** The files of samples/scenario. */
export const scenario: Readonly<Record<string, Uint8Array>> = {
  'mailbox.pst': writeStore({ folders, encoding: 'permute' }).bytes,
  'application.evt': writeEvt({ events }),
};
