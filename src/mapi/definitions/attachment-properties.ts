import { AttachMethod } from './message-enums';
import { binary, boolean, enumerated, integer, ofId as tagged, text, time } from './property';
import type { PropertyDefinitions } from './property';

/** The identifier of PidTagAttachDataBinary and, as PtypObject, PidTagAttachDataObject: [MS-OXCMSG] 2.2.2.7, 2.2.2.8. */
export const ATTACH_DATA = 0x3701;
/** PidTagAttachDataBinary: an attachment's content. */
export const attachmentContent = tagged(ATTACH_DATA, binary);

/** The attachment properties that have a name in this library. */
export const attachmentProperties = {
  /** PidTagAttachMethod: how the attachment is stored. [MS-OXCMSG] 2.2.2.9 */
  method: tagged(0x3705, enumerated<AttachMethod>(AttachMethod)),
  /** PidTagDisplayName. */
  displayName: tagged(0x3001, text),
  /** PidTagAttachLongFilename: data from the file; check it before you use it as a path. [MS-OXCMSG] 2.2.2.10 */
  longFileName: tagged(0x3707, text),
  /** PidTagAttachFilename: the 8.3 form. [MS-OXCMSG] 2.2.2.11 */
  fileName: tagged(0x3704, text),
  /** PidTagAttachMimeTag. [MS-OXCMSG] 2.2.2.29 */
  mimeType: tagged(0x370e, text),
  /** PidTagAttachContentId: the ID after `cid:` in the HTML, without angle brackets. [MS-OXCMSG] 2.2.2.29 */
  contentId: tagged(0x3712, text),
  /** PidTagAttachContentLocation: the address by which HTML refers to the attachment. [MS-OXCMSG] 2.2.2.29 */
  contentLocation: tagged(0x3713, text),
  /** PidTagAttachSize: the size in bytes, including the attachment's properties. [MS-OXCMSG] 2.2.2.5 */
  size: tagged(0x0e20, integer),
  /** PidTagAttachmentHidden: whether the attachment is hidden from the user, as exceptions are. [MS-OXCMSG] 2.2.2.24 */
  hidden: tagged(0x7ffe, boolean),
  /** PidTagAttachmentFlags: 2 for an exception of a recurring meeting. [MS-OXOCAL] 2.2.10.1.2 */
  attachmentFlags: tagged(0x7ffd, integer),
  /** PidTagExceptionReplaceTime: the original start of the occurrence that it replaces. [MS-OXOCAL] 2.2.10.1.6 */
  exceptionReplaceTime: tagged(0x7ff9, time),
  /** PidTagExceptionStartTime: the start of the exception in local time. [MS-OXOCAL] 2.2.10.1.4 */
  exceptionStartTime: tagged(0x7ffb, time),
  /** PidTagExceptionEndTime: the end of the exception in local time. [MS-OXOCAL] 2.2.10.1.5 */
  exceptionEndTime: tagged(0x7ffc, time),
} satisfies PropertyDefinitions;
