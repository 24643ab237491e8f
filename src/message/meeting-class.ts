import { messageClassOf } from '../mapi/values/legacy-message-class';

/**
 * What part of a meeting's life a message is: the calendar item (`appointment`), a changed occurrence of it
 * (`exception`), a request or cancellation on its way or sent, or an attendee's reply.
 */
export type MeetingItem = 'appointment' | 'exception' | 'request' | 'cancellation' | 'reply';

const prefixes: readonly (readonly [prefix: string, item: MeetingItem])[] = [
  ['ipm.appointment', 'appointment'],
  ['ipm.ole.class.{00061055-0000-0000-c000-000000000046}', 'exception'],
  ['ipm.schedule.meeting.request', 'request'],
  ['ipm.schedule.meeting.canceled', 'cancellation'],
  ['ipm.schedule.meeting.resp.', 'reply'],
];

/**
 * What a message class means for meetings; undefined if nothing. Classes match by prefix, without case ([MS-OXOCAL] 2.2).
 * QUIRK: no specification has the names of Schedule+ outside of TNEF; items that came from it keep them
 * (`field/legacy-class-in-msg`).
 */
export function meetingItemOf(messageClass: string | undefined): MeetingItem | undefined {
  const lower = messageClass === undefined ? undefined : messageClassOf(messageClass).toLowerCase();
  return prefixes.find(([prefix]) => lower?.startsWith(prefix))?.[1];
}

/** Whether it is mail that an organizer sends: an invitation, a change or a cancellation. */
export function isOrganizerMail(item: MeetingItem | undefined): boolean {
  return item === 'request' || item === 'cancellation';
}

/** Whether a class is that of a non-delivery report: `REPORT.` before the class of what was not delivered, `.NDR` behind it. */
export function isReportClass(messageClass: string | undefined): boolean {
  return /^report\..*\.ndr\s*$/i.test(messageClassOf(messageClass ?? ''));
}
