import type { NamedPropertyMap } from '../mapi/values/named-property';
import type { PropertyTable } from '../mapi/rows/property-table';
import type { ObjectStorage } from './object-storage';
import { StoredMessage } from '../mapi/object/stored-message';
import type { AttachmentParts, MessageParts } from '../mapi/object/stored-message';

/** Where a message lies. */
export interface MessagePlace {
  readonly storage: ObjectStorage;
  /** Where it stands in the outermost `Message`, such as `embedded[0]`; empty for that itself. */
  readonly path: string;
  readonly depth: number;
  /** The code page of its 8-bit strings if it does not say itself. */
  readonly codePage: number;
}

/** What reads the steps of a message. */
export interface StepReader {
  readonly names: NamedPropertyMap;
  readRecipients(reading: MessageReading): PropertyTable;
  readProperties(reading: MessageReading): PropertyTable;
  /** Reads everything of all messages, their attachments too. */
  readRest(): void;
}

/** A message that is being read, step by step. */
export class MessageReading implements MessageParts {
  readonly lostValue = 'msg-value-stream-missing';
  readonly place: MessagePlace;
  readonly message: StoredMessage;
  readonly recipients: PropertyTable;
  readonly #steps: StepReader;
  #properties: PropertyTable | undefined;
  #attachments: AttachmentParts | undefined;

  /** Reads the recipient table. */
  constructor(place: MessagePlace, steps: StepReader) {
    this.place = place;
    this.#steps = steps;
    this.message = new StoredMessage(this);
    this.recipients = steps.readRecipients(this);
  }

  get fallbackCodePage(): number {
    return this.place.codePage;
  }

  get properties(): PropertyTable {
    return this.readProperties();
  }

  /** Reads the message's own properties, if that has not been done. */
  readProperties(): PropertyTable {
    return (this.#properties ??= this.#steps.readProperties(this));
  }

  get attachments(): AttachmentParts {
    if (this.#attachments === undefined) this.#steps.readRest();
    return this.#attachments as AttachmentParts;
  }

  set attachments(parts: AttachmentParts) {
    this.#attachments = parts;
  }

  get names(): NamedPropertyMap {
    return this.#steps.names;
  }
}
