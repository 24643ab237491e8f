/**
 * Evidence about an item that an administrator supplies: event logs, non-delivery reports, replies, tracking logs.
 *
 * @module mapilint/evidence
 */

export { decodeEvidence } from './decode-evidence';
export type { Evidence, EvidenceOptions } from './decode-evidence';
export { evidenceOf, isEvidenceClass } from './item/evidence-of';
export type { ItemEvidence } from './item/evidence-of';
export { MailboxEvidence } from './item/mailbox-evidence';
export { correlate } from './correlation';
export type { CorrelatedBy, Correlation, CorrelationKey } from './correlation';
export {
  classifyEvent,
  failureTable,
  hasCategory,
  hasStorePathFailure,
  pathNotFound,
} from './event-log/differential';
export type {
  Article,
  CauseCode,
  DocumentedCause,
  DocumentedFailure,
  EventVerdict,
  UnknownReason,
} from './event-log/differential';
export type { EventLog, EventLogForm, EventOrigin, EventTime, LoggedEvent } from './event-log/logged-event';
export { countRetries } from './event-log/retries';
export type { RepeatedEvent } from './event-log/retries';
export type { StoreFailure } from './event-log/store-failure';
export { isQueueExpiry } from './ndr/delivery-report';
export type { DeliveryReport, OriginalMessage } from './ndr/delivery-report';
export type { DeliveryStatus, StatusMeaning } from './ndr/delivery-status';
export { storesZeroTime } from './reply/reply';
export type { Reply, ReplyEvidence, ReplyForm, SavedAttendee, SavedMeeting } from './reply/reply';
export type { CalendarTime } from './reply/calendar-time';
export { isTrackingLog, readTrackingLog } from './tracking/read-tracking';
export { TrackingReader } from './tracking/tracking-reader';
export type { TrackingOptions } from './tracking/tracking-options';
export { trackingEvents } from './tracking/tracking-log';
export type { Handover, TrackedEvent, TrackingLog } from './tracking/tracking-log';
export { isTimeZone } from './time-zone';
