import type { Anomaly } from '../anomaly';
import type { FileTime } from '../mapi/file-time';
import type { AttachmentObject, MessageObject, ReadObject } from '../mapi/message-object';
import { attachmentProperties, messageProperties } from '../mapi/message-properties';
import type { ValuesOf } from '../mapi/property';
import type { PropertyStore } from '../mapi/property-store';
import { Attachment } from './attachment';
import { meetingItemOf } from './meeting';
import { viewOf } from './property-view';
import type { ViewClass } from './property-view';
import { unsendableAttendees } from './unsendable-attendee';
import type { UnsendableAttendee } from './unsendable-attendee';
import { Recipient } from './recipient';

/** `message`: the file's own; `exception`: an occurrence that a recurring meeting changed; `embedded`: any other. */
export type MessageKind = 'message' | 'exception' | 'embedded';

/** afException, the only bit of PidTagAttachmentFlags: [MS-OXOCAL] 2.2.10.1.2. */
const EXCEPTION = 0x2;

/** The named values of a message. */
export type MessageValues = ValuesOf<typeof messageProperties>;

/** Named, so that the declarations keep the rows' comments. */
const MessageView: ViewClass<typeof messageProperties> = viewOf(messageProperties);

/** A message with its recipient table, its attachments and the messages embedded in it. */
export class Message extends MessageView {
  readonly kind: MessageKind;
  /** The recipient table, in the file's order. */
  readonly recipients: readonly Recipient[];
  readonly attachments: readonly Attachment[];
  /** The messages in the attachments, in their order: exceptions of a recurring meeting and embedded items. */
  readonly embedded: readonly Message[];
  /** Damage that was met in this message and what it embeds; everything undamaged was read all the same. */
  readonly anomalies: readonly Anomaly[];
  /** How many more anomalies there were than `limits.anomalies` lets keep. */
  readonly suppressedAnomalies: number;
  /** How many of those were of severity error: the damage that nobody can place. */
  readonly suppressedErrors: number;
  readonly #parent: Message | undefined;
  readonly #replaces: FileTime | undefined;

  private constructor(parts: MessageParts) {
    const { object, parent } = parts;
    super(object.properties);
    this.#parent = parent;
    this.#replaces = parts.attachment?.peek(attachmentProperties.exceptionReplaceTime);
    this.kind = kindOf(this.messageClass, parts);
    const isMeeting = this.kind === 'exception' || meetingItemOf(this.messageClass) !== undefined;
    this.recipients = object.recipients.map((row) => new Recipient(row, isMeeting));
    this.anomalies = parts.anomalies;
    this.suppressedAnomalies = parts.suppressed ?? 0;
    this.suppressedErrors = parts.suppressedErrors ?? 0;
    const embedded: Message[] = [];
    this.attachments = object.attachments.map((attachment) => {
      const message = attachment.embedded && this.#embed(attachment, attachment.embedded, embedded.length);
      if (message !== undefined) embedded.push(message);
      return new Attachment(attachment.properties, message);
    });
    this.embedded = embedded;
  }

  /** Names what a container handed over. */
  static of({ message, anomalies, suppressedAnomalies, suppressedErrors }: ReadObject): Message {
    return new Message({ object: message, anomalies, suppressed: suppressedAnomalies, suppressedErrors });
  }

  /** The message that holds this one; of an exception, its series. */
  get parent(): Message | undefined {
    return this.#parent;
  }

  /**
   * Of an exception: when the occurrence would have been that it replaces.
   * QUIRK: [MS-OXOCAL] 2.2.10.1.6 has PidTagExceptionReplaceTime of the attachment in UTC; Outlook 2019 writes local time
   * there (`Lanch_time_every_friday_in_2023_chgs1.msg` of msgreader), so PidLidExceptionReplaceTime of the exception counts.
   */
  get replaces(): FileTime | undefined {
    return this.exceptionReplaceTime ?? this.#replaces;
  }

  /** A value of this message or, if it is an exception that does not set it, of its series. */
  inherited<Name extends keyof MessageValues>(name: Name): MessageValues[Name] {
    const isSet = this.properties.state(messageProperties[name]) !== 'absent';
    const from: MessageValues = isSet || this.kind !== 'exception' ? this : (this.#parent ?? this);
    return from[name];
  }

  /** Attendees who cannot be sent to: they stand in no recipient table. */
  get unsendableAttendees(): readonly UnsendableAttendee[] {
    return unsendableAttendees(this.properties);
  }

  override toJSON(): Record<string, unknown> {
    const { kind, recipients, attachments, embedded, anomalies, suppressedAnomalies } = this;
    return { kind, ...super.toJSON(), recipients, attachments, embedded, anomalies, suppressedAnomalies };
  }

  #embed({ properties }: AttachmentObject, object: MessageObject, index: number): Message {
    const prefix = `embedded[${index}]`;
    const anomalies = this.anomalies
      .filter(({ path }) => path === prefix || path.startsWith(`${prefix}.`))
      .map((anomaly) => ({ ...anomaly, path: anomaly.path.slice(prefix.length + 1) }));
    return new Message({ object, anomalies, attachment: properties, parent: this });
  }
}

interface MessageParts {
  readonly object: MessageObject;
  readonly anomalies: readonly Anomaly[];
  readonly suppressed?: number;
  readonly suppressedErrors?: number;
  /** Of an embedded message: the attachment that holds it, and the message that holds that. */
  readonly attachment?: PropertyStore;
  readonly parent?: Message;
}

/** The attachment says that it is an exception, and so does the class; damage may have cost one of the two. */
function kindOf(messageClass: string | undefined, { parent, attachment }: MessageParts): MessageKind {
  if (parent === undefined) return 'message';
  const flags = attachment?.peek(attachmentProperties.attachmentFlags) ?? 0;
  return (flags & EXCEPTION) !== 0 || meetingItemOf(messageClass) === 'exception' ? 'exception' : 'embedded';
}
