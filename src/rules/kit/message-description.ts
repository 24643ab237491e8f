import type { attachmentProperties } from '../../mapi/definitions/attachment-properties';
import type { messageProperties } from '../../mapi/definitions/message-properties';
import type { PropertyDefinition } from '../../mapi/definitions/property';
import type { recipientProperties } from '../../mapi/definitions/recipient-properties';
import type { AttendeeRole } from '../../mapi/definitions/recipient-enums';
import type { Undocumented } from '../../mapi/definitions/enumeration';
import type { Written, WrittenKnown, WrittenProperty, WrittenTable } from './written-value';

/** What `buildMessage` makes a message of. What is not described is absent. */
export interface MessageDescription extends WrittenTable<typeof messageProperties>, WrittenKnown {
  /** The recipient table, a row each. */
  readonly recipients?: readonly RecipientDescription[] | undefined;
  readonly attachments?: readonly AttachmentDescription[] | undefined;
  /** Properties that have no name here. */
  readonly properties?: readonly WrittenProperty[] | undefined;
}

/** A row of a recipient table. */
export interface RecipientDescription extends WrittenTable<typeof recipientProperties>, WrittenKnown {
  /** PidTagRecipientType as meetings mean it, in the place of `recipientType`. [MS-OXOCAL] 2.2.4.10.7 */
  readonly attendeeRole?: Written<AttendeeRole | Undocumented> | undefined;
  /** Properties that have no name here. */
  readonly properties?: readonly WrittenProperty[] | undefined;
}

/** An attachment: a file, or a message. */
export interface AttachmentDescription extends WrittenTable<typeof attachmentProperties>, WrittenKnown {
  /** The content of a file; a text is written as UTF-8. */
  readonly content?: Uint8Array | string | undefined;
  /** The message in it; of an exception of a series, with `attachmentFlags: 2` beside it. */
  readonly message?: MessageDescription | undefined;
  /** Properties that have no name here. */
  readonly properties?: readonly WrittenProperty[] | undefined;
}

/** The table of an object by which its names are looked up. */
export type DescribedTable = Readonly<Record<string, PropertyDefinition<unknown>>>;
