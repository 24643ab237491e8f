import { attachmentProperties } from '../mapi/definitions/attachment-properties';
import { messageProperties } from '../mapi/definitions/message-properties';
import type { ValuesOf } from '../mapi/definitions/property';
import { recipientProperties } from '../mapi/definitions/recipient-properties';
import type { PropertyStore } from '../mapi/rows/property-store';
import type { AttachmentProperties, AttachmentValues } from './attachment-properties';
import type { MessageKind } from './message-kind';
import { namedValues } from './named-object';
import { otherProperties } from './other-properties';
import type { OtherProperties } from './other-properties';
import type { Recipient, RecipientValues } from './recipient';
import type { UnsendableAttendee } from './unsendable-attendee';

/** The named values of a message. A value that it lacks does not have a key. */
export type MessageValues = ValuesOf<typeof messageProperties>;

/** A recipient as plain data. */
export interface RecipientContent extends RecipientValues {
  readonly otherProperties: OtherProperties;
}

/** An attachment as plain data. */
export interface AttachmentContent extends AttachmentValues {
  readonly otherProperties: OtherProperties;
  /** The message in the attachment. */
  readonly embedded?: MessageContent;
}

/** Everything in a message as plain data: to copy, to compare, to send to a worker. */
export interface MessageContent extends MessageValues {
  readonly kind: MessageKind;
  readonly recipients: readonly RecipientContent[];
  readonly unsendableAttendees: readonly UnsendableAttendee[];
  readonly attachments: readonly AttachmentContent[];
  readonly otherProperties: OtherProperties;
}

/** What a message holds, by its parts. */
interface MessageParts {
  readonly kind: MessageKind;
  readonly properties: PropertyStore;
  readonly recipients: readonly Recipient[];
  readonly unsendableAttendees: readonly UnsendableAttendee[];
  readonly attachments: readonly HoldingAttachment[];
}

type HoldingAttachment = AttachmentProperties & { readonly embedded?: { readonly values: MessageContent } };

/** The content of a message, of its recipients and attachments, and of what is embedded in these. */
function contentOf(message: MessageParts): MessageContent {
  return {
    kind: message.kind,
    ...namedValues(messageProperties, message.properties),
    recipients: message.recipients.map(recipientContent),
    unsendableAttendees: message.unsendableAttendees,
    attachments: message.attachments.map(attachmentContentOf),
    otherProperties: otherProperties(messageProperties, message.properties),
  };
}

/** `values` as an object's own accessor, which keeps what it made. */
export const lazyValues: PropertyDescriptor & ThisType<MessageParts> = {
  enumerable: true,
  configurable: true,
  get() {
    const value = contentOf(this);
    Object.defineProperty(this, 'values', { value, enumerable: true });
    return value;
  },
};

function recipientContent(recipient: Recipient): RecipientContent {
  return { ...recipient, otherProperties: otherProperties(recipientProperties, recipient.properties) };
}

function attachmentContentOf(attachment: HoldingAttachment): AttachmentContent {
  const { embedded, ...values } = attachment;
  const others = otherProperties(attachmentProperties, attachment.properties);
  const content = { ...values, otherProperties: others };
  return embedded === undefined ? content : { ...content, embedded: embedded.values };
}
