// A meeting with which nothing is wrong, whatever rule looks at it, and the ways to change one value of it.

import type { WrittenMessage, WrittenProperty, WrittenValue } from '../../test/support/msg-writer';
import { objectId, recurrenceBlob, timeZoneDefinition, timeZoneStruct } from './blobs';
import { organizer, ticks } from './meeting';

const PSETID_Appointment = '00062002-0000-0000-C000-000000000046';
const PSETID_Common = '00062008-0000-0000-C000-000000000046';
const PSETID_Meeting = '6ED8DA90-450B-101B-98DA-00AA003F1305';

const LONG = 0x0003;
const BOOLEAN = 0x000b;
const UNICODE = 0x001f;
const SYSTIME = 0x0040;
const BINARY = 0x0102;

export type Id = WrittenProperty['id'];

/** A named property of calendar items. */
export const appointment = (lid: number): Id => [PSETID_Appointment, lid];
/** A named property of meetings. */
export const scheduling = (lid: number): Id => [PSETID_Meeting, lid];
/** A named property of any item. */
export const common = (lid: number): Id => [PSETID_Common, lid];

export const text = (id: Id, value: string): WrittenProperty => ({ id, type: UNICODE, value });
export const long = (id: Id, value: number): WrittenProperty => ({ id, type: LONG, value });
export const boolean = (id: Id, value: boolean): WrittenProperty => ({ id, type: BOOLEAN, value });
export const time = (id: Id, value: bigint): WrittenProperty => ({ id, type: SYSTIME, value });
export const binary = (id: Id, value: Uint8Array): WrittenProperty => ({ id, type: BINARY, value });

/** A row of a recipient table. */
export function attendee(
  name: string,
  address: string,
  { type = 'SMTP', role = 1, flags = 1 }: { type?: string; role?: number; flags?: number } = {},
  ...more: WrittenProperty[]
): WrittenProperty[] {
  return [
    long(0x0c15, role),
    text(0x3001, name),
    text(0x3002, type),
    text(0x3003, address),
    long(0x0ffe, 6),
    text(0x5ff6, name),
    long(0x5ffd, flags),
    ...more,
  ];
}

const rows: readonly (readonly WrittenProperty[])[] = [
  attendee(
    organizer.name,
    organizer.address,
    { type: 'EX', flags: 3 },
    text(0x39fe, 'olivia@example.com'),
    long(0x5fff, 0),
  ),
  attendee('Bob Miller', 'bob@partner.example', {}, long(0x5fff, 3), time(0x5ffb, ticks('2004-03-03T10:15'))),
  attendee('Carla Stein', 'carla@partner.example', { role: 2 }, long(0x5fff, 0)),
];

const identity: readonly WrittenProperty[] = [
  text(0x001a, 'IPM.Appointment'),
  text(0x0037, 'Weekly call'),
  text(0x0042, organizer.name),
  text(0x0064, 'EX'),
  text(0x0065, organizer.address),
  text(0x0c1a, organizer.name),
  text(0x0c1e, 'EX'),
  text(0x0c1f, organizer.address),
  time(0x0039, ticks('2004-03-01T15:03')),
  time(0x0e06, ticks('2004-03-01T15:03')),
  time(0x3007, ticks('2004-03-01T15:03')),
  time(0x3008, ticks('2004-03-12T16:30')),
  long(0x340d, 0x40000),
];

export const series = {
  startDate: '2004-03-15',
  endDate: '2004-05-17',
  deleted: ['2004-03-22'],
  modified: ['2004-03-23'],
  exceptions: [
    {
      start: '2004-03-23T14:00',
      end: '2004-03-23T15:00',
      originalStart: '2004-03-22T14:00',
      subject: 'Moved',
    },
  ],
} as const;

const calendar: readonly WrittenProperty[] = [
  long(appointment(0x8217), 1),
  long(appointment(0x8218), 1),
  boolean(appointment(0x8229), true),
  text(appointment(0x8208), 'Room 12'),
  time(appointment(0x820d), ticks('2004-03-15T13:00')),
  time(appointment(0x820e), ticks('2004-03-15T14:00')),
  long(appointment(0x8201), 0),
  boolean(appointment(0x8223), true),
  long(appointment(0x8231), 2),
  binary(appointment(0x8216), recurrenceBlob(series)),
  binary(appointment(0x8233), timeZoneStruct()),
  binary(appointment(0x825e), timeZoneDefinition()),
  binary(appointment(0x8260), timeZoneDefinition()),
  boolean(appointment(0x8257), false),
  long(appointment(0x8259), 0),
  boolean(appointment(0x822b), false),
  binary(scheduling(0x0003), objectId()),
  binary(scheduling(0x0023), objectId()),
];

const lists: readonly WrittenProperty[] = [
  text(0x0e04, 'Olivia Organizer; Bob Miller'),
  text(0x0e03, 'Carla Stein'),
  text(appointment(0x8238), 'Bob Miller; Carla Stein; Nina Nowhere'),
  text(appointment(0x823b), 'Bob Miller; Nina Nowhere'),
  text(appointment(0x823c), 'Carla Stein'),
  text(common(0x8536), 'Nina Nowhere'),
  { id: common(0x8543), type: 0x1003, value: [0] },
  binary(appointment(0x825d), Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0)),
];

/** The organizer's copy of a weekly meeting with one moved occurrence. */
export const soundMeeting: WrittenMessage = {
  properties: [...identity, ...calendar, ...lists],
  recipients: rows,
  attachments: [
    {
      properties: [
        long(0x3705, 5),
        boolean(0x7ffe, true),
        long(0x7ffd, 2),
        time(0x7ff9, ticks('2004-03-22T13:00')),
      ],
      message: {
        properties: [
          text(0x001a, 'IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}'),
          text(0x0037, 'Moved'),
          time(appointment(0x820d), ticks('2004-03-23T13:00')),
          time(appointment(0x820e), ticks('2004-03-23T14:00')),
        ],
        recipients: rows,
      },
    },
  ],
};

/** A change of one value of a message. */
export type Change = (message: WrittenMessage) => WrittenMessage;

const keyOf = (id: Id): string => String(id);

function replaced(properties: readonly WrittenProperty[], property: WrittenProperty): WrittenProperty[] {
  const key = keyOf(property.id);
  const isThere = properties.some(({ id }) => keyOf(id) === key);
  return isThere
    ? properties.map((each) => (keyOf(each.id) === key ? { ...each, ...property } : each))
    : [...properties, property];
}

/** Gives the message a property, or another value of one that it has. */
export function set(property: WrittenProperty): Change {
  return (message) => ({ ...message, properties: replaced(message.properties, property) });
}

/** Gives the message another value of a property that it has. */
export function setTo(id: Id, value: WrittenValue): Change {
  return (message) => ({
    ...message,
    properties: message.properties.map((each) => (keyOf(each.id) === keyOf(id) ? { ...each, value } : each)),
  });
}

/** Takes a property away from the message. */
export function drop(id: Id): Change {
  return (message) => ({
    ...message,
    properties: message.properties.filter((property) => keyOf(property.id) !== keyOf(id)),
  });
}

function inRow(
  row: number,
  change: (cells: readonly WrittenProperty[]) => readonly WrittenProperty[],
): Change {
  return (message) => ({
    ...message,
    recipients: (message.recipients ?? []).map((cells, index) => (index === row ? change(cells) : cells)),
  });
}

/** Gives a row a cell, or another value of one that it has. */
export function setCell(row: number, property: WrittenProperty): Change {
  return inRow(row, (cells) => replaced(cells, property));
}

/** Takes a cell away from a row. */
export function dropCell(row: number, id: number): Change {
  return inRow(row, (cells) => cells.filter((cell) => cell.id !== id));
}

/** Puts a row behind the others. */
export function addRow(cells: readonly WrittenProperty[]): Change {
  return (message) => ({ ...message, recipients: [...(message.recipients ?? []), cells] });
}

/** Takes a row away. */
export function dropRow(row: number): Change {
  return (message) => ({
    ...message,
    recipients: (message.recipients ?? []).filter((_, index) => index !== row),
  });
}

/** Changes the exception. */
export function inException(...changes: readonly Change[]): Change {
  return (message) => ({
    ...message,
    attachments: (message.attachments ?? []).map((attachment) =>
      attachment.message === undefined
        ? attachment
        : { ...attachment, message: changed(attachment.message, ...changes) },
    ),
  });
}

/** Takes the exception away. */
export const withoutException: Change = (message) => ({ ...message, attachments: [] });

/** A message with changes, one after the other. */
export function changed(message: WrittenMessage, ...changes: readonly Change[]): WrittenMessage {
  return changes.reduce((before, change) => change(before), message);
}

/** The sound meeting with changes. */
export function meetingWith(...changes: readonly Change[]): WrittenMessage {
  return changed(soundMeeting, ...changes);
}
