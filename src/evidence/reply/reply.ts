import { checkArgument } from '../../arguments/check';
import { anObject } from '../../arguments/kinds';
import type { Anomaly } from '../../damage/anomaly';
import type { CalendarTime } from './calendar-time';

/** An attendee's answer to a meeting request, as in an iCalendar object. */
export interface Reply {
  /** The attendee who answers: the address without `mailto:`. */
  readonly attendee: string | undefined;
  readonly attendeeName: string | undefined;
  /** PARTSTAT: `ACCEPTED`, `DECLINED`, `TENTATIVE`, … in upper case. */
  readonly participation: string | undefined;
  readonly uid: string | undefined;
  readonly sequence: number | undefined;
  /** When the answer was written. */
  readonly stamp: CalendarTime | undefined;
  readonly subject: string | undefined;
  /** The occurrence that the answer is about; undefined for the meeting itself. */
  readonly recurrenceId: string | undefined;
  /**
   * X-MICROSOFT-CDO-ATTENDEE-CRITICAL-CHANGE of the VEVENT, or PidLidAttendeeCriticalChange of an item: when the
   * attendee answered. Undefined if the reply lacks it; Outlook then writes 0 as the time of this answer.
   */
  readonly attendeeCriticalChange: CalendarTime | undefined;
  /** X-MICROSOFT-CDO-OWNER-CRITICAL-CHANGE: when the organizer last changed the meeting. */
  readonly ownerCriticalChange: CalendarTime | undefined;
}

/** The form of a reply: iCalendar, or the item that Outlook made from it. */
export type ReplyForm = 'icalendar' | 'item';

/** What each form calls the time of the answer. */
export const criticalChangeNames: Readonly<Record<ReplyForm, string>> = {
  icalendar: 'X-MICROSOFT-CDO-ATTENDEE-CRITICAL-CHANGE',
  item: 'PidLidAttendeeCriticalChange',
};

/** Replies (METHOD:REPLY or COUNTER) from an .ics file or a mail, or a reply that is an item. */
export interface ReplyEvidence {
  readonly kind: 'reply';
  readonly form: ReplyForm;
  /** The program that wrote the replies: PRODID or, for an item, X-Mailer and the like from the mail's header. */
  readonly product: string | undefined;
  readonly replies: readonly Reply[];
  /** The sender of the mail that contained the replies. */
  readonly sender: string | undefined;
  readonly anomalies: readonly Anomaly[];
  readonly suppressedAnomalies: number;
}

/** An attendee in a meeting that Outlook saved as .ics. */
export interface SavedAttendee {
  /** The address without `mailto:`. */
  readonly attendee: string;
  readonly attendeeName: string | undefined;
  readonly participation: string | undefined;
  /**
   * X-MS-OLK-RESPTIME: the time of the answer in the attendee's row. 1601-01-01 has the kind `zero`: the row has a time
   * of 0.
   */
  readonly responseTime: CalendarTime | undefined;
}

/** A meeting as Outlook saves it (METHOD:PUBLISH, or none). */
export interface SavedMeeting {
  readonly kind: 'saved-meeting';
  readonly product: string | undefined;
  readonly meetings: readonly {
    readonly uid: string | undefined;
    readonly subject: string | undefined;
    readonly recurrenceId: string | undefined;
    readonly attendees: readonly SavedAttendee[];
  }[];
  readonly anomalies: readonly Anomaly[];
  readonly suppressedAnomalies: number;
}

/** Whether a PARTSTAT is an answer; a reply that does not say which answer it is is one all the same. */
export function isAnswerOrUnstated(participation: string | undefined): boolean {
  return participation === undefined || ['ACCEPTED', 'DECLINED', 'TENTATIVE'].includes(participation);
}

/** Whether Outlook would write 0 as the time of this answer when it processes the reply. */
export function storesZeroTime(reply: Reply): boolean {
  checkArgument('storesZeroTime', 'The reply', reply, anObject);
  const { participation, attendeeCriticalChange: change } = reply;
  return isAnswerOrUnstated(participation) && (change === undefined || change.time?.kind === 'zero');
}
