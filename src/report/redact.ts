import type { PropertyStore } from '../mapi/rows/property-store';
import type { Message } from '../message/message';
import type { Diagnosis } from '../rules/diagnose';
import type { CheckedFile, ReportedFile, ReportedMessage } from './checked-file';
import type { Reported } from './reported';

/** What a value is: the beginning of what stands for it. */
export type Redacted = 'address' | 'name' | 'subject' | 'path' | 'folder';

/** Gives what stands for a value; for the same value always the same. */
export type Substitute = (kind: Redacted, value: string) => string;

const ADDRESS = /[^\s<>()[\]"'«»,;:/=@]+@[^\s<>()[\]"'«»,;:/=@]+|\/o=[^\s<>"',;)]+/giu;
/** The values of a message and of a row from which reports take words; lists of people are taken apart at semicolons. */
const personal = {
  subject: ['subject', 'location'],
  address: [
    'sentRepresentingEmailAddress',
    'sentRepresentingSmtpAddress',
    'senderEmailAddress',
    'senderSmtpAddress',
    'receivedByEmailAddress',
    'receivedBySmtpAddress',
  ],
  name: [
    'sentRepresentingName',
    'senderName',
    'receivedByName',
    'displayTo',
    'displayCc',
    'displayBcc',
    'allAttendees',
    'toAttendees',
    'ccAttendees',
    'nonSendableTo',
    'nonSendableCc',
    'nonSendableBcc',
  ],
} as const;
const personalOfRow = {
  address: ['emailAddress', 'smtpAddress', 'orgEmailAddress', 'sipUri', 'senderSmtpAddress'],
  name: [
    'displayName',
    'recipientDisplayName',
    'transmittableDisplayName',
    'addressBookDisplayNamePrintable',
    'account',
    'nickName',
  ],
} as const;
/** The texts of a diagnosis that are written for people; all others are terms and places. */
const written = new Set(['message', 'summary', 'why', 'settle', 'todo', 'values', 'person', 'attendees']);
const LEAST = 2;

/**
 * A checked file with what stands for people and subjects in the place of their names, addresses and subjects, for texts
 * (`formatText`) and lines (`itemLine`, `csvRows`). Its message has nothing else: what needs recipients or properties, such
 * as `formatTable` and `toFileReport`, does not take it.
 */
export function redactFile(file: CheckedFile, substitute: Substitute): ReportedFile {
  const replace = replacerOf(file, substitute);
  const deep = (value: unknown, isWritten: boolean): unknown => {
    if (typeof value === 'string') return isWritten ? replace(value) : value;
    if (Array.isArray(value)) return value.map((each) => deep(each, isWritten));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, each]) => [key, deep(each, isWritten || written.has(key))]));
  };
  return {
    ...redactPlace(file, substitute),
    message: redactMessage(file.message, (value) => deep(value, false) as typeof value, replace, substitute),
    diagnosis: deep(file.diagnosis, false) as Diagnosis,
  };
}

/** A file or item with what stands for its path and folder; the number of an item stays. */
export function redactPlace<T extends Reported>(told: T, substitute: Substitute): T {
  const { path, item } = told;
  const hidden = item && { ...item, folder: substitute('folder', item.folder) };
  return { ...told, path: substitute('path', path), ...(hidden && { item: hidden }) };
}

/** Text in which nothing but addresses can be found, since there is no message that knows the names. */
export function redactAddresses(text: string, substitute: Substitute): string {
  return text.replace(ADDRESS, (found) => substitute('address', found));
}

/** The message as lines and texts of a report see it: what is nobody's, and what stands for the rest. */
function redactMessage(
  message: Message,
  deep: <T>(value: T) => T,
  replace: (text: string) => string,
  substitute: Substitute,
): ReportedMessage {
  const { kind, messageClass, subject, appointmentStart, note, notCaptured } = message;
  return {
    kind,
    messageClass,
    subject: subject === undefined ? undefined : substitute('subject', subject),
    appointmentStart,
    note: note === undefined ? undefined : replace(note),
    notCaptured,
    anomalies: deep(message.anomalies),
    suppressedAnomalies: message.suppressedAnomalies,
    suppressedErrors: message.suppressedErrors,
    properties: statesOf(message),
  };
}

/** What is known of the properties, without their values. */
function statesOf({ properties }: Message): Pick<PropertyStore, 'state'> {
  return { state: (definition) => properties.state(definition) };
}

/** Replaces the values of a message wherever they are a word by themselves, the longest first, in any case. */
function replacerOf({ message, diagnosis }: CheckedFile, substitute: Substitute): (text: string) => string {
  const known = new Map<string, Redacted>();
  collect(message, known);
  collectFromEvidence(diagnosis, known);
  const words = [...known.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (words.length === 0) return (text) => redactAddresses(text, substitute);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => {
    const named = text.replace(pattern, (found) =>
      substitute(known.get(found.toLowerCase()) ?? 'name', found),
    );
    return redactAddresses(named, substitute);
  };
}

/** Gathers what evidence names: subjects, the file of a tracking log, and the servers of partners. */
function collectFromEvidence({ results }: Diagnosis, known: Map<string, Redacted>): void {
  for (const { values } of results.flatMap(({ evidence }) => evidence)) {
    const { file, partner, subject } = values ?? {};
    if (typeof subject === 'string' && subject.length >= LEAST) known.set(subject.toLowerCase(), 'subject');
    if (typeof file === 'string') known.set(file.toLowerCase(), 'path');
    if (typeof partner === 'string') known.set(partner.toLowerCase(), 'address');
  }
}

/** Gathers what is personal in a message and in those in it; of a value that is several things the last counts. */
function collect(message: Message, known: Map<string, Redacted>): void {
  const note = (kind: Redacted, text: string | undefined): void => {
    for (const value of (text ?? '').split(kind === 'name' ? /;/ : /$^/).map((part) => part.trim()))
      if (value.length >= LEAST) known.set(value.toLowerCase(), kind);
  };
  for (const kind of ['name', 'subject', 'address'] as const)
    for (const name of personal[kind]) note(kind, message[name]);
  for (const recipient of message.recipients)
    for (const kind of ['name', 'address'] as const)
      for (const name of personalOfRow[kind]) note(kind, recipient[name]);
  for (const embedded of message.embedded) collect(embedded, known);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
