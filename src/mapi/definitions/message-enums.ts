import { enumeration } from './enumeration';
import type { NameOf } from './enumeration';

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

/** How important the sender considers the message: PidTagImportance, [MS-OXCMSG] 2.2.1.11. */
export const Importance = enumeration({
  low: [0, 'IMPORTANCE_LOW'],
  normal: [1, 'IMPORTANCE_NORMAL'],
  high: [2, 'IMPORTANCE_HIGH'],
});
export type Importance = NameOf<typeof Importance>;

/** How confidential the sender considers the message: PidTagSensitivity, [MS-OXCMSG] 2.2.1.13. */
export const Sensitivity = enumeration({
  normal: [0, 'SENSITIVITY_NONE'],
  personal: [1, 'SENSITIVITY_PERSONAL'],
  private: [2, 'SENSITIVITY_PRIVATE'],
  confidential: [3, 'SENSITIVITY_COMPANY_CONFIDENTIAL'],
});
export type Sensitivity = NameOf<typeof Sensitivity>;

/** The state of a message: PidTagMessageFlags, [MS-OXCMSG] 2.2.1.6. */
export const MessageFlags = enumeration({
  /** The message is marked as read. */
  read: [0x1, 'MSGFLAG_READ'],
  /** The message has not changed since it was first saved or delivered. */
  unmodified: [0x2, 'MSGFLAG_UNMODIFIED'],
  /** The message was submitted for sending. */
  submitted: [0x4, 'MSGFLAG_SUBMIT'],
  /** The message is still being written. */
  unsent: [0x8, 'MSGFLAG_UNSENT'],
  hasAttachments: [0x10, 'MSGFLAG_HASATTACH'],
  /** The owner of the mailbox sent the message. */
  fromMe: [0x20, 'MSGFLAG_FROMME'],
  /** The message belongs to the folder and is not shown in it (FAI). */
  associated: [0x40, 'MSGFLAG_ASSOCIATED'],
  /** The message is sent again after a non-delivery report. */
  resend: [0x80, 'MSGFLAG_RESEND'],
  /** A read receipt is to be sent. */
  notifyRead: [0x100, 'MSGFLAG_RN_PENDING'],
  /** A receipt is to be sent if the message is deleted unread. */
  notifyUnread: [0x200, 'MSGFLAG_NRN_PENDING'],
  /** The message was read at least once. */
  everRead: [0x400, 'mfEverRead'],
  /** The message came from the Internet. */
  internet: [0x2000, 'MSGFLAG_ORIGIN_INTERNET'],
  /** The message came from an external sender who is not trusted. */
  untrusted: [0x8000, 'MSGFLAG_ORIGIN_MISC_EXT'],
});
export type MessageFlags = NameOf<typeof MessageFlags>;
