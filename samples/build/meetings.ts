// The sample meetings: each by its file name, with what it shows and what must be found.

import type { WriteOptions } from '../../test/support/msg-writer';
import { meetingObjectId, organizer, ticks } from './meeting';
import type { Attendee, Meeting } from './meeting';

export interface Sample {
  /** What the sample is there to show. */
  readonly shows: string;
  readonly meeting: Meeting;
  readonly write?: WriteOptions;
  readonly verdict: string;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly path: string }[];
}

const answeredAt = ticks('2004-03-03T10:15');
const NO_DATE = 0x0cb34557a3dd4000n;
const EARLIEST_USABLE = 38n * 36_000_000_000n;

const bob: Attendee = { name: 'Bob Miller', address: 'bob@partner.example', status: 3, time: answeredAt };
const carla: Attendee = { name: 'Carla Stein', address: 'carla@partner.example', role: 2, status: 0 };
const dmitri: Attendee = {
  name: 'Dmitri Orlov',
  address: '/o=Example/ou=First Administrative Group/cn=Recipients/cn=dmitri',
  addressType: 'EX',
  smtp: 'dmitri@example.com',
  status: 4,
  time: ticks('2004-03-02T08:00'),
};

const review: Meeting = {
  subject: 'Quarterly review',
  stateFlags: 1,
  responseStatus: 1,
  start: ticks('2004-03-15T14:00'),
  end: ticks('2004-03-15T15:00'),
  attendees: [organizer, bob, carla, dmitri],
};

function withBob(changes: Partial<Attendee>): Meeting {
  return { ...review, attendees: [organizer, { ...bob, ...changes }, carla, dmitri] };
}

const bobBlocks = {
  code: 'track-status-time-zero',
  severity: 'error',
  path: 'recipients[1].trackStatusTime',
};

export const samples: Readonly<Record<string, Sample>> = {
  'textbook-defect': {
    shows:
      'Bob accepted, but the time of his answer is FILETIME 0: the defect of KB 938650. Differs from healthy-answered in that time only.',
    meeting: withBob({ time: 0n }),
    verdict: 'likely',
    findings: [bobBlocks],
  },
  'healthy-answered': {
    shows: 'Bob accepted at a real time: nothing is wrong, although Carla still has tracking status 0.',
    meeting: review,
    verdict: 'unlikely',
    findings: [],
  },
  'status-cleared-time-zero': {
    shows: "A later update set Bob's status back to 0 and left the FILETIME 0 behind.",
    meeting: withBob({ status: 0, time: 0n }),
    verdict: 'likely',
    findings: [bobBlocks],
  },
  'nobody-answered': {
    shows: 'Every tracking status is 0 and there are no times: healthy, nobody has answered yet.',
    meeting: {
      ...review,
      attendees: [organizer, { name: bob.name, address: bob.address, status: 0 }, carla],
    },
    verdict: 'unlikely',
    findings: [],
  },
  'attendee-copy': {
    shows: "An attendee's copy of the defective meeting: its rows are never updated, so it cannot tell.",
    meeting: { ...withBob({ time: 0n }), stateFlags: 3, responseStatus: 3 },
    verdict: 'undetermined',
    findings: [],
  },
  'sent-cancellation': {
    shows:
      'The cancellation in Sent Items, with the rows copied from the calendar item: the message that is stuck.',
    meeting: {
      ...withBob({ time: 0n }),
      messageClass: 'IPM.Schedule.Meeting.Canceled',
      subject: 'Canceled: Quarterly review',
      submitted: ticks('2004-03-12T16:30'),
      stateFlags: 7,
      responseStatus: 5,
    },
    verdict: 'likely',
    findings: [bobBlocks],
  },
  'exception-defect': {
    shows:
      'A recurring meeting: the series is healthy, one changed occurrence has the defect in a table of its own.',
    meeting: {
      ...review,
      subject: 'Weekly call',
      objectId: meetingObjectId(1),
      exceptions: [
        {
          messageClass: 'IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}',
          subject: 'Weekly call, moved',
          start: ticks('2004-03-23T14:00'),
          end: ticks('2004-03-23T15:00'),
          replaces: ticks('2004-03-22T14:00'),
          attendees: [organizer, { ...bob, time: 0n }],
        },
      ],
    },
    verdict: 'likely',
    findings: [{ ...bobBlocks, path: 'embedded[0].recipients[1].trackStatusTime' }],
  },
  'internal-only': {
    shows: 'The defect, but nobody outside the organization is invited: nothing is converted to MIME.',
    meeting: { ...review, attendees: [organizer, { ...dmitri, time: 0n }] },
    verdict: 'possible',
    findings: [{ ...bobBlocks, severity: 'warning' }],
  },
  'ansi-1252': {
    shows: '8-bit strings of code page 1252, with characters that Latin-1 does not have.',
    meeting: {
      ...withBob({ name: 'Zoë “Œuvre” Müller – €', time: 0n }),
      subject: 'Réunion “trimestrielle” – 100 €',
      objectId: meetingObjectId(2),
      stringType: 0x001e,
      codePage: 1252,
    },
    write: { codePage: 1252 },
    verdict: 'likely',
    findings: [bobBlocks],
  },
  'ansi-932': {
    shows: '8-bit strings of code page 932 (Japanese), known from the locale alone.',
    meeting: {
      ...withBob({ name: '山田 太郎', time: 0n }),
      subject: '四半期レビュー',
      objectId: meetingObjectId(3),
      stringType: 0x001e,
      localeId: 1041,
    },
    write: { codePage: 932 },
    verdict: 'likely',
    findings: [bobBlocks],
  },
  'version-4': {
    shows: 'The defect in a version 4 compound file with 4,096-byte sectors, as MFCMAPI writes them.',
    meeting: withBob({ time: 0n }),
    write: { version: 4 },
    verdict: 'likely',
    findings: [bobBlocks],
  },
  'earliest-usable-time': {
    shows: "The time of Bob's answer is 38 hours after 1601: absurd, but a calendar date can hold it.",
    meeting: withBob({ time: EARLIEST_USABLE }),
    verdict: 'unlikely',
    findings: [],
  },
  'unusable-time': {
    shows: 'One millisecond less than in earliest-usable-time: a shift to local time may fall before 1601.',
    meeting: withBob({ time: EARLIEST_USABLE - 10_000n }),
    verdict: 'possible',
    findings: [{ ...bobBlocks, code: 'track-status-time-unusable', severity: 'warning' }],
  },
  'time-lost': {
    shows: "An error stands in the place of the time of Bob's answer: the row cannot tell.",
    meeting: withBob({ time: undefined, isTimeLost: true }),
    verdict: 'undetermined',
    findings: [],
  },
  'copy-unknown': {
    shows:
      "The defect, and nothing says whether the item is the organizer's. One value less than only-state-flags.",
    meeting: { ...withBob({ time: 0n }), stateFlags: undefined, responseStatus: undefined },
    verdict: 'possible',
    findings: [{ ...bobBlocks, severity: 'warning' }],
  },
  'only-state-flags': {
    shows: "The defect, and the appointment state flags alone say that the item is the organizer's.",
    meeting: { ...withBob({ time: 0n }), responseStatus: undefined },
    verdict: 'likely',
    findings: [bobBlocks],
  },
  'response-without-time': {
    shows: 'Bob accepted, and the row has no time at all: odd, but nothing that cannot be converted.',
    meeting: withBob({ time: undefined }),
    verdict: 'unlikely',
    findings: [],
  },
  'ordinary-mail': {
    shows: 'A mail with the same cells, which mean voting and reading there.',
    meeting: { ...withBob({ time: 0n }), messageClass: 'IPM.Note' },
    verdict: 'not-applicable',
    findings: [],
  },
  'no-date-sentinel': {
    shows: 'The time of Bob\'s answer is 4501-01-01, Outlook\'s "no date": odd, but not the defect.',
    meeting: withBob({ time: NO_DATE }),
    verdict: 'unlikely',
    findings: [],
  },
  'out-of-range-time': {
    shows:
      "The time of Bob's answer is 0x7FFFFFFFFFFFFFFF, which no calendar date can hold: the same class of failure, undocumented.",
    meeting: withBob({ time: 0x7fffffffffffffffn }),
    verdict: 'possible',
    findings: [{ ...bobBlocks, code: 'track-status-time-unusable', severity: 'warning' }],
  },
};
