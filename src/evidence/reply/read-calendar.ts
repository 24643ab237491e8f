import type { ReportDamage } from '../../damage/anomaly';
import { UnsupportedError } from '../../damage/errors';
import { readComponents } from './calendar-lines';
import type { CalendarComponent } from './calendar-lines';
import type { CalendarProperty } from './content-line';
import { calendarTime } from './calendar-time';
import type { CalendarTime } from './calendar-time';
import type { Reply, ReplyEvidence, SavedAttendee, SavedMeeting } from './reply';
import { quoted } from '../../damage/quoted';

/** What an iCalendar object is evidence of, without what was damaged. */
export type CalendarContent =
  | Omit<ReplyEvidence, 'anomalies' | 'suppressedAnomalies' | 'sender'>
  | Omit<SavedMeeting, 'anomalies' | 'suppressedAnomalies'>;

/** Whether a text begins as an iCalendar object does. */
export function isCalendar(text: string): boolean {
  return /^\s{0,64}BEGIN:VCALENDAR/i.test(text.slice(0, 256));
}

/**
 * Reads replies, proposals of another time (COUNTER) among them, or a saved meeting. Throws an `UnsupportedError`
 * for the other methods: a request or a cancellation is no evidence of an answer.
 */
export function readCalendar(text: string, report: ReportDamage): CalendarContent {
  const components = readComponents(text, report);
  const calendar = components.find(({ name }) => name === 'vcalendar');
  const events = components.filter(({ name }) => name === 'vevent');
  const method = valueOf(calendar, 'method')?.toUpperCase() ?? 'PUBLISH';
  const product = valueOf(calendar, 'prodid');
  const replies = { kind: 'reply', form: 'icalendar', product } as const;
  if (method === 'REPLY') return { ...replies, replies: events.map(toReply) };
  if (method === 'COUNTER') return { ...replies, replies: events.map(toCounter) };
  if (method === 'PUBLISH') return { kind: 'saved-meeting', product, meetings: events.map(toMeeting) };
  throw new UnsupportedError(
    'calendar-method',
    `This is an iCalendar object with METHOD ${quoted(method, 32)}; evidence is the attendee's REPLY ` +
      'or COUNTER, or the meeting as Outlook saves it',
  );
}

function toReply(event: CalendarComponent): Reply {
  const attendee = propertyOf(event, 'attendee');
  const sequence = valueOf(event, 'sequence') ?? '';
  return {
    attendee: addressOf(attendee),
    attendeeName: attendee?.parameters.get('cn'),
    participation: attendee?.parameters.get('partstat')?.toUpperCase(),
    uid: valueOf(event, 'uid'),
    sequence: /^\d{1,9}$/.test(sequence) ? Number(sequence) : undefined,
    stamp: timeOf(event, 'dtstamp'),
    subject: valueOf(event, 'summary'),
    recurrenceId: valueOf(event, 'recurrence-id'),
    attendeeCriticalChange: timeOf(event, 'x-microsoft-cdo-attendee-critical-change'),
    ownerCriticalChange: timeOf(event, 'x-microsoft-cdo-owner-critical-change'),
  };
}

/** A proposal of another time: Outlook takes it in as a tentative answer, [MS-OXCICAL] 2.1.3.1.1.1. */
function toCounter(event: CalendarComponent): Reply {
  return { ...toReply(event), participation: 'TENTATIVE' };
}

function toMeeting(event: CalendarComponent): SavedMeeting['meetings'][number] {
  return {
    uid: valueOf(event, 'uid'),
    subject: valueOf(event, 'summary'),
    recurrenceId: valueOf(event, 'recurrence-id'),
    attendees: event.properties.filter(({ name }) => name === 'attendee').map(toAttendee),
  };
}

function toAttendee(property: CalendarProperty): SavedAttendee {
  const responseTime = property.parameters.get('x-ms-olk-resptime');
  return {
    attendee: addressOf(property) ?? '',
    attendeeName: property.parameters.get('cn'),
    participation: property.parameters.get('partstat')?.toUpperCase(),
    responseTime: responseTime === undefined ? undefined : calendarTime(responseTime),
  };
}

function propertyOf(component: CalendarComponent | undefined, wanted: string): CalendarProperty | undefined {
  return component?.properties.find(({ name }) => name === wanted);
}

function valueOf(component: CalendarComponent | undefined, name: string): string | undefined {
  return propertyOf(component, name)?.value;
}

function timeOf(component: CalendarComponent, name: string): CalendarTime | undefined {
  const value = valueOf(component, name);
  return value === undefined ? undefined : calendarTime(value);
}

/** The address of an attendee without `mailto:`. */
function addressOf(property: CalendarProperty | undefined): string | undefined {
  return property?.value.replace(/^mailto:/i, '');
}
