import { appointmentTimes } from './appointment-times';
import { attendeeStrings } from './attendee-strings';
import { cancellationDelivery } from './cancellation-delivery/rule';
import { exceptionRecipients } from './exception-recipients';
import { globalObjectId } from './global-object-id';
import { messageIdentity } from './message-identity';
import { organizerMismatch } from './organizer-mismatch';
import { organizerRow } from './organizer-row';
import { proposalIncoherent } from './proposal-incoherent';
import { recipientAddress } from './recipient-address';
import { recipientCount } from './recipient-count';
import { recipientDuplicate } from './recipient-duplicate';
import { recipientFlagsReserved } from './recipient-flags-reserved';
import { recurrence } from './recurrence/rule';
import { replyWithoutCriticalChange } from './reply-without-critical-change';
import { responseTimeImplausible } from './response-time-implausible';
import { responseWithoutTime } from './response-without-time';
import type { Rule } from './rule';
import { timeZoneDefinition } from './time-zone-definition';
import { trackStatusTimeUnusable } from './track-status-time-unusable';
import { trackStatusUndocumented } from './track-status-undocumented';
import { unsendableBlob } from './unsendable-blob';

/** The rules that apply when none are named: delivery, and what can only be damage. */
export const recommendedRules: readonly Rule[] = [
  cancellationDelivery,
  replyWithoutCriticalChange,
  recipientCount,
  unsendableBlob,
  recurrence,
  appointmentTimes,
];

/** Every rule about one message. */
export const allRules: readonly Rule[] = [
  cancellationDelivery,
  replyWithoutCriticalChange,
  trackStatusTimeUnusable,
  trackStatusUndocumented,
  responseWithoutTime,
  responseTimeImplausible,
  organizerRow,
  organizerMismatch,
  recipientAddress,
  recipientDuplicate,
  recipientFlagsReserved,
  recipientCount,
  attendeeStrings,
  proposalIncoherent,
  exceptionRecipients,
  unsendableBlob,
  globalObjectId,
  recurrence,
  appointmentTimes,
  timeZoneDefinition,
  messageIdentity,
];
