/**
 * The core of mapilint, which also runs in browsers: it reads a message, gives typed access to it, and judges it.
 *
 * @module mapilint
 */

export { decodeMessage } from './reading/decode-message';
export { readMessage } from './reading/read-message';
export type { ReadOptions } from './reading/read-options';
export type { ByteSource, OpenByteSource, Readable } from './bytes/byte-source';
export { fromUrl, HttpError } from './bytes/url-source';
export type { UrlOptions } from './bytes/url-source';

export { Attachment, Message } from './message/message';
export type { MessageKind } from './message/message-kind';
export type {
  AttachmentContent,
  MessageContent,
  MessageValues,
  RecipientContent,
} from './message/message-content';
export type { OtherProperties, UnreadProperty } from './message/other-properties';
export type { AttachmentValues } from './message/attachment-properties';
export type { LeftOut, LeftOutReason, ToMsgOptions } from './msg/writing/left-out';
export type { CodePageDecision, CodePageSource } from './mapi/object/message-code-page';
export type {
  BodyDamage,
  BodyDamageCode,
  BodyOptions,
  Encapsulated,
  MessageBody,
  RtfParser,
} from './message/body/body';
export type { RtfDamageCode } from './mapi/structures/decompress-rtf';
export { Recipient } from './message/recipient';
export type { RecipientValues } from './message/recipient';
export type { UnsendableAttendee } from './message/unsendable-attendee';
export { lastSendingOf } from './message/last-sending';
export type { LastSending, SendingSignal } from './message/last-sending';

export {
  AppointmentStateFlags,
  BusyStatus,
  MeetingType,
  RecurrenceType,
} from './mapi/definitions/meeting-enums';
export { AttachMethod, Importance, MessageFlags, Sensitivity } from './mapi/definitions/message-enums';
export {
  AttendeeRole,
  DisplayType,
  ObjectType,
  RecipientFlags,
  RecipientType,
  RecipientTypeFlags,
  TrackStatus,
} from './mapi/definitions/recipient-enums';
export { codeOf, labelOf } from './mapi/definitions/enumeration';
export type { Enumeration, EnumerationOf, NameOf, Undocumented } from './mapi/definitions/enumeration';
export { FileTime } from './mapi/values/file-time';
export type { FileTimeKind } from './mapi/values/file-time';
export { named, tagged } from './mapi/definitions/caller-property';
export * as kinds from './mapi/definitions/kinds';
export type {
  PropertyDefinition,
  PropertyKind,
  PropertyDefinitions,
  ValuesOf,
} from './mapi/definitions/property';
export type { KnownProperties, KnownPropertyName } from './mapi/definitions/known-properties';
export { attachmentProperties } from './mapi/definitions/attachment-properties';
export { bodyProperties } from './mapi/definitions/body-properties';
export { messageProperties } from './mapi/definitions/message-properties';
export { recipientProperties } from './mapi/definitions/recipient-properties';
export type { MessagePart, StatedCount } from './mapi/object/message-object';
export type { Guid } from './mapi/values/guid';
export type { PropertyName } from './mapi/values/named-property';
export type { PropertyState, PropertyStore } from './mapi/rows/property-store';
export type { Origin, RawProperty } from './mapi/values/raw-property';
export type { EncodedValue, PropertyScalar, PropertyValue } from './mapi/values/property-value';

export { decodeEntryId } from './mapi/structures/entry-id';
export type {
  AddressBookEntryId,
  ContactEntryId,
  EntryId,
  OneOffEntryId,
  OtherEntryId,
} from './mapi/structures/entry-id';
export { decodeGlobalObjectId } from './mapi/structures/global-object-id';
export type { GlobalObjectId } from './mapi/structures/global-object-id';
export { decodeRecurrence } from './mapi/structures/recurrence/recurrence';
export type {
  Recurrence,
  RecurrenceException,
  RecurrencePart,
} from './mapi/structures/recurrence/recurrence';
export type { ExceptionInfo } from './mapi/structures/recurrence/exception-info';
export type { ExtendedException } from './mapi/structures/recurrence/extended-exception';
export type { RecurrencePattern } from './mapi/structures/recurrence/recurrence-pattern';
export {
  FirstDayOfWeek,
  RecurrenceCalendar,
  RecurrenceEnd,
  RecurrenceFrequency,
  RecurrenceNth,
  RecurrencePatternType,
  Weekday,
} from './mapi/structures/recurrence/recurrence-names';
export { decodeSearchKey } from './mapi/structures/search-key';
export type { SearchKey } from './mapi/structures/search-key';
export { decodeTimeZoneDefinition, decodeTimeZoneStruct } from './mapi/structures/time-zone';
export type {
  TimeZoneDefinition,
  TimeZoneDefinitionRule,
  TimeZoneRule,
  TimeZoneTransition,
} from './mapi/structures/time-zone';

export { check } from './checking/check';
export type { CheckedMessage, CheckOptions } from './checking/check';
export type { Preset } from './rules/preset-rules';
export { diagnose, diagnoseEvidence } from './rules/diagnose';
export type { Diagnosis, DiagnoseOptions } from './rules/diagnose';
export { compareCopies } from './rules/compare-copies/compare';
export type {
  CompareOptions,
  ComparisonReason,
  CopyComparison,
  CopyDifference,
} from './rules/compare-copies/compare';
export type { ComparisonReasonCode, DifferenceCode } from './rules/compare-copies/wording';
export { diagnoseSet } from './rules/sets/diagnose-set';
export type { SetOptions } from './rules/sets/diagnose-set';
export type { ItemOfSet, SetFinding } from './rules/sets/set-rule';
export type { OptionsOfRules } from './rules/rule-options';
export type { Severities, SeveritySetting } from './rules/severities';
export type { Explanation, Outcome, Person, StoreIds, Values, Verdict } from './rules/rule';
export type { Finding, Reason, RuleResult, UnreachedMeeting } from './rules/rule-result';

export {
  FormatError,
  isMapilintError,
  LimitError,
  MapilintError,
  NotLoadedError,
  UnsupportedError,
} from './damage/errors';
export type { DamageCode, Loss, Severity } from './damage/damage';
export type { Feature, LimitCode, Limits, Place } from './damage/errors';
export type { Anomaly } from './damage/anomaly';
