import { appointmentTimes } from './appointment-times';
import { cancellationDelivery } from './cancellation-delivery/rule';
import { recipientCount } from './recipient-count';
import { recurrence } from './recurrence/rule';
import { replyWithoutCriticalChange } from './reply-without-critical-change';
import type { Rule } from './rule';
import { unsendableBlob } from './unsendable-blob';

/** The rules to begin with: delivery, and what can only be damage. */
export const recommendedRules: readonly Rule[] = [
  cancellationDelivery,
  replyWithoutCriticalChange,
  recipientCount,
  unsendableBlob,
  recurrence,
  appointmentTimes,
];
