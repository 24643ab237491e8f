// Describes meetings in their own terms and gives both what to write and what must be read back.

import type { WrittenMessage, WrittenProperty } from '../../test/support/msg-writer';

const PSETID_Appointment = '00062002-0000-0000-C000-000000000046';
const PSETID_Meeting = '6ED8DA90-450B-101B-98DA-00AA003F1305';
const LONG = 0x0003;
const BOOLEAN = 0x000b;
const SYSTIME = 0x0040;
const BINARY = 0x0102;
const ERROR = 0x000a;

export interface Attendee {
  readonly name: string;
  readonly address: string;
  /** EX or SMTP. Default SMTP. */
  readonly addressType?: string;
  readonly smtp?: string;
  /** 1 required, 2 optional, 3 resource. Default 1. */
  readonly role?: 1 | 2 | 3;
  /** PR_RECIPIENT_FLAGS. Default 1, sendable. */
  readonly flags?: number;
  /** PR_RECIPIENT_TRACKSTATUS; left out: no such cell. */
  readonly status?: number | undefined;
  /** PR_RECIPIENT_TRACKSTATUS_TIME in ticks; left out: no such cell. */
  readonly time?: bigint | undefined;
  /** Whether MAPI_E_NOT_FOUND of type PT_ERROR stands in the place of the time. */
  readonly isTimeLost?: boolean;
}

export interface Meeting {
  readonly messageClass?: string;
  readonly subject: string;
  /** PidLidAppointmentStateFlags: 1 the organizer's, 3 an attendee's copy. */
  readonly stateFlags?: number | undefined;
  /** PidLidResponseStatus. */
  readonly responseStatus?: number | undefined;
  readonly start: bigint;
  readonly end: bigint;
  readonly attendees: readonly Attendee[];
  readonly exceptions?: readonly (Meeting & { readonly replaces: bigint })[];
  /** PR_CREATION_TIME. Default 2004-03-01 at 9:00. */
  readonly created?: bigint;
  /** PR_LAST_MODIFICATION_TIME. Default 2004-03-12 at 16:30; left out if null. */
  readonly modified?: bigint | null;
  /** PR_CLIENT_SUBMIT_TIME: of a message that was sent. */
  readonly submitted?: bigint | undefined;
  /** PidLidOwnerCriticalChange: when the organizer last sent an update. */
  readonly criticalChange?: bigint | undefined;
  /** PR_SUBJECT_PREFIX. */
  readonly subjectPrefix?: string;
  /** What tells the meeting, as `meetingObjectId` gives it. Default: the same for all. */
  readonly objectId?: Uint8Array;
  /** Set for an item that came through transport. */
  readonly receivedBy?: string;
  /** 0x001e or 0x001f: 8-bit or Unicode strings. Default Unicode. */
  readonly stringType?: 0x001e | 0x001f;
  readonly codePage?: number;
  readonly localeId?: number;
}

/** The ticks of a moment in UTC, such as `2004-03-15T14:00`. */
export function ticks(moment: string): bigint {
  return BigInt(Date.parse(`${moment}Z`)) * 10_000n + 116_444_736_000_000_000n;
}

export const organizer: Attendee = {
  name: 'Olivia Organizer',
  address: '/o=Example/ou=First Administrative Group/cn=Recipients/cn=olivia',
  addressType: 'EX',
  smtp: 'olivia@example.com',
  flags: 3,
  status: 0,
};

/** What to write for a meeting. */
export function describe(meeting: Meeting): WrittenMessage {
  const text = meeting.stringType ?? 0x001f;
  return {
    properties: [...itemProperties(meeting, text), ...meetingProperties(meeting)],
    recipients: meeting.attendees.map((attendee, index) => row(attendee, index, text)),
    attachments: (meeting.exceptions ?? []).map((exception) => ({
      properties: [
        { id: 0x3705, type: LONG, value: 5 },
        { id: 0x7ffe, type: BOOLEAN, value: true },
        { id: 0x7ffd, type: LONG, value: 2 },
        { id: 0x7ff9, type: SYSTIME, value: exception.replaces },
      ],
      message: describe({ ...exception, stringType: text }),
    })),
  };
}

function itemProperties(meeting: Meeting, text: number): WrittenProperty[] {
  const { codePage, localeId, receivedBy, submitted, subjectPrefix } = meeting;
  const { created = ticks('2004-03-01T09:00'), modified = ticks('2004-03-12T16:30') } = meeting;
  return [
    { id: 0x001a, type: text, value: meeting.messageClass ?? 'IPM.Appointment' },
    { id: 0x0037, type: text, value: meeting.subject },
    { id: 0x0042, type: text, value: organizer.name },
    { id: 0x0064, type: text, value: 'EX' },
    { id: 0x0065, type: text, value: organizer.address },
    { id: 0x3007, type: SYSTIME, value: created },
    ...(modified === null ? [] : [{ id: 0x3008, type: SYSTIME, value: modified }]),
    ...(submitted === undefined ? [] : [{ id: 0x0039, type: SYSTIME, value: submitted }]),
    ...(subjectPrefix === undefined ? [] : [{ id: 0x003d, type: text, value: subjectPrefix }]),
    ...(text === 0x001f ? [{ id: 0x340d, type: LONG, value: 0x40000 }] : []),
    ...(codePage === undefined ? [] : [{ id: 0x3ffd, type: LONG, value: codePage }]),
    ...(localeId === undefined ? [] : [{ id: 0x3ff1, type: LONG, value: localeId }]),
    ...(receivedBy === undefined ? [] : [{ id: 0x0040, type: text, value: receivedBy }]),
  ];
}

function meetingProperties(meeting: Meeting): WrittenProperty[] {
  const { stateFlags, responseStatus, start, end, criticalChange } = meeting;
  const optional = (lid: number, value: number | undefined): WrittenProperty[] =>
    value === undefined ? [] : [{ id: [PSETID_Appointment, lid], type: LONG, value }];
  return [
    ...optional(0x8217, stateFlags),
    ...optional(0x8218, responseStatus),
    { id: [PSETID_Appointment, 0x8229], type: BOOLEAN, value: true },
    { id: [PSETID_Appointment, 0x820d], type: SYSTIME, value: start },
    { id: [PSETID_Appointment, 0x820e], type: SYSTIME, value: end },
    { id: [PSETID_Meeting, 0x0003], type: BINARY, value: meeting.objectId ?? meetingObjectId() },
    ...(criticalChange === undefined
      ? []
      : [{ id: [PSETID_Meeting, 0x001a] as const, type: SYSTIME, value: criticalChange }]),
  ];
}

/** A GlobalObjectId ([MS-OXOCAL] 2.2.1.27) with made-up data; the number tells meetings apart. */
export function meetingObjectId(meeting = 0): Uint8Array {
  return Uint8Array.from([
    ...[0x04, 0x00, 0x00, 0x00, 0x82, 0x00, 0xe0, 0x00, 0x74, 0xc5, 0xb7, 0x10, 0x1a, 0x82, 0xe0, 0x08],
    ...[0, 0, 0, 0], // no exception date
    ...[0, 0x8c, 0x2d, 0x64, 0x9e, 0xff, 0xc3, 0x01], // creation time
    ...[0, 0, 0, 0, 0, 0, 0, 0], // reserved
    ...[0x10, 0, 0, 0, ...Array.from({ length: 16 }, (_, index) => (index === 0 ? meeting : index))],
  ]);
}

function row(attendee: Attendee, index: number, text: number): WrittenProperty[] {
  const { name, address, addressType = 'SMTP', smtp, role = 1, flags = 1, status, time } = attendee;
  return [
    { id: 0x3000, type: LONG, value: index },
    { id: 0x0c15, type: LONG, value: role },
    { id: 0x3001, type: text, value: name },
    { id: 0x3002, type: text, value: addressType },
    { id: 0x3003, type: text, value: address },
    ...(smtp === undefined ? [] : [{ id: 0x39fe, type: text, value: smtp }]),
    { id: 0x0ffe, type: LONG, value: 6 },
    { id: 0x3900, type: LONG, value: 0 },
    { id: 0x5ff6, type: text, value: name },
    { id: 0x5ffd, type: LONG, value: flags },
    { id: 0x5fdf, type: LONG, value: index },
    ...(status === undefined ? [] : [{ id: 0x5fff, type: LONG, value: status }]),
    ...(time === undefined ? [] : [{ id: 0x5ffb, type: SYSTIME, value: time }]),
    ...(attendee.isTimeLost ? [{ id: 0x5ffb, type: ERROR, value: 0x8004010f | 0 }] : []),
  ];
}

const typeNames = { 1: 'to', 2: 'cc', 3: 'bcc' } as const;
const roleNames = { 1: 'required', 2: 'optional', 3: 'resource' } as const;
const statusNames: Readonly<Record<number, string>> = {
  0: 'none',
  2: 'tentative',
  3: 'accepted',
  4: 'declined',
};
const flagBits: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'sendable'],
  [0x2, 'organizer'],
  [0x20, 'exceptionalDeleted'],
];

/** What must be read back of a row. */
export function expectedRow(attendee: Attendee): Record<string, unknown> {
  const { name, address, addressType = 'SMTP', smtp, role = 1, flags = 1, status, time } = attendee;
  return {
    displayName: name,
    recipientType: typeNames[role],
    attendeeRole: roleNames[role],
    addressType,
    emailAddress: address,
    ...(smtp === undefined ? {} : { smtpAddress: smtp }),
    flags: flagBits.filter(([bit]) => (flags & bit) !== 0).map(([, flag]) => flag),
    ...(status === undefined ? {} : { trackStatus: statusNames[status] ?? `0x${status.toString(16)}` }),
    ...(time === undefined ? {} : { trackStatusTime: expectedTime(time) }),
  };
}

const NO_DATE = 0x0cb34557a3dd4000n;
const YEAR_10000 = 2_650_467_744_000_000_000n;

function expectedTime(time: bigint): Record<string, unknown> {
  const kind =
    time === 0n ? 'zero' : time === NO_DATE ? 'none' : time >= YEAR_10000 ? 'out-of-range' : 'time';
  if (kind === 'out-of-range') return { ticks: String(time), kind, iso: null };
  const milliseconds = Number((time - 116_444_736_000_000_000n) / 10_000n);
  return { ticks: String(time), kind, iso: new Date(milliseconds).toISOString().replace('Z', '0000Z') };
}
