import type { Anomaly } from '../damage/anomaly';
import type { FileTime } from '../mapi/values/file-time';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import type { CodePageDecision } from '../mapi/object/message-code-page';
import type { MessageObject, MessagePart, StatedCount } from '../mapi/object/message-object';
import { attachmentProperties } from '../mapi/definitions/attachment-properties';
import { messageProperties } from '../mapi/definitions/message-properties';
import type { PropertyStore } from '../mapi/rows/property-store';
import type { ToMsgOptions } from '../msg/writing/left-out';
import type { BodyOptions, MessageBody } from './body/body';
import { AttachmentProperties } from './attachment-properties';
import { damageIn } from './embedded-damage';
import type { Damage } from './embedded-damage';
import { bodyOf } from './load-body';
import { writtenAsMsg } from './written-as-msg';
import { meetingItemOf } from './meeting-class';
import { lazyValues } from './message-content';
import type { MessageContent, MessageValues } from './message-content';
import { kindOfEmbedded } from './message-kind';
import type { MessageKind } from './message-kind';
import { MessageView } from './message-view';
import { jsonValues, namedValues } from './named-object';
import { unsendableAttendees } from './unsendable-attendee';
import type { UnsendableAttendee } from './unsendable-attendee';
import { Recipient } from './recipient';

/** A message with its recipient table, its attachments and the messages embedded in it. */
export class Message extends MessageView {
  /**
   * Everything in the message as plain data: named values, recipients, attachments, the messages in them, and every
   * other property. It is an own property, so copies, comparisons and workers see it. Created on first access.
   */
  declare readonly values: MessageContent;
  readonly #object: MessageObject;
  readonly #damage: Damage;
  readonly #attachment: PropertyStore | undefined;
  readonly #parent: Message | undefined;
  #recipients: readonly Recipient[] | undefined;
  #attachments: readonly Attachment[] | undefined;
  #embedded: readonly Message[] | undefined;
  #isMeeting: boolean | undefined;

  /** `parent`, `attachment`: the message and the attachment that contain this one, if any. */
  private constructor(object: MessageObject, damage: Damage, parent?: Message, attachment?: PropertyStore) {
    super();
    this.#object = object;
    this.#damage = damage;
    this.#attachment = attachment;
    this.#parent = parent;
    Object.defineProperty(this, 'values', lazyValues);
  }

  /** @internal Makes a message of what a container reader gives. */
  static of(read: DecodedMessage): Message {
    return new Message(read.message, read);
  }

  override get properties(): PropertyStore {
    return this.#object.properties;
  }

  /** The recipient table, in the file's order. */
  get recipients(): readonly Recipient[] {
    return (this.#recipients ??= this.#object.recipients.map((row) => new Recipient(row, this)));
  }

  /** The attachments, in the file's order. Their contents stay in the file. */
  get attachments(): readonly Attachment[] {
    return (this.#attachments ??= this.#nameAttachments());
  }

  /** The messages in the attachments, in their order: exceptions of a recurring meeting and embedded items. */
  get embedded(): readonly Message[] {
    return (this.#embedded ??= this.attachments.flatMap(({ embedded }) => embedded ?? []));
  }

  /** Whether this is the file's own message, an exception, or another message in an attachment. */
  get kind(): MessageKind {
    return this.#attachment === undefined ? 'message' : kindOfEmbedded(this.#attachment, this.messageClass);
  }

  /** Whether the message is about a meeting: a calendar item, a request, a cancellation, a reply or an exception. */
  get isMeeting(): boolean {
    return (this.#isMeeting ??= this.kind === 'exception' || meetingItemOf(this.messageClass) !== undefined);
  }

  /** The damage in this message and in the messages embedded in it. mapilint read everything else. */
  get anomalies(): readonly Anomaly[] {
    return this.#damage.anomalies;
  }

  /** @internal The anomalies found so far, without reading anything more. */
  get anomaliesSoFar(): readonly Anomaly[] {
    return this.#damage.anomaliesSoFar;
  }

  /** How many anomalies were not kept, because there were more than `limits.anomalies`. */
  get suppressedAnomalies(): number {
    return this.#damage.suppressedAnomalies;
  }

  /** How many of those were of severity `error`: damage of which the place is unknown. */
  get suppressedErrors(): number {
    return this.#damage.suppressedErrors;
  }

  /** The code page for 8-bit strings of the message, its recipients and its attachments, and what determined it. */
  get codePageDecision(): CodePageDecision {
    return this.#object.codePageDecision;
  }

  /** How the message was found, in words: for a mail, which part was read and which were not. */
  get note(): string | undefined {
    return this.#damage.note;
  }

  /** The message that contains this one, which is the series for an exception; undefined if none does. */
  get parent(): Message | undefined {
    return this.#parent;
  }

  /**
   * The original start of the occurrence that this exception replaces; undefined for other messages.
   * QUIRK: by [MS-OXOCAL] 2.2.10.1.6 PidTagExceptionReplaceTime of the attachment is in UTC; Outlook 2019 writes local
   * time there (`Lanch_time_every_friday_in_2023_chgs1.msg` of msgreader), so the exception's
   * PidLidExceptionReplaceTime counts.
   */
  get replaces(): FileTime | undefined {
    return this.exceptionReplaceTime ?? this.#attachment?.peek(attachmentProperties.exceptionReplaceTime);
  }

  /** A value of this message. If this is an exception that does not set it, the value of its series. */
  inherited<Name extends keyof MessageValues>(name: Name): Message[Name] {
    const isSet = this.properties.state(messageProperties[name]) !== 'absent';
    const from: Message = isSet || this.kind !== 'exception' ? this : (this.#parent ?? this);
    return from[name];
  }

  /** The recipients that the header of a .msg counts ([MS-OXMSG] 2.4.1), and those found; undefined without a count. */
  get recipientCount(): StatedCount | undefined {
    return this.#object.recipientCount;
  }

  /** Whether it is TNEF, which leaves the sender and the time to the mail's header: [MS-OXTNEF] 2.1.2. */
  get isOfMail(): boolean {
    return this.#object.isOfMail === true;
  }

  /** The parts that an export leaves out as a whole: tables, or the messages in the attachments. Otherwise empty. */
  get notCaptured(): readonly MessagePart[] {
    return this.#object.notCaptured ?? [];
  }

  /** Attendees to whom nothing can be sent. They are not in the recipient table. */
  get unsendableAttendees(): readonly UnsendableAttendee[] {
    return unsendableAttendees(this.properties);
  }

  /** Reads the bodies that the item has, however large: plain text, HTML and RTF. */
  body(options?: BodyOptions): Promise<MessageBody> {
    return bodyOf(this.properties, options);
  }

  /** Writes a .msg file, whatever was read. Rejects if a part cannot be written and `leaveOut` is not set. */
  toMsg(options?: ToMsgOptions): Promise<Uint8Array> {
    return writtenAsMsg(this.#object, options);
  }

  /** The named values, recipients, attachments and anomalies, ready for JSON; `values` has all properties. */
  toJSON(): Record<string, unknown> {
    const { kind, recipients, attachments, embedded, anomalies, suppressedAnomalies } = this;
    const named = jsonValues(namedValues(messageProperties, this.properties));
    return { kind, ...named, recipients, attachments, embedded, anomalies, suppressedAnomalies };
  }

  /** What Node's `console.log` shows: the named values, recipients, attachments and anomalies. */
  [Symbol.for('nodejs.util.inspect.custom')](): Record<string, unknown> {
    const { kind, recipients, attachments, anomalies } = this;
    const named = namedValues(messageProperties, this.properties);
    return { ...named, kind, recipients, attachments, anomalies }; // the embedded stand in their attachments
  }

  #nameAttachments(): Attachment[] {
    let count = 0;
    return this.#object.attachments.map(({ properties, embedded }) => {
      const message = embedded && new Message(embedded, damageIn(this.#damage, count++), this, properties);
      return new Attachment(properties, message);
    });
  }
}

/** An attachment. Its named values are own properties; its content stays in the file until `read()`. */
export class Attachment extends AttachmentProperties {
  /** The message in the attachment, which `message.embedded` also lists; there is no key if it does not contain one. */
  declare readonly embedded?: Message;

  constructor(properties: PropertyStore, embedded: Message | undefined) {
    super(properties);
    if (embedded !== undefined) this.embedded = embedded;
  }

  /** The message in the attachment as a .msg file, as `embedded.toMsg()` writes it; undefined if there is none. */
  async toMsg(options?: ToMsgOptions): Promise<Uint8Array | undefined> {
    return this.embedded?.toMsg(options);
  }
}
