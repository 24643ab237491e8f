import { appointmentTimes } from './catalogue/appointment-times';
import { calendarTimeUnconvertible } from './catalogue/calendar-time-unconvertible';
import { cancellationDelivery } from './catalogue/cancellation-delivery/rule';
import { recipientCount } from './catalogue/recipient-count';
import { recurrence } from './catalogue/recurrence/rule';
import { replyWithoutCriticalChange } from './catalogue/reply-without-critical-change';
import type { Rule } from './rule';
import { unsendableBlob } from './catalogue/unsendable-blob';

/** The rules to begin with: about delivery, and about what can only be damage. */
export const recommendedRules: readonly Rule[] = [
  cancellationDelivery,
  replyWithoutCriticalChange,
  recipientCount,
  unsendableBlob,
  recurrence,
  appointmentTimes,
  calendarTimeUnconvertible,
];
