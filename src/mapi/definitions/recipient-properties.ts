import {
  AttendeeRole,
  DisplayType,
  ObjectType,
  RecipientFlags,
  RecipientType,
  RecipientTypeFlags,
  TrackStatus,
} from './recipient-enums';
import {
  binary,
  bitField,
  boolean,
  enumerated,
  integer,
  ofId as tagged,
  text,
  time,
  untyped,
} from './property';
import type { PropertyDefinitions } from './property';

/** PidTagRecipientType keeps its value in the low four bits; the rest are flags ([MS-OXOMSG] 2.2.3.1). */
const TYPE_BITS = 0x0f;

/** The properties that a recipient row may have, by their names in this library. */
export const recipientProperties = {
  /** PidTagRowid: the row's number within the message; counts from 0 in a .msg. [MS-OXCMSG] 2.2.1.38 */
  rowId: tagged(0x3000, integer),
  /** PidTagDisplayName: the name to show for the recipient. [MS-OXOABK] 2.2.3.1 */
  displayName: tagged(0x3001, text),
  /** PidTagRecipientType: how the recipient was addressed. [MS-OXOMSG] 2.2.3.1 */
  recipientType: tagged(0x0c15, enumerated<RecipientType>(RecipientType, TYPE_BITS)),
  /** The upper bits of PidTagRecipientType: the state of submission. [MS-OXOMSG] 2.2.3.1 */
  recipientTypeFlags: tagged(0x0c15, bitField<RecipientTypeFlags>(RecipientTypeFlags, ~TYPE_BITS)),
  /** PidTagAddressType: the kind of address in `emailAddress`, such as SMTP or EX; case varies. [MS-OXOABK] 2.2.3.13 */
  addressType: tagged(0x3002, text),
  /** PidTagEmailAddress: the address, of the kind in `addressType`; for EX, an X.500 name. [MS-OXOABK] 2.2.3.14 */
  emailAddress: tagged(0x3003, text),
  /** PidTagSmtpAddress: the SMTP address, whatever `addressType` says. [MS-OXOABK] 2.2.3.21 */
  smtpAddress: tagged(0x39fe, text),
  /** PidTagRecipientFlags: is sendable, is the organizer, was removed from an exception. [MS-OXOCAL] 2.2.4.10.1 */
  flags: tagged(0x5ffd, bitField<RecipientFlags>(RecipientFlags)),
  /**
   * PidTagRecipientTrackStatus: the attendee's answer, as the organizer knows it. `none` is normal until the attendee
   * answers, and ordinary mail has it too. MFCMAPI's PR_RECIPIENT_TRACKSTATUS. [MS-OXOCAL] 2.2.4.10.2
   */
  trackStatus: tagged(0x5fff, enumerated<TrackStatus>(TrackStatus)),
  /**
   * PidTagRecipientTrackStatusTime: when that answer was given. If its `kind` is `zero`, it is the defect of KB 938650.
   * MFCMAPI's PR_RECIPIENT_TRACKSTATUS_TIME. [MS-OXOCAL] 2.2.4.10.3
   */
  trackStatusTime: tagged(0x5ffb, time),

  /** PidTagRecipientProposed: whether the attendee proposed another time. [MS-OXOCAL] 2.2.4.10.4 */
  proposed: tagged(0x5fe1, boolean),
  /** PidTagRecipientProposedStartTime: the start the attendee proposed. [MS-OXOCAL] 2.2.4.10.5 */
  proposedStartTime: tagged(0x5fe3, time),
  /** PidTagRecipientProposedEndTime: the end the attendee proposed. [MS-OXOCAL] 2.2.4.10.6 */
  proposedEndTime: tagged(0x5fe4, time),
  /** PidTagRecipientDisplayName: the name kept with the row, usually the same as `displayName`. [MS-OXCMSG] 2.2.1.54 */
  recipientDisplayName: tagged(0x5ff6, text),
  /** PidTagRecipientEntryId: the entry ID kept with the row, usually the same as `entryId`. [MS-OXCMSG] 2.2.1.55 */
  recipientEntryId: tagged(0x5ff7, binary),
  /** PidTagRecipientOrder: the row's position in the list that the user sees. [MS-OXCMSG] 2.2.1.40 */
  order: tagged(0x5fdf, integer),
  /** PidTagRecipientResourceState: the state of the booking of a resource. No longer in [MS-OXPROPS]. */
  resourceState: tagged(0x5fde, integer),
  /** PidTagObjectType: whether the address is a person or a distribution list. [MS-OXCPRPT] 2.2.1.7 */
  objectType: tagged(0x0ffe, enumerated<ObjectType>(ObjectType)),
  /** PidTagDisplayType: its kind in the address book; `remoteMailUser` is external. [MS-OXOABK] 2.2.3.11 */
  displayType: tagged(0x3900, enumerated<DisplayType>(DisplayType)),
  /** PidTagDisplayTypeEx: a finer kind, for the local and a remote forest, as packed bits. [MS-OXOABK] 2.2.3.12 */
  displayTypeEx: tagged(0x3905, integer),
  /** PidTagEntryId: the address object's identifier. [MS-OXOABK] 2.2.3.2 */
  entryId: tagged(0x0fff, binary),
  /** PidTagSearchKey: address type, colon, address in upper case, NUL. [MS-OXOABK] 2.2.3.5 */
  searchKey: tagged(0x300b, binary),
  /** PidTagRecordKey: a key of the address object. [MS-OXOABK] 2.2.3.4 */
  recordKey: tagged(0x0ff9, binary),
  /** PidTagInstanceKey: a key of the row in one open table; it is meaningless outside this file. [MS-OXOABK] 2.2.3.6 */
  instanceKey: tagged(0x0ff6, binary),
  /** PidTagResponsibility: whether a mail agent has taken responsibility for the delivery. [MS-OXCMSG] 2.2.1.37 */
  responsibility: tagged(0x0e0f, boolean),
  /** PidTagSendRichInfo: whether the recipient may be sent rich text (TNEF). [MS-OXOABK] 2.2.3.18 */
  sendRichInfo: tagged(0x3a40, boolean),
  /** PidTagSendInternetEncoding: body and attachment encoding for this recipient, as bits. [MS-OXOABK] 2.2.3.19 */
  sendInternetEncoding: tagged(0x3a71, integer),
  /** PidTagTransmittableDisplayName: the name that is sent with the message. [MS-OXOABK] 2.2.3.8 */
  transmittableDisplayName: tagged(0x3a20, text),
  /** PidTagAddressBookDisplayNamePrintable: the name in plain characters. [MS-OXOABK] 2.2.3.7 */
  addressBookDisplayNamePrintable: tagged(0x39ff, text),
  /** PidTagAccount: the alias in the address book. [MS-OXOABK] 2.2.3.20 */
  account: tagged(0x3a00, text),
  /** PidTagBusinessTelephoneNumber, copied from the address book. [MS-OXOABK] 2.2.4.21 */
  businessTelephoneNumber: tagged(0x3a08, text),
  /** PidTagOfficeLocation, copied from the address book. [MS-OXOABK] 2.2.4.5 */
  officeLocation: tagged(0x3a19, text),
  /** PidTagNickname, as autocompletion keeps it: what the user typed. */
  nickName: tagged(0x6001, text),
  /** The recipient's SIP address for instant messaging; a single blank is common. */
  sipUri: tagged(0x5fe5, text),
  /** PidTagAbProviders: the address book provider that resolved the row, a GUID of 16 bytes. */
  abProviders: tagged(0x3d01, binary),
  /** PidTagOrgAddrtype: the original address type. Most files have only its first character. */
  orgAddressType: tagged(0x403d, text),
  /** PidTagOrgEmailAddress: the original address. Most files have only its first character. */
  orgEmailAddress: tagged(0x403e, text),
  /** PidTagSenderSmtpAddress: a property of messages, not to be confused with `smtpAddress`. [MS-OXOMSG] 2.2.1.55 */
  senderSmtpAddress: tagged(0x5d01, text),
  /** PidTagRecipientNumber: the recipient's number in the store. */
  recipientNumber: tagged(0x6662, integer),
  /** PidTagLtpRowId: the row's number in a table of a PST; not a property of a message. [MS-PST] */
  ltpRowId: tagged(0x67f2, integer),
  /** PidTagLtpRowVer: the row's version in a table of a PST; not a property of a message. [MS-PST] */
  ltpRowVer: tagged(0x67f3, integer),

  /** PidTagReportTime: when the delivery report about this recipient was created. */
  reportTime: tagged(0x0032, time),
  /** PidTagReportText: the readable text of a delivery report. [MS-OXOMSG] 2.2.2.23 */
  reportText: tagged(0x1001, text),
  /** PidTagSupplementaryInfo: additional information from the reporting server. [MS-OXOMSG] 2.2.2.36 */
  supplementaryInfo: tagged(0x0c1b, text),
  /** PidTagNonDeliveryReportReasonCode: why the recipient could not be reached. [MS-OXOMSG] 2.2.2.31 */
  nonDeliveryReportReasonCode: tagged(0x0c04, integer),
  /** PidTagNonDeliveryReportDiagCode: the cause in more detail. [MS-OXOMSG] 2.2.2.30 */
  nonDeliveryReportDiagCode: tagged(0x0c05, integer),
  /** PidTagNonDeliveryReportStatusCode: the delivery status as one number: 5.1.1 is 511. [MS-OXOMSG] 2.2.2.32 */
  nonDeliveryReportStatusCode: tagged(0x0c20, integer),

  /** PidTagRecipientTrackStatusRecall: the outcome of a recall. Inferred from the name; only 0 has been seen. */
  trackStatusRecall: tagged(0x5feb, integer),
  /** PidTagRecipientTrackStatusResponse: the reply, voting or meeting. Inferred from the name; only 0 has been seen. */
  trackStatusResponse: tagged(0x5fef, integer),
  /** PidTagRecipientTrackStatusRead: the read receipt. Inferred from the name; only 0 has been seen. */
  trackStatusRead: tagged(0x5ff2, integer),
  /** PidTagRecipientTrackStatusDelivery: the delivery receipt. Inferred from the name; only 0 has been seen. */
  trackStatusDelivery: tagged(0x5ff5, integer),
  /** PR_RECIPIENT_TRACKSTATUS_TIME_RECALL: when a recall was answered. Inferred from the name, type not verified. */
  trackStatusTimeRecall: tagged(0x5fea, untyped),
  /** PR_RECIPIENT_AUTORESPONSE_PROP_RESPONSE: details of a reply. Inferred from the name, type not verified. */
  autoresponsePropResponse: tagged(0x5fec, untyped),
  /** PR_RECIPIENT_TRACKING_MBIN_RESPONSE: tracking data of replies. Inferred from the name, type not verified. */
  trackingMbinResponse: tagged(0x5fed, untyped),
  /** PR_RECIPIENT_TRACKSTATUS_TIME_RESPONSE: when the recipient replied. Inferred from the name, type not verified. */
  trackStatusTimeResponse: tagged(0x5fee, untyped),
  /** PR_RECIPIENT_TRACKING_MBIN_READ: tracking data of read receipts. Inferred from the name, type not verified. */
  trackingMbinRead: tagged(0x5ff0, untyped),
  /** PR_RECIPIENT_TRACKSTATUS_TIME_READ: when a read receipt came in. Inferred from the name, type not verified. */
  trackStatusTimeRead: tagged(0x5ff1, untyped),
  /** PR_RECIPIENT_TRACKING_MBIN_DELIVERY: tracking data of delivery. Inferred from the name, type not verified. */
  trackingMbinDelivery: tagged(0x5ff3, untyped),
  /**
   * PR_RECIPIENT_TRACKSTATUS_TIME_DELIVERY: when a delivery receipt came in. Inferred from the name, type not verified.
   */
  trackStatusTimeDelivery: tagged(0x5ff4, untyped),
  /** PR_RECIPIENT_CONTACT_KEY: the contact behind the row. Inferred from the name, type not verified. */
  contactKey: tagged(0x5ff8, untyped),
  /** PR_RECIPIENT_TRACKING_MBIN: tracking data of the row. Inferred from the name, type not verified. */
  trackingMbin: tagged(0x5ff9, untyped),
  /**
   * PR_RECIPIENT_AUTORESPONSE_PROP: voting or automatic-response details. Inferred from the name, type not verified.
   */
  autoresponseProp: tagged(0x5ffa, untyped),
  /** PR_RECIPIENT_ATTENDANCE: the attendance role. Inferred from the name, type not verified. */
  attendance: tagged(0x5ffc, untyped),
  /** PR_RECIPIENT_COMMENT: a comment. Inferred from the name, type not verified. */
  comment: tagged(0x5ffe, untyped),
} satisfies PropertyDefinitions;

/** PidTagRecipientType of a meeting's row: whether the attendee is required, optional or a resource ([MS-OXOCAL] 2.2.4.10.7). */
export const attendeeRoleProperty = tagged(0x0c15, enumerated<AttendeeRole>(AttendeeRole, TYPE_BITS));
