import { textEncoder } from '../bytes/text-codec';
import type { RecipientFlags } from '../mapi/definitions/recipient-enums';
import type { Recipient } from '../message/recipient';
import { checkRecipients } from './given-recipients';
import { toParticipation } from './track-status';

/** A property of jCal, RFC 7265 3.4: name, parameters, type, value. */
export type JCalProperty = readonly [
  name: 'attendee' | 'organizer',
  parameters: Readonly<Record<string, string>>,
  type: 'cal-address',
  value: string,
];

/** What stands for an address that is no Internet address: [MS-OXCICAL] 2.1.3.1.1.20.2. */
const NO_MAIL = 'invalid:nomail';
/** Octets of a content line: RFC 5545 3.1. */
const LINE = 75;

/**
 * A recipient table as ATTENDEE and ORGANIZER properties of jCal (RFC 7265), by [MS-OXCICAL] 2.1.3.1.1.20.2. Rows that
 * an exception removed are left out. X-MS-OLK-RESPTIME is the time of an answer as stored: FILETIME 0 becomes 1601.
 */
export function toJCal(recipients: readonly Recipient[]): JCalProperty[] {
  checkRecipients('toJCal', recipients);
  return recipients.filter(({ flags }) => flags?.includes('exceptionalDeleted') !== true).map(propertyOf);
}

/** The recipient table as folded content lines of iCalendar (RFC 5545), each with its CRLF. */
export function toCalendarLines(recipients: readonly Recipient[]): string {
  checkRecipients('toCalendarLines', recipients);
  return toJCal(recipients).map(contentLine).join('');
}

function propertyOf(row: Recipient): JCalProperty {
  const address = addressOf(row);
  const name = row.displayName ?? row.recipientDisplayName;
  const cn = name === undefined ? {} : { cn: name };
  if (row.flags?.includes(organizer) === true) return ['organizer', cn, 'cal-address', address];
  return ['attendee', { ...cn, ...roleOf(row), ...answerOf(row) }, 'cal-address', address];
}

const organizer: RecipientFlags = 'organizer';

function addressOf({ addressType, emailAddress, smtpAddress }: Recipient): string {
  const type = addressType?.trim().toUpperCase() ?? '';
  const own =
    type === 'SMTP' || (omittedProperties.includes(type) && isMail(emailAddress)) ? emailAddress : undefined;
  const address = smtpAddress === undefined || smtpAddress === '' ? own : smtpAddress;
  return address === undefined || address === '' ? NO_MAIL : `mailto:${encoded(address)}`;
}

/** Address types that do not say what the address is: none, and Outlook's word for that. */
const omittedProperties: readonly string[] = ['', 'UNKNOWN'];

function isMail(address: string | undefined): boolean {
  return address !== undefined && /^[^@\s]+@[^@\s]+$/.test(address);
}

/** An address within a URI: RFC 6068 2. */
function encoded(address: string): string {
  return encodeURIComponent(address.replace(loneSurrogate, '\ufffd'))
    .replaceAll('%40', '@')
    .replaceAll('%2B', '+');
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** None where the row does not say, or says something undocumented. */
function roleOf({ recipientType }: Recipient): Record<string, string> {
  if (recipientType === 'to') return { role: 'REQ-PARTICIPANT' };
  if (recipientType === 'cc') return { role: 'OPT-PARTICIPANT' };
  return recipientType === 'bcc' ? { cutype: 'RESOURCE', role: 'NON-PARTICIPANT' } : {};
}

function answerOf({ trackStatus, trackStatusTime }: Recipient): Record<string, string> {
  const partstat = toParticipation(trackStatus);
  const time = trackStatusTime?.kind === 'none' ? undefined : trackStatusTime?.iso?.slice(0, 19);
  return {
    ...(partstat !== undefined && { partstat }),
    ...(time !== undefined && { 'x-ms-olk-resptime': `${time.replaceAll(/[-:]/g, '')}Z` }),
  };
}

function contentLine([name, parameters, , value]: JCalProperty): string {
  const told = Object.entries(parameters).map(
    ([key, text]) => `;${key.toUpperCase()}=${parameterText(text)}`,
  );
  return folded(`${name.toUpperCase()}${told.join('')}:${value.replace(controls, '')}`);
}

const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

/** RFC 6868: a caret stands before what a quoted text cannot hold. */
function parameterText(text: string): string {
  const escaped = text
    .replaceAll('^', '^^')
    .replaceAll(/\r\n?|\n/g, '^n')
    .replaceAll('"', "^'")
    .replace(controls, '');
  return /[,:;]/.test(escaped) ? `"${escaped}"` : escaped;
}

/** Lines of at most 75 octets; a character is never cut. */
function folded(line: string): string {
  const encoder = textEncoder();
  let result = '';
  let octets = 0;
  for (const character of line) {
    const { length } = encoder.encode(character);
    if (octets + length > LINE) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += length;
  }
  return `${result}\r\n`;
}
