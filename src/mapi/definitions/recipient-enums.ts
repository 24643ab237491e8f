import { enumeration } from './enumeration';
import type { NameOf } from './enumeration';

/** An attendee's answer, as the organizer knows it: PidTagRecipientTrackStatus, [MS-OXOCAL] 2.2.1.11 and 2.2.4.10.2. */
export const TrackStatus = enumeration({
  /** No answer is known, which is normal until the attendee answers (respNone). */
  none: [0, 'respNone'],
  /** The organizer's own copy; not expected in a recipient row (respOrganized). */
  organized: [1, 'respOrganized'],
  /** The attendee accepted tentatively (respTentative). */
  tentative: [2, 'respTentative'],
  /** The attendee accepted (respAccepted). */
  accepted: [3, 'respAccepted'],
  /** The attendee declined (respDeclined). */
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

/**
 * What PidTagRecipientType means on a meeting: who is required, who is optional, and what is booked ([MS-OXOCAL]
 * 2.2.4.10.7).
 */
export const AttendeeRole = enumeration({
  /** The organizer, on an imported meeting. */
  organizer: [0, 'MAPI_ORIG'],
  required: [1, 'MAPI_TO'],
  optional: [2, 'MAPI_CC'],
  /** A room or a piece of equipment. */
  resource: [3, 'MAPI_BCC'],
});
export type AttendeeRole = NameOf<typeof AttendeeRole>;

/** The upper bits of PidTagRecipientType. */
export const RecipientTypeFlags = enumeration({
  /** The recipient did not receive the message in the last attempt. */
  p1: [0x10000000, 'MAPI_P1'],
  /** The message was already submitted for this recipient. */
  submitted: [0x80000000 | 0, 'MAPI_SUBMITTED'],
});
export type RecipientTypeFlags = NameOf<typeof RecipientTypeFlags>;

/** The bits of PidTagRecipientFlags, [MS-OXOCAL] 2.2.4.10.1. Other bits occur, and mapilint keeps them. */
export const RecipientFlags = enumeration({
  /** Messages can be sent to the recipient. */
  sendable: [0x1, 'RECIP_SENDABLE'],
  /** The recipient is the organizer. */
  organizer: [0x2, 'RECIP_ORGANIZER'],
  /** The attendee answered for this exception. */
  exceptionalResponse: [0x10, 'RECIP_EXCEPTIONAL_RESPONSE'],
  /** The attendee was removed from this exception. */
  exceptionalDeleted: [0x20, 'RECIP_EXCEPTIONAL_DELETED'],
  /** The attendee was invited from the start. */
  original: [0x100, 'RECIP_ORIGINAL'],
});
export type RecipientFlags = NameOf<typeof RecipientFlags>;

/** The kind of an address object: PidTagObjectType, [MS-OXCPRPT] 2.2.1.7. */
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

/** How the address book shows a recipient: PidTagDisplayType, [MS-OXOABK] 2.2.3.11. */
export const DisplayType = enumeration({
  mailUser: [0, 'DT_MAILUSER'],
  distributionList: [1, 'DT_DISTLIST'],
  forum: [2, 'DT_FORUM'],
  agent: [3, 'DT_AGENT'],
  organization: [4, 'DT_ORGANIZATION'],
  privateDistributionList: [5, 'DT_PRIVATE_DISTLIST'],
  /** A user in another organization. */
  remoteMailUser: [6, 'DT_REMOTE_MAILUSER'],
  room: [7, 'DT_ROOM'],
  equipment: [8, 'DT_EQUIPMENT'],
  securityDistributionList: [9, 'DT_SEC_DISTLIST'],
});
export type DisplayType = NameOf<typeof DisplayType>;
