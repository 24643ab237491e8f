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
   * All that the message holds – named values, recipients, attachments, the messages in these, and every other property – as
   * plain data that is the message's own: what copies, comparisons and workers see of it. Made when it is first asked for.
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

  /** `parent` and `attachment`: of a message that is in another, that and what of it holds this one. */
  private constructor(object: MessageObject, damage: Damage, parent?: Message, attachment?: PropertyStore) {
    super();
    this.#object = object;
    this.#damage = damage;
    this.#attachment = attachment;
    this.#parent = parent;
    Object.defineProperty(this, 'values', lazyValues);
  }

  /** @internal Names what a container handed over. */
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

  /** The attachments in the file's order, without their contents. */
  get attachments(): readonly Attachment[] {
    return (this.#attachments ??= this.#nameAttachments());
  }

  /** The messages in the attachments, in their order: exceptions of a recurring meeting and embedded items. */
  get embedded(): readonly Message[] {
    return (this.#embedded ??= this.attachments.flatMap(({ embedded }) => embedded ?? []));
  }

  /** Whether it is the file's own message, or what an attachment of another makes of it. */
  get kind(): MessageKind {
    return this.#attachment === undefined ? 'message' : kindOfEmbedded(this.#attachment, this.messageClass);
  }

  /** Whether it is about a meeting: the calendar item, a request, a cancellation, a reply or an exception. */
  get isMeeting(): boolean {
    return (this.#isMeeting ??= this.kind === 'exception' || meetingItemOf(this.messageClass) !== undefined);
  }

  /** Damage that was met in this message and what it embeds; everything undamaged was read all the same. */
  get anomalies(): readonly Anomaly[] {
    return this.#damage.anomalies;
  }

  /** @internal The same without reading what nobody has asked for. */
  get anomaliesSoFar(): readonly Anomaly[] {
    return this.#damage.anomaliesSoFar;
  }

  /** How many more anomalies there were than `limits.anomalies` lets keep. */
  get suppressedAnomalies(): number {
    return this.#damage.suppressedAnomalies;
  }

  /** How many of those were of severity error: the damage that nobody can place. */
  get suppressedErrors(): number {
    return this.#damage.suppressedErrors;
  }

  /** The code page in which 8-bit strings of the message, its recipients and its attachments are read, and what decided on it. */
  get codePageDecision(): CodePageDecision {
    return this.#object.codePageDecision;
  }

  /** What is to be known of how the message was found: of a mail, which part was read and which were not. */
  get note(): string | undefined {
    return this.#damage.note;
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
    return this.exceptionReplaceTime ?? this.#attachment?.peek(attachmentProperties.exceptionReplaceTime);
  }

  /** A value of this message or, if it is an exception that does not set it, of its series. */
  inherited<Name extends keyof MessageValues>(name: Name): Message[Name] {
    const isSet = this.properties.state(messageProperties[name]) !== 'absent';
    const from: Message = isSet || this.kind !== 'exception' ? this : (this.#parent ?? this);
    return from[name];
  }

  /**
   * How many recipients the header of a .msg counts, [MS-OXMSG] 2.4.1, and how many storages of recipients are there;
   * undefined: the container counts none.
   */
  get recipientCount(): StatedCount | undefined {
    return this.#object.recipientCount;
  }

  /** Whether it is TNEF, which leaves to its mail's header who sent it, and when: [MS-OXTNEF] 2.1.2. */
  get isOfMail(): boolean {
    return this.#object.isOfMail === true;
  }

  /** What of the message an export leaves out as a whole: tables, or the messages in the attachments. */
  get notCaptured(): readonly MessagePart[] {
    return this.#object.notCaptured ?? [];
  }

  /** Attendees who cannot be sent to: they stand in no recipient table. */
  get unsendableAttendees(): readonly UnsendableAttendee[] {
    return unsendableAttendees(this.properties);
  }

  /** The bodies: plain text, HTML, RTF, each as far as the item has it, however large. */
  body(options?: BodyOptions): Promise<MessageBody> {
    return bodyOf(this.properties, options);
  }

  /** A .msg file of the message, whatever it was read from. What cannot be written rejects, unless `leaveOut` is told. */
  toMsg(options?: ToMsgOptions): Promise<Uint8Array> {
    return writtenAsMsg(this.#object, options);
  }

  /** The named values, recipients, attachments and anomalies, ready for JSON; `values` has the other properties, too. */
  toJSON(): Record<string, unknown> {
    const { kind, recipients, attachments, embedded, anomalies, suppressedAnomalies } = this;
    const named = jsonValues(namedValues(messageProperties, this.properties));
    return { kind, ...named, recipients, attachments, embedded, anomalies, suppressedAnomalies };
  }

  /** What Node's `console.log` shows: the named values, and what the message holds. */
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

/** An attachment: what is said about it, as properties of its own. Its content stays in the file until `read()`. */
export class Attachment extends AttachmentProperties {
  /** The message in it, which `message.embedded` lists too; no key where it holds none. */
  declare readonly embedded?: Message;

  constructor(properties: PropertyStore, embedded: Message | undefined) {
    super(properties);
    if (embedded !== undefined) this.embedded = embedded;
  }

  /** The message in it as a .msg file, as `embedded.toMsg()` writes it; undefined: there is none. */
  async toMsg(options?: ToMsgOptions): Promise<Uint8Array | undefined> {
    return this.embedded?.toMsg(options);
  }
}
