import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  AppointmentStateFlags,
  BusyStatus,
  codeOf,
  decodeMessage,
  decodeRecurrence,
  RecurrenceFrequency,
  RecurrencePatternType,
  RecurrenceType,
  TrackStatus,
} from '../../src/index';
import type { Message, FileTime } from '../../src/index';
import { propertyNames } from '../../src/mapi/names/index';
import { formatTag, idOf } from '../../src/mapi/values/property-type';
import { corpusTitle, hasCorpus, readCorpusFile, readReadings } from '../support/corpus';

interface Reading {
  readonly class: string | null;
  readonly subject: string | null;
  readonly sender: Person;
  readonly sentRepresenting: Person;
  readonly displayTo: string | { head: string } | null;
  readonly cal?: Readonly<Record<string, unknown>>;
  readonly props: readonly string[];
  readonly named: Readonly<Record<string, readonly [set: string, name: string]>>;
  readonly attachments: readonly {
    readonly name: string | null;
    readonly method: number | null;
    readonly mime: string | null;
    readonly size: number | null;
    readonly hidden: boolean | null;
    readonly props: readonly string[];
    readonly dataLen?: number;
    readonly embedded?: Reading;
  }[];
}

interface Person {
  readonly addrtype: string | null;
  readonly email: string | null;
  readonly smtp: string | null;
  readonly name: string | null;
}

/** Compares two values by their JSON and says where they differ. */
function compare(place: string, ours: unknown, theirs: unknown): string[] {
  const [a, b] = [JSON.stringify(ours ?? null), JSON.stringify(theirs ?? null)];
  return a === b ? [] : [`${place}: ${a}, not ${b}`];
}

function blob(bytes: Uint8Array | undefined): unknown {
  return (
    bytes && { len: bytes.length, sha256_16: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
  );
}

function time(value: FileTime | undefined): unknown {
  if (value === undefined) return undefined;
  const iso = value.iso?.replace(/\.0+Z$/, 'Z').replace(/(\.\d{6})0Z$/, '$1Z');
  return { ft: `0x${value.ticks.toString(16).toUpperCase().padStart(16, '0')}`, iso };
}

function recurrence(message: Message): unknown {
  const { appointmentRecurrence: bytes } = message;
  const decoded = bytes && decodeRecurrence(bytes, message.properties.codePage);
  return (
    decoded && {
      len: bytes.length,
      freq: `0x${codeOf(RecurrenceFrequency, decoded.frequency).toString(16).toUpperCase()}`,
      pattern: codeOf(RecurrencePatternType, decoded.patternType),
      occurrences: decoded.occurrenceCount,
      deleted: decoded.deletedDates.length,
      modified: decoded.modifiedDates.length,
      exceptions: decoded.exceptions.length,
    }
  );
}

/** The calendar properties as readings.jsonl writes them. */
function calendar(message: Message): Record<string, unknown> {
  const flags = message.appointmentStateFlags;
  const code = <T>(value: T | undefined, of: (value: T) => number): number | undefined =>
    value === undefined ? undefined : of(value);
  return {
    busyStatus: code(message.busyStatus, (value) => codeOf(BusyStatus, value)),
    intendedBusy: code(message.intendedBusyStatus, (value) => codeOf(BusyStatus, value)),
    responseStatus: code(message.responseStatus, (value) => codeOf(TrackStatus, value)),
    recurType: code(message.recurrenceType, (value) => codeOf(RecurrenceType, value)),
    stateFlags: flags?.reduce((sum, flag) => sum | codeOf(AppointmentStateFlags, flag), 0),
    recurring: message.recurring,
    isRecurring: message.isRecurring,
    allDay: message.allDay,
    fInvited: message.invited,
    counterProposal: message.counterProposal,
    fExceptionalAttendees: message.exceptionalAttendees,
    sequence: message.sequence,
    location: message.location,
    recurPattern: message.recurrencePattern,
    tzDesc: message.timeZoneDescription,
    start: time(message.appointmentStart),
    end: time(message.appointmentEnd),
    goid: blob(message.globalObjectId),
    cleanGoid: blob(message.cleanGlobalObjectId),
    recurBlob: recurrence(message),
    exceptionReplaceTime: time(message.exceptionReplaceTime),
  };
}

function compareCalendar(
  place: string,
  message: Message,
  cal: Readonly<Record<string, unknown>> = {},
): string[] {
  const ours = calendar(message);
  return Object.entries(cal).flatMap(
    ([key, theirs]) => (key.startsWith('asf') ? [] : compare(`${place} ${key}`, ours[key], theirs)), // the single bits of stateFlags
  );
}

function comparePeople(place: string, message: Message, reading: Reading): string[] {
  const sender = {
    addrtype: message.senderAddressType,
    email: message.senderEmailAddress,
    smtp: message.senderSmtpAddress,
    name: message.senderName,
  };
  const representing = {
    addrtype: message.sentRepresentingAddressType,
    email: message.sentRepresentingEmailAddress,
    smtp: message.sentRepresentingSmtpAddress,
    name: message.sentRepresentingName,
  };
  const all = (person: Readonly<Record<string, unknown>>) =>
    [person['addrtype'], person['email'], person['smtp'], person['name']].map((value) => value ?? null);
  return [
    ...compare(`${place} sender`, all(sender), all({ ...reading.sender })),
    ...compare(`${place} sentRepresenting`, all(representing), all({ ...reading.sentRepresenting })),
  ];
}

/** Tags in the file's order, of a tag that occurs twice the first; names of those from 0x8000 up. */
function compareProperties(place: string, message: Message, reading: Reading): string[] {
  const listed = [...message.properties].filter(({ isUnlisted }) => isUnlisted !== true);
  const tags = [...new Set(listed.map(({ tag }) => formatTag(tag)))];
  const named = Object.entries(reading.named).flatMap(([id, [set, name]]) => {
    const ours = message.properties.nameOf(Number.parseInt(id, 16));
    const ourSet = ours && (set.includes('-') ? ours.set : propertyNames.ofSet(ours.set)); // readings name some sets only
    const ourName =
      typeof ours?.name === 'number'
        ? `0x${ours.name.toString(16).toUpperCase().padStart(4, '0')}`
        : ours?.name;
    return compare(`${place} ${id}`, [ourSet, ourName], [set, name]);
  });
  const unnamed = tags.filter((tag) => {
    const id = idOf(Number.parseInt(tag, 16));
    return (
      id >= 0x8000 &&
      id < 0xfffe &&
      (message.properties.nameOf(id) === undefined) !== (reading.named[tag.slice(0, 4)] === undefined)
    );
  });
  return [
    ...compare(`${place} tags`, tags, [...new Set(reading.props)]),
    ...named,
    ...compare(`${place} unnamed`, unnamed, []),
  ];
}

function compareAttachments(place: string, message: Message, reading: Reading): string[] {
  return [
    ...compare(`${place} attachments`, message.attachments.length, reading.attachments.length),
    ...reading.attachments.flatMap((theirs, index) => {
      const ours = message.attachments[index];
      if (ours === undefined) return [];
      const at = `${place} attachment ${index}`;
      const tags = [...new Set(Array.from(ours.properties, ({ tag }) => formatTag(tag)))];
      return [
        ...compare(`${at} mime`, ours.mimeType, theirs.mime),
        ...compare(`${at} size`, ours.size, theirs.size),
        ...compare(`${at} hidden`, ours.hidden, theirs.hidden),
        ...compare(`${at} tags`, tags, [...new Set(theirs.props)]),
        ...(theirs.dataLen === undefined ? [] : compare(`${at} length`, ours.contentSize, theirs.dataLen)),
        ...(ours.embedded && theirs.embedded
          ? compareMessage(`${place}/${index}`, ours.embedded, theirs.embedded)
          : []),
      ];
    }),
  ];
}

function compareNamed(place: string, message: Message, reading: Reading): string[] {
  return [
    ...compare(`${place} class`, message.messageClass, reading.class),
    ...compare(`${place} subject`, message.subject, reading.subject),
    ...comparePeople(place, message, reading),
  ];
}

function compareMessage(place: string, message: Message, reading: Reading): string[] {
  // the independent reading passes over values that have no entry, as two damaged files have them
  const isListed = [...message.properties].every(({ isUnlisted }) => isUnlisted !== true);
  return [
    ...(isListed ? compareNamed(place, message, reading) : []),
    ...compareCalendar(place, message, reading.cal),
    ...compareProperties(place, message, reading),
    ...compareAttachments(place, message, reading),
  ];
}

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('every message equals its reading at every depth: class, subject, people, calendar, tags, names, attachments', () => {
    const found = readReadings<{ path: string; message: Reading }>()
      .filter(({ path }) => path.startsWith('msg/'))
      .flatMap(({ path, message }) => compareMessage(path, decodeMessage(readCorpusFile(path)), message));
    expect(found).toEqual([]); // nothing differs
  });
});
