import { enumeration } from './enumeration';
import type { NameOf } from './enumeration';

/** An attendee's answer, as the organizer knows it: PidTagRecipientTrackStatus, [MS-OXOCAL] 2.2.1.11 and 2.2.4.10.2. */
export const TrackStatus = enumeration({
  /** No answer is known: normal until the attendee answers (respNone). */
  none: [0, 'respNone'],
  /** The organizer's own copy; not expected in a recipient row (respOrganized). */
  organized: [1, 'respOrganized'],
  /** The attendee may come (respTentative). */
  tentative: [2, 'respTentative'],
  /** The attendee comes (respAccepted). */
  accepted: [3, 'respAccepted'],
  /** The attendee does not come (respDeclined). */
  declined: [4, 'respDeclined'],
  /** The attendee's own copy, not yet answered; not expected in a recipient row (respNotResponded). */
  notResponded: [5, 'respNotResponded'],
});
export type TrackStatus = NameOf<typeof TrackStatus>;

/** How a recipient was addressed: PidTagRecipientType, [MS-OXOMSG] 2.2.3.1. */
export const RecipientType = enumeration({
  originator: [0, 'MAPI_ORIG'],
  to: [1, 'MAPI_TO'],
  cc: [2, 'MAPI_CC'],
  bcc: [3, 'MAPI_BCC'],
});
export type RecipientType = NameOf<typeof RecipientType>;

/** The same number on a meeting: who must come, who may, and what is booked ([MS-OXOCAL] 2.2.4.10.7). */
export const AttendeeRole = enumeration({
  /** The organizer's row of an imported meeting. */
  organizer: [0, 'MAPI_ORIG'],
  required: [1, 'MAPI_TO'],
  optional: [2, 'MAPI_CC'],
  /** A room or a device. */
  resource: [3, 'MAPI_BCC'],
});
export type AttendeeRole = NameOf<typeof AttendeeRole>;

/** The upper bits of PidTagRecipientType. */
export const RecipientTypeFlags = enumeration({
  /** Did not receive the message in the last attempt. */
  p1: [0x10000000, 'MAPI_P1'],
  /** The message was already handed over for this recipient. */
  submitted: [0x80000000 | 0, 'MAPI_SUBMITTED'],
});
export type RecipientTypeFlags = NameOf<typeof RecipientTypeFlags>;

/** The bits of a recipient row: PidTagRecipientFlags, [MS-OXOCAL] 2.2.4.10.1. Others occur and are kept. */
export const RecipientFlags = enumeration({
  /** Can be sent to. */
  sendable: [0x1, 'RECIP_SENDABLE'],
  /** Is the organizer. */
  organizer: [0x2, 'RECIP_ORGANIZER'],
  /** Answered for this exception. */
  exceptionalResponse: [0x10, 'RECIP_EXCEPTIONAL_RESPONSE'],
  /** Removed from this exception. */
  exceptionalDeleted: [0x20, 'RECIP_EXCEPTIONAL_DELETED'],
  /** Was invited from the start. */
  original: [0x100, 'RECIP_ORIGINAL'],
});
export type RecipientFlags = NameOf<typeof RecipientFlags>;

/** What an address object is: PidTagObjectType, [MS-OXCPRPT] 2.2.1.7. */
export const ObjectType = enumeration({
  store: [1, 'MAPI_STORE'],
  addressBook: [2, 'MAPI_ADDRBOOK'],
  folder: [3, 'MAPI_FOLDER'],
  addressBookContainer: [4, 'MAPI_ABCONT'],
  message: [5, 'MAPI_MESSAGE'],
  mailUser: [6, 'MAPI_MAILUSER'],
  attachment: [7, 'MAPI_ATTACH'],
  distributionList: [8, 'MAPI_DISTLIST'],
});
export type ObjectType = NameOf<typeof ObjectType>;

/** What the address book shows: PidTagDisplayType, [MS-OXOABK] 2.2.3.11. */
export const DisplayType = enumeration({
  mailUser: [0, 'DT_MAILUSER'],
  distributionList: [1, 'DT_DISTLIST'],
  forum: [2, 'DT_FORUM'],
  agent: [3, 'DT_AGENT'],
  organization: [4, 'DT_ORGANIZATION'],
  privateDistributionList: [5, 'DT_PRIVATE_DISTLIST'],
  /** A user of another organization. */
  remoteMailUser: [6, 'DT_REMOTE_MAILUSER'],
  room: [7, 'DT_ROOM'],
  equipment: [8, 'DT_EQUIPMENT'],
  securityDistributionList: [9, 'DT_SEC_DISTLIST'],
});
export type DisplayType = NameOf<typeof DisplayType>;

/** Where a calendar item stands: PidLidAppointmentStateFlags, [MS-OXOCAL] 2.2.1.10. */
export const AppointmentStateFlags = enumeration({
  /** Is a meeting, not an appointment of one's own. */
  meeting: [0x1, 'asfMeeting'],
  /** Came from somebody else. */
  received: [0x2, 'asfReceived'],
  /** Was cancelled. */
  canceled: [0x4, 'asfCancelled'],
});
export type AppointmentStateFlags = NameOf<typeof AppointmentStateFlags>;

/** What a meeting request is: PidLidMeetingType, [MS-OXOCAL] 2.2.6.5. */
export const MeetingType = enumeration({
  empty: [0x0, 'mtgEmpty'],
  request: [0x1, 'mtgRequest'],
  full: [0x10000, 'mtgFull'],
  info: [0x20000, 'mtgInfo'],
  outOfDate: [0x80000, 'mtgOutofDate'],
  delegatorCopy: [0x100000, 'mtgDelegatorCopy'],
});
export type MeetingType = NameOf<typeof MeetingType>;

/** How a time is taken: PidLidBusyStatus, [MS-OXOCAL] 2.2.1.2. */
export const BusyStatus = enumeration({
  free: [0, 'olFree'],
  tentative: [1, 'olTentative'],
  busy: [2, 'olBusy'],
  outOfOffice: [3, 'olOutOfOffice'],
  workingElsewhere: [4, 'olWorkingElsewhere'],
});
export type BusyStatus = NameOf<typeof BusyStatus>;

/** How a meeting recurs: PidLidRecurrenceType, [MS-OXOCAL] 2.2.1.45. */
export const RecurrenceType = enumeration({
  none: [0, 'rectypeNone'],
  daily: [1, 'rectypeDaily'],
  weekly: [2, 'rectypeWeekly'],
  monthly: [3, 'rectypeMonthly'],
  yearly: [4, 'rectypeYearly'],
});
export type RecurrenceType = NameOf<typeof RecurrenceType>;

/** How an attachment is stored: PidTagAttachMethod, [MS-OXCMSG] 2.2.2.9. */
export const AttachMethod = enumeration({
  none: [0, 'NO_ATTACHMENT'],
  byValue: [1, 'ATTACH_BY_VALUE'],
  byReference: [2, 'ATTACH_BY_REFERENCE'],
  byReferenceResolve: [3, 'ATTACH_BY_REF_RESOLVE'],
  byReferenceOnly: [4, 'ATTACH_BY_REF_ONLY'],
  embeddedMessage: [5, 'ATTACH_EMBEDDED_MSG'],
  ole: [6, 'ATTACH_OLE'],
  byWebReference: [7, 'ATTACH_BY_WEB_REF'],
});
export type AttachMethod = NameOf<typeof AttachMethod>;

/** How much a message matters to its sender: PidTagImportance, [MS-OXCMSG] 2.2.1.11. */
export const Importance = enumeration({
  low: [0, 'IMPORTANCE_LOW'],
  normal: [1, 'IMPORTANCE_NORMAL'],
  high: [2, 'IMPORTANCE_HIGH'],
});
export type Importance = NameOf<typeof Importance>;

/** How confidential the sender calls a message: PidTagSensitivity, [MS-OXCMSG] 2.2.1.13. */
export const Sensitivity = enumeration({
  normal: [0, 'SENSITIVITY_NONE'],
  personal: [1, 'SENSITIVITY_PERSONAL'],
  private: [2, 'SENSITIVITY_PRIVATE'],
  confidential: [3, 'SENSITIVITY_COMPANY_CONFIDENTIAL'],
});
export type Sensitivity = NameOf<typeof Sensitivity>;

/** What became of a message so far: PidTagMessageFlags, [MS-OXCMSG] 2.2.1.6. */
export const MessageFlags = enumeration({
  /** Is marked as read. */
  read: [0x1, 'MSGFLAG_READ'],
  /** Was not changed since it was first saved, or delivered. */
  unmodified: [0x2, 'MSGFLAG_UNMODIFIED'],
  /** Was handed over for sending. */
  submitted: [0x4, 'MSGFLAG_SUBMIT'],
  /** Is still being written. */
  unsent: [0x8, 'MSGFLAG_UNSENT'],
  hasAttachments: [0x10, 'MSGFLAG_HASATTACH'],
  /** Whose mailbox it is sent it. */
  fromMe: [0x20, 'MSGFLAG_FROMME'],
  /** Belongs to the folder and is not shown in it (FAI). */
  associated: [0x40, 'MSGFLAG_ASSOCIATED'],
  /** Is sent once more, after a report that it was not delivered. */
  resend: [0x80, 'MSGFLAG_RESEND'],
  /** A read receipt is to be sent. */
  notifyRead: [0x100, 'MSGFLAG_RN_PENDING'],
  /** A receipt is to be sent when it is deleted unread. */
  notifyUnread: [0x200, 'MSGFLAG_NRN_PENDING'],
  /** Was read at least once. */
  everRead: [0x400, 'mfEverRead'],
  /** Came from the Internet. */
  internet: [0x2000, 'MSGFLAG_ORIGIN_INTERNET'],
  /** Came from a sender outside who is not trusted. */
  untrusted: [0x8000, 'MSGFLAG_ORIGIN_MISC_EXT'],
});
export type MessageFlags = NameOf<typeof MessageFlags>;
