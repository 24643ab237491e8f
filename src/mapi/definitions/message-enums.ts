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
