import type { AnomalyLog, ReportDamage } from '../../damage/anomaly';
import type { DamageCode } from '../../damage/damage';
import type { Limits } from '../../damage/errors';
import { joinPath } from '../../damage/path';
import type { PropertyTable } from '../rows/property-table';
import { DEFAULT_CODE_PAGE } from '../values/code-page';
import type { NamedPropertyMap } from '../values/named-property';
import { DecodedMessage } from './decoded-message';
import type { FinishReading } from './lost-names';
import { StoredMessage } from './stored-message';
import type { AttachmentParts, MessageParts } from './stored-message';

/** How the messages of a file are read. */
export interface MessagesOptions {
  readonly limits: Limits;
  /** The code page of 8-bit strings for messages that do not say; undefined: that of what holds them. */
  readonly codePage: number | undefined;
  /** The part of a mail in which the messages lie; undefined: the file itself. */
  readonly part?: string | undefined;
  /** What it is called that a value is not where it should be. */
  readonly lostValue?: DamageCode | undefined;
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

/**
 * The messages of a file: the outermost, and all that it embeds. The order in which they are read is fixed, whoever asks
 * for what: each when it is met; then, one message after the other, its own properties, its recipient table and its
 * attachments, where more messages are met. What is asked for early is read with all that comes before it, so a damaged
 * file reads the same whatever one looks at first. How deep messages lie is up to the file, so they are listed and not
 * recursed into.
 */
export class ContainerMessages<Where> {
  readonly #log: AnomalyLog;
  readonly #options: MessagesOptions;
  readonly #begin: BeginMessage<Where>;
  readonly #readings: MessageReading<Where>[] = [];
  #isRead = false;

  constructor(log: AnomalyLog, options: MessagesOptions, begin: BeginMessage<Where>) {
    this.#log = log;
    this.#options = options;
    this.#begin = begin;
  }

  /** Begins the outermost message. `finish`: what else there is to read before all damage is known. */
  decode(where: Where, finish?: FinishReading, codePage = DEFAULT_CODE_PAGE, note?: string): DecodedMessage {
    const outermost = this.#add({ where, path: '', depth: 0 }, () => codePage);
    const readAll = (): void => {
      this.readAll();
      finish?.(this.#readings);
      this.#checkAndDetach();
    };
    return new DecodedMessage(outermost, this.#log, readAll, note);
  }

  /** Reads everything that has not been read. */
  readAll(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    for (const reading of this.#readings) reading.readAll(); // which lengthens the list
  }

  /**
   * Begins the messages in the attachments of one: `whereIn` finds what holds the message of a row, undefined if there is
   * none; `reportAt` records what concerns that row.
   */
  embed(
    { path, depth }: MessagePlace<Where>,
    holder: StoredMessage,
    rowCount: number,
    whereIn: (row: number) => Where | undefined,
    reportAt: (row: number) => ReportDamage,
  ): (StoredMessage | undefined)[] {
    let count = 0;
    return Array.from({ length: rowCount }, (_, row) => {
      const where = whereIn(row);
      if (where === undefined || !this.#isWithinDepth(depth, reportAt(row))) return undefined;
      const place = { where, path: joinPath(path, `embedded[${count++}]`), depth: depth + 1 };
      return this.#add(place, () => holder.codePage);
    });
  }

  /** How many of `count` recipients of the message at `path` are read; that there are more is recorded. */
  recipientsWithinLimit(count: number, path: string): number {
    const { recipients: limit } = this.#options.limits;
    if (count > limit) reportRecipientLimit(count, limit, this.#log.at(joinPath(path, 'recipients')));
    return Math.min(count, limit);
  }

  #add(place: MessagePlace<Where>, codePage: () => number): StoredMessage {
    const reading = new MessageReading(place, this.#options, this, codePage, this.#begin);
    this.#readings.push(reading);
    return reading.message;
  }

  #isWithinDepth(depth: number, report: ReportDamage): boolean {
    const { embeddedDepth } = this.#options.limits;
    if (depth < embeddedDepth) return true;
    const message = `Messages are embedded deeper than ${embeddedDepth}; the deeper ones were not read`;
    report('limit-embedded-depth', message);
    return false;
  }

  /** Records the values of all messages that cannot be decoded; nothing of the file is kept after it. */
  #checkAndDetach(): void {
    for (const { place, message } of this.#readings) {
      message.check((part) => this.#log.at(joinPath(place.path, part)));
      message.detach();
    }
  }
}

/** Records that a table has more recipients than may be read. */
export function reportRecipientLimit(count: number, limit: number, report: ReportDamage): void {
  report('limit-recipients', `${count} recipients, more than ${limit}; the rest was not read`);
}

/** A message while it is read: its steps, in their order and once each. */
class MessageReading<Where> implements MessageParts {
  readonly place: MessagePlace<Where>;
  readonly message: StoredMessage;
  readonly part: string | undefined;
  readonly lostValue: DamageCode | undefined;
  readonly #all: ContainerMessages<Where>;
  readonly #steps: MessageSteps;
  readonly #givenCodePage: number | undefined;
  readonly #codePageAround: () => number;
  #properties: PropertyTable | undefined;
  #recipients: PropertyTable | undefined;
  #attachments: AttachmentParts | undefined;

  constructor(
    place: MessagePlace<Where>,
    { part, lostValue, codePage }: MessagesOptions,
    all: ContainerMessages<Where>,
    codePageAround: () => number,
    begin: BeginMessage<Where>,
  ) {
    this.place = place;
    this.part = part;
    this.lostValue = lostValue;
    this.#all = all;
    this.#givenCodePage = codePage;
    this.#codePageAround = codePageAround;
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
    if (this.#attachments === undefined) this.#all.readAll();
    return this.#attachments as AttachmentParts;
  }

  get names(): NamedPropertyMap {
    this.#all.readAll();
    return this.#steps.names;
  }

  get fallbackCodePage(): number {
    return this.#givenCodePage ?? this.#codePageAround();
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
