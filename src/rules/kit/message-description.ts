import type { attachmentProperties } from '../../mapi/definitions/attachment-properties';
import type { messageProperties } from '../../mapi/definitions/message-properties';
import type { PropertyDefinition } from '../../mapi/definitions/property';
import type { recipientProperties } from '../../mapi/definitions/recipient-properties';
import type { AttendeeRole } from '../../mapi/definitions/recipient-enums';
import type { Undocumented } from '../../mapi/definitions/enumeration';
import type { Written, WrittenKnown, WrittenProperty, WrittenTable } from './written-value';

/** The description from which `buildMessage` makes a message. What it does not describe is absent from the message. */
export interface MessageDescription extends WrittenTable<typeof messageProperties>, WrittenKnown {
  /** The rows of the recipient table. */
  readonly recipients?: readonly RecipientDescription[] | undefined;
  readonly attachments?: readonly AttachmentDescription[] | undefined;
  /** Properties that do not have a name in this library. */
  readonly properties?: readonly WrittenProperty[] | undefined;
}

/** A row of a recipient table. */
export interface RecipientDescription extends WrittenTable<typeof recipientProperties>, WrittenKnown {
  /** PidTagRecipientType in its meaning for meetings, instead of `recipientType`. [MS-OXOCAL] 2.2.4.10.7 */
  readonly attendeeRole?: Written<AttendeeRole | Undocumented> | undefined;
  /** Properties that do not have a name in this library. */
  readonly properties?: readonly WrittenProperty[] | undefined;
}

/** An attachment: a file, or a message. */
export interface AttachmentDescription extends WrittenTable<typeof attachmentProperties>, WrittenKnown {
  /** The content of a file; a string is written as UTF-8. */
  readonly content?: Uint8Array | string | undefined;
  /** The message in the attachment. For an exception of a series, also set `attachmentFlags: 2`. */
  readonly message?: MessageDescription | undefined;
  /** Properties that do not have a name in this library. */
  readonly properties?: readonly WrittenProperty[] | undefined;
}

/** The table of an object by which its names are looked up. */
export type DescribedTable = Readonly<Record<string, PropertyDefinition<unknown>>>;
