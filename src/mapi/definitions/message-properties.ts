import { AppointmentStateFlags, BusyStatus, MeetingType, RecurrenceType } from './meeting-enums';
import { Importance, MessageFlags, Sensitivity } from './message-enums';
import { TrackStatus } from './recipient-enums';
import {
  binary,
  bitField,
  boolean,
  enumerated,
  integer,
  ofName as named,
  several,
  ofId as tagged,
  text,
  time,
} from './property';
import type { PropertyDefinitions } from './property';
import { PSETID_Appointment, PSETID_Common, PSETID_Meeting } from '../values/property-sets';

/** The message properties that have a name in this library; every other property is in `properties`. */
export const messageProperties = {
  /** PidTagMessageClass: its kind, such as IPM.Appointment. Case varies; trailing blanks occur. [MS-OXCMSG] 2.2.1.3 */
  messageClass: tagged(0x001a, text),
  /** PidTagSubject. [MS-OXCMSG] 2.2.1.46 */
  subject: tagged(0x0037, text),
  /** PidTagSubjectPrefix: the prefix of the subject, such as `Canceled: `. [MS-OXCMSG] 2.2.1.9 */
  subjectPrefix: tagged(0x003d, text),
  /** PidTagNormalizedSubject: the subject without its prefix, such as `RE: `. [MS-OXCMSG] 2.2.1.10 */
  normalizedSubject: tagged(0x0e1d, text),
  /** PidTagConversationTopic: the subject of the message that began the conversation. [MS-OXOMSG] 2.2.1.5 */
  conversationTopic: tagged(0x0070, text),
  /** PidTagImportance: how important the sender considers the message. [MS-OXCMSG] 2.2.1.11 */
  importance: tagged(0x0017, enumerated<Importance>(Importance)),
  /** PidTagSensitivity: how confidential the sender considers the message. [MS-OXCMSG] 2.2.1.13 */
  sensitivity: tagged(0x0036, enumerated<Sensitivity>(Sensitivity)),
  /** PidTagMessageFlags: whether the message was read, was sent, has attachments. [MS-OXCMSG] 2.2.1.6 */
  flags: tagged(0x0e07, bitField<MessageFlags>(MessageFlags)),
  /** PidTagDisplayTo: the names of the To recipients. [MS-OXOMSG] 2.2.1.9 */
  displayTo: tagged(0x0e04, text),
  /** PidTagDisplayCc: the names of the Cc recipients. [MS-OXOMSG] 2.2.1.8 */
  displayCc: tagged(0x0e03, text),
  /** PidTagDisplayBcc: the names of the Bcc recipients. [MS-OXOMSG] 2.2.1.7 */
  displayBcc: tagged(0x0e02, text),

  /** PidTagSentRepresentingName: on whose behalf it was sent; for a meeting, the organizer. [MS-OXOMSG] 2.2.1.57 */
  sentRepresentingName: tagged(0x0042, text),
  /** PidTagSentRepresentingAddressType. [MS-OXOMSG] 2.2.1.54 */
  sentRepresentingAddressType: tagged(0x0064, text),
  /** PidTagSentRepresentingEmailAddress. [MS-OXOMSG] 2.2.1.55 */
  sentRepresentingEmailAddress: tagged(0x0065, text),
  /** PidTagSentRepresentingSmtpAddress. */
  sentRepresentingSmtpAddress: tagged(0x5d02, text),
  /** PidTagSenderName: who sent the message. [MS-OXOMSG] 2.2.1.51 */
  senderName: tagged(0x0c1a, text),
  /** PidTagSenderAddressType. [MS-OXOMSG] 2.2.1.48 */
  senderAddressType: tagged(0x0c1e, text),
  /** PidTagSenderEmailAddress. [MS-OXOMSG] 2.2.1.49 */
  senderEmailAddress: tagged(0x0c1f, text),
  /** PidTagSenderSmtpAddress. [MS-OXOMSG] 2.2.1.52 */
  senderSmtpAddress: tagged(0x5d01, text),

  /** PidTagReceivedByEntryId: present on a message that came through transport. [MS-OXOMSG] 2.2.1.37 */
  receivedByEntryId: tagged(0x003f, binary),
  /** PidTagReceivedByName: present on a message that came through transport. [MS-OXOMSG] 2.2.1.38 */
  receivedByName: tagged(0x0040, text),
  /** PidTagReceivedByEmailAddress: whose mailbox the message arrived in. [MS-OXOMSG] */
  receivedByEmailAddress: tagged(0x0076, text),
  /** PidTagReceivedBySmtpAddress: whose mailbox the message arrived in, as an SMTP address. */
  receivedBySmtpAddress: tagged(0x5d07, text),
  /** PidTagTransportMessageHeaders: the mail header as text, if it came through transport. [MS-OXOMSG] 2.2.1.61 */
  transportHeaders: tagged(0x007d, text),
  /** PidTagInternetMessageId: the Message-ID in angle brackets; sent copies often have none. [MS-OXOMSG] 2.2.1.12 */
  messageId: tagged(0x1035, text),
  /** PidTagInReplyToId: the Message-ID of the message that this one answers. [MS-OXOMSG] 2.2.1.13 */
  inReplyTo: tagged(0x1042, text),
  /** PidTagInternetReferences: the Message-IDs of the messages before it, oldest first. [MS-OXCMSG] 2.2.1.26 */
  references: tagged(0x1039, text),
  /** PidTagClientSubmitTime: when the message was sent. [MS-OXOMSG] 2.2.3.11 */
  clientSubmitTime: tagged(0x0039, time),
  /** PidTagMessageDeliveryTime: when the message arrived. [MS-OXOMSG] 2.2.3.9 */
  messageDeliveryTime: tagged(0x0e06, time),
  /** PidTagCreationTime. [MS-OXCMSG] 2.2.2.3 */
  creationTime: tagged(0x3007, time),
  /** PidTagLastModificationTime. [MS-OXCMSG] 2.2.2.2 */
  lastModificationTime: tagged(0x3008, time),

  /** PidLidAppointmentStateFlags: whether it is a meeting, was received, was canceled. [MS-OXOCAL] 2.2.1.10 */
  appointmentStateFlags: named(
    PSETID_Appointment,
    0x8217,
    bitField<AppointmentStateFlags>(AppointmentStateFlags),
  ),
  /** PidLidResponseStatus: `organized` on the organizer's copy, else the owner's answer. [MS-OXOCAL] 2.2.1.11 */
  responseStatus: named(PSETID_Appointment, 0x8218, enumerated<TrackStatus>(TrackStatus)),
  /** PidLidFInvited: whether the organizer sent a request for the meeting. [MS-OXOCAL] 2.2.4.4 */
  invited: named(PSETID_Appointment, 0x8229, boolean),
  /** PidLidMeetingType: the kind of a meeting request. [MS-OXOCAL] 2.2.6.5 */
  meetingType: named(PSETID_Meeting, 0x0026, enumerated<MeetingType>(MeetingType)),
  /** PidLidOwnerCriticalChange: when the organizer last sent an update. [MS-OXOCAL] 2.2.1.34 */
  ownerCriticalChange: named(PSETID_Meeting, 0x001a, time),
  /** PidLidAttendeeCriticalChange: in a reply, when the attendee answered. [MS-OXOCAL] 2.2.5.2 */
  attendeeCriticalChange: named(PSETID_Meeting, 0x0001, time),
  /** PidLidGlobalObjectId: the identifier on all copies of one meeting or occurrence. [MS-OXOCAL] 2.2.1.27 */
  globalObjectId: named(PSETID_Meeting, 0x0003, binary),
  /** PidLidAppointmentStartWhole: when the appointment begins. [MS-OXOCAL] 2.2.1.5 */
  appointmentStart: named(PSETID_Appointment, 0x820d, time),
  /** PidLidAppointmentEndWhole: when the appointment ends. [MS-OXOCAL] 2.2.1.6 */
  appointmentEnd: named(PSETID_Appointment, 0x820e, time),

  /** PidLidLocation: where the appointment takes place. [MS-OXOCAL] 2.2.1.4 */
  location: named(PSETID_Appointment, 0x8208, text),
  /** PidLidBusyStatus: how the calendar shows the time. [MS-OXOCAL] 2.2.1.2 */
  busyStatus: named(PSETID_Appointment, 0x8205, enumerated<BusyStatus>(BusyStatus)),
  /** PidLidIntendedBusyStatus: the busy status that the organizer intends for attendees. [MS-OXOCAL] 2.2.6.4 */
  intendedBusyStatus: named(PSETID_Appointment, 0x8224, enumerated<BusyStatus>(BusyStatus)),
  /** PidLidAppointmentSubType: whether the appointment lasts all day. [MS-OXOCAL] 2.2.1.9 */
  allDay: named(PSETID_Appointment, 0x8215, boolean),
  /** PidLidAppointmentSequence: the version number of the meeting, which grows with updates. [MS-OXOCAL] 2.2.1.1 */
  sequence: named(PSETID_Appointment, 0x8201, integer),
  /** PidLidAppointmentCounterProposal: whether an attendee proposed another time. [MS-OXOCAL] 2.2.4.1 */
  counterProposal: named(PSETID_Appointment, 0x8257, boolean),
  /** PidLidAppointmentProposalNumber: how many proposals of another time await the organizer. [MS-OXOCAL] 2.2.4.6 */
  proposalNumber: named(PSETID_Appointment, 0x8259, integer),
  /** PidLidAllAttendeesString: the names of all attendees but the organizer, joined by `; `. [MS-OXOCAL] 2.2.1.16 */
  allAttendees: named(PSETID_Appointment, 0x8238, text),
  /** PidLidToAttendeesString: the names of the required attendees. [MS-OXOCAL] 2.2.1.17 */
  toAttendees: named(PSETID_Appointment, 0x823b, text),
  /** PidLidCcAttendeesString: the names of the optional attendees. [MS-OXOCAL] 2.2.1.18 */
  ccAttendees: named(PSETID_Appointment, 0x823c, text),
  /** PidLidCleanGlobalObjectId: the identifier of the series, on exceptions too. [MS-OXOCAL] 2.2.1.28 */
  cleanGlobalObjectId: named(PSETID_Meeting, 0x0023, binary),
  /** PidLidRecurring: whether the item is a series. [MS-OXOCAL] 2.2.1.12 */
  recurring: named(PSETID_Appointment, 0x8223, boolean),
  /** PidLidIsRecurring: whether a scheduling message is about a series. [MS-OXOCAL] 2.2.1.13 */
  isRecurring: named(PSETID_Meeting, 0x0005, boolean),
  /** PidLidRecurrenceType. [MS-OXOCAL] 2.2.1.45 */
  recurrenceType: named(PSETID_Appointment, 0x8231, enumerated<RecurrenceType>(RecurrenceType)),
  /** PidLidRecurrencePattern: a description of the recurrence in words. [MS-OXOCAL] 2.2.1.46 */
  recurrencePattern: named(PSETID_Appointment, 0x8232, text),
  /** PidLidAppointmentRecur: the recurrence as binary data; `decodeRecurrence` decodes it. [MS-OXOCAL] 2.2.1.44 */
  appointmentRecurrence: named(PSETID_Appointment, 0x8216, binary),
  /** PidLidExceptionReplaceTime: the original start of the occurrence that it replaces. [MS-OXOCAL] 2.2.10.1.6 */
  exceptionReplaceTime: named(PSETID_Appointment, 0x8228, time),
  /** PidLidFExceptionalAttendees: whether an exception has other attendees than the series. [MS-OXOCAL] 2.2.2.3 */
  exceptionalAttendees: named(PSETID_Appointment, 0x822b, boolean),
  /** PidLidTimeZoneDescription: a description of the time zone in words. [MS-OXOCAL] 2.2.1.40 */
  timeZoneDescription: named(PSETID_Appointment, 0x8234, text),
  /** PidLidTimeZoneStruct: the time zone of the recurrence; `decodeTimeZoneStruct` decodes it. [MS-OXOCAL] 2.2.1.39 */
  timeZoneStruct: named(PSETID_Appointment, 0x8233, binary),
  /** PidLidAppointmentTimeZoneDefinitionStartDisplay; `decodeTimeZoneDefinition` decodes it. [MS-OXOCAL] 2.2.1.42 */
  timeZoneDefinitionStart: named(PSETID_Appointment, 0x825e, binary),
  /** PidLidAppointmentTimeZoneDefinitionEndDisplay; `decodeTimeZoneDefinition` decodes it. [MS-OXOCAL] 2.2.1.43 */
  timeZoneDefinitionEnd: named(PSETID_Appointment, 0x825f, binary),
  /** PidLidAppointmentTimeZoneDefinitionRecur; `decodeTimeZoneDefinition` decodes it. [MS-OXOCAL] 2.2.1.41 */
  timeZoneDefinitionRecurrence: named(PSETID_Appointment, 0x8260, binary),

  /** PidLidCurrentVersion: the version of Outlook that last saved the item, times 10,000. [MS-OXCMSG] 2.2.1.32 */
  currentVersion: named(PSETID_Common, 0x8552, integer),
  /** PidLidCurrentVersionName: that version as text, such as `11.0`. [MS-OXCMSG] 2.2.1.33 */
  currentVersionName: named(PSETID_Common, 0x8554, text),

  /** PidLidNonSendableTo: required attendees to whom nothing can be sent, joined by `; `. [MS-OXOCAL] 2.2.1.19 */
  nonSendableTo: named(PSETID_Common, 0x8536, text),
  /** PidLidNonSendableCc: the same for the optional attendees. [MS-OXOCAL] 2.2.1.20 */
  nonSendableCc: named(PSETID_Common, 0x8537, text),
  /** PidLidNonSendableBcc: the same for the resources. [MS-OXOCAL] 2.2.1.21 */
  nonSendableBcc: named(PSETID_Common, 0x8538, text),
  /** PidLidNonSendToTrackStatus: the answers of those in `nonSendableTo`, in the same order. [MS-OXOCAL] 2.2.1.22 */
  nonSendToTrackStatus: named(PSETID_Common, 0x8543, several(enumerated<TrackStatus>(TrackStatus))),
  /** PidLidNonSendCcTrackStatus: the answers of those in `nonSendableCc`, in the same order. [MS-OXOCAL] 2.2.1.23 */
  nonSendCcTrackStatus: named(PSETID_Common, 0x8544, several(enumerated<TrackStatus>(TrackStatus))),
  /** PidLidNonSendBccTrackStatus: the answers of those in `nonSendableBcc`, in the same order. [MS-OXOCAL] 2.2.1.24 */
  nonSendBccTrackStatus: named(PSETID_Common, 0x8545, several(enumerated<TrackStatus>(TrackStatus))),
  /** PidLidAppointmentUnsendableRecipients: unsendable attendees, as a table of their own. [MS-OXOCAL] 2.2.1.25 */
  unsendableRecipients: named(PSETID_Appointment, 0x825d, binary),

  /** PidTagMessageCodepage: the code page of the 8-bit strings. [MS-OXCMSG] 2.2.1.4 */
  messageCodePage: tagged(0x3ffd, integer),
  /** PidTagMessageLocaleId: the locale of the message, as an LCID. [MS-OXCMSG] 2.2.1.5 */
  messageLocaleId: tagged(0x3ff1, integer),
  /** PidTagInternetCodepage: the charset of the MIME form, not of the strings. [MS-OXCMSG] 2.2.1.56.6 */
  internetCodePage: tagged(0x3fde, integer),
} satisfies PropertyDefinitions;
