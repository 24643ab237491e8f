import type { FormatError } from '../../damage/errors';
import type { PropertyTable } from '../rows/property-table';
import type { NamedPropertyMap } from '../values/named-property';
import type { CodePageDecision } from './message-code-page';
import { StoredMessage } from './stored-message';
import type { AttachmentParts, MessageParts } from './stored-message';

/** What all messages of a file have in common. */
export interface MessageOrigin {
  /** The code page of 8-bit strings for messages that do not say; undefined: that of what holds them. */
  readonly codePage: number | undefined;
  /** The code page of 8-bit strings whatever is said anywhere; undefined: what is said counts. */
  readonly codePageOverride: number | undefined;
  /** The part of a mail, or the attached file, in which the messages lie; undefined: the file itself. */
  readonly part?: string | undefined;
  /** What it is called that a value is not where it should be. */
  readonly lostValue?: FormatError['code'] | undefined;
  /** Whether they are what a mail carries of a message, and its header has the rest. */
  readonly isOfMail?: boolean | undefined;
}

/** Where a message is; `where`: what of the container holds it. */
export interface MessagePlace<Where> {
  readonly where: Where;
  /** Where it stands in the outermost `Message`, such as `embedded[0]`; empty for that itself. */
  readonly path: string;
  /** How many messages are around it. */
  readonly depth: number;
}

/** What a container reads of a message, each part when it is asked for, which is once. */
export type MessageSteps = Pick<
  MessageParts,
  'properties' | 'recipients' | 'attachments' | 'names' | 'codePage' | 'recipientCount' | 'notCaptured'
>;

/** Begins to read a message; what must be read at once, such as the recipient table of a .msg, is read now. */
export type BeginMessage<Where> = (place: MessagePlace<Where>, message: StoredMessage) => MessageSteps;

/** The code page that what holds a message gives to it; `fitsUtf8` tells whether all of its strings are UTF-8. */
export type CodePageAround = (fitsUtf8: () => boolean) => CodePageDecision;

/** A message while it is read: its steps, in their order and once each. */
export class MessageReading<Where> implements MessageParts {
  readonly place: MessagePlace<Where>;
  readonly message: StoredMessage;
  readonly part: string | undefined;
  readonly lostValue: FormatError['code'] | undefined;
  readonly isOfMail: boolean | undefined;
  readonly #readAllMessages: () => void;
  readonly #steps: MessageSteps;
  readonly codePageOverride: number | undefined;
  readonly #givenCodePage: number | undefined;
  readonly #around: CodePageAround;
  #properties: PropertyTable | undefined;
  #recipients: PropertyTable | undefined;
  #attachments: AttachmentParts | undefined;

  constructor(
    place: MessagePlace<Where>,
    { part, lostValue, isOfMail, codePage, codePageOverride }: MessageOrigin,
    readAllMessages: () => void,
    around: CodePageAround,
    begin: BeginMessage<Where>,
  ) {
    this.place = place;
    this.part = part;
    this.lostValue = lostValue;
    this.isOfMail = isOfMail;
    this.#readAllMessages = readAllMessages;
    this.codePageOverride = codePageOverride;
    this.#givenCodePage = codePage;
    this.#around = around;
    this.message = new StoredMessage(this);
    this.#steps = begin(place, this.message);
  }

  readAll(): void {
    this.#properties ??= this.#steps.properties;
    this.#recipients ??= this.#steps.recipients;
    this.#attachments ??= this.#steps.attachments;
  }

  get properties(): PropertyTable {
    return (this.#properties ??= this.#steps.properties);
  }

  get recipients(): PropertyTable {
    return (this.#recipients ??= this.#steps.recipients);
  }

  get attachments(): AttachmentParts {
    if (this.#attachments === undefined) this.#readAllMessages();
    return this.#attachments as AttachmentParts;
  }

  get names(): NamedPropertyMap {
    this.#readAllMessages();
    return this.#steps.names;
  }

  fallbackCodePage(fitsUtf8: () => boolean): CodePageDecision {
    if (this.#givenCodePage !== undefined) return { codePage: this.#givenCodePage, by: 'option' };
    return this.#around(fitsUtf8);
  }

  get codePage(): number | undefined {
    return this.#steps.codePage;
  }

  /** A container states it before the properties, and knows it once they were read. */
  get recipientCount(): MessageParts['recipientCount'] {
    this.#properties ??= this.#steps.properties;
    return this.#steps.recipientCount;
  }

  get notCaptured(): MessageParts['notCaptured'] {
    return this.#steps.notCaptured;
  }
}
