import type { AnomalyLog, ReportDamage } from '../../damage/anomaly';
import { FormatError } from '../../damage/errors';
import type { Limits } from '../../damage/errors';
import { joinPath } from '../../damage/path';
import type { PropertyTable } from '../rows/property-table';
import { DEFAULT_CODE_PAGE } from '../values/code-page';
import { attachmentProperties } from '../definitions/attachment-properties';
import { PropertyStore } from '../rows/property-store';
import { attachmentName } from './attachment-content';
import type { AttachedContent, RecogniseAttached } from './attached-file';
import { DecodedMessage } from './decoded-message';
import type { FinishReading } from './lost-names';
import type { MessageObject } from './message-object';
import { MessageReading } from './message-reading';
import type { BeginMessage, CodePageAround, MessageOrigin, MessagePlace } from './message-reading';
import type { StoredMessage } from './stored-message';
import { quoted } from '../../damage/quoted';

/** How the messages of a file are read. */
export interface MessagesOptions extends MessageOrigin {
  readonly limits: Limits;
  /** What reads files that are attached by value; undefined: nobody asks for them. */
  readonly recogniseAttached?: RecogniseAttached | undefined;
}

/** The attachments of a message, by row, as far as what they hold is concerned. */
export interface AttachmentRowsOf<Where> {
  readonly table: PropertyTable;
  /** What holds the message of a row; undefined: there is none. */
  readonly messageIn: (row: number) => Where | undefined;
  /** The content of a row that is a file; undefined: there is none. */
  readonly contentOf: (row: number) => AttachedContent | undefined;
  /** Records what concerns the message of a row. */
  readonly reportAt: (row: number) => ReportDamage;
}

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

  /**
   * Begins the outermost message. `finish`: what else there is to read before all damage is known; `codePage`: that of
   * the store that holds it.
   */
  decode(where: Where, finish?: FinishReading, codePage?: number, note?: string): DecodedMessage {
    const outermost = this.#add({ where, path: '', depth: 0 }, () =>
      codePage === undefined ? { codePage: DEFAULT_CODE_PAGE, by: 'default' } : { codePage, by: 'holder' },
    );
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

  /** Begins the messages in the attachments of one, and reads those that are files attached by value. */
  embed(
    { path, depth }: MessagePlace<Where>,
    holder: StoredMessage,
    { table, messageIn, contentOf, reportAt }: AttachmentRowsOf<Where>,
  ): (MessageObject | undefined)[] {
    let count = 0;
    holder.beginAttachments(table);
    return Array.from({ length: table.rowCount }, (_, row) => {
      const where = messageIn(row);
      const place = { path: joinPath(path, `embedded[${count}]`), depth: depth + 1 };
      const report = reportAt(row);
      const message =
        where === undefined
          ? this.#readFile(contentOf(row), new PropertyStore(table, row), place, report)
          : this.#beginWithin(where, place, holder, report);
      if (message !== undefined) count += 1;
      return message;
    });
  }

  /** How many of `count` recipients of the message at `path` are read; that there are more is recorded. */
  recipientsWithinLimit(count: number, path: string): number {
    const { recipients: limit } = this.#options.limits;
    if (count > limit) reportRecipientLimit(count, limit, this.#log.at(joinPath(path, 'recipients')));
    return Math.min(count, limit);
  }

  #add(place: MessagePlace<Where>, around: CodePageAround): StoredMessage {
    const reading = new MessageReading(
      place,
      this.#options,
      () => {
        this.readAll();
      },
      around,
      this.#begin,
    );
    this.#readings.push(reading);
    return reading.message;
  }

  #beginWithin(
    where: Where,
    { path, depth }: Omit<MessagePlace<Where>, 'where'>,
    holder: StoredMessage,
    report: ReportDamage,
  ): StoredMessage | undefined {
    if (!this.#isWithinDepth(depth, report)) return undefined;
    return this.#add({ where, path, depth }, (fitsUtf8) => holder.codePageWithin(fitsUtf8));
  }

  /** Reads an attached file; what of it cannot be read is recorded where the attachment is. */
  #readFile(
    content: AttachedContent | undefined,
    attachment: PropertyStore,
    { path, depth }: Omit<MessagePlace<Where>, 'where'>,
    report: ReportDamage,
  ): MessageObject | undefined {
    const { recogniseAttached, part: around } = this.#options;
    if (content === undefined || recogniseAttached === undefined) return undefined;
    const name = attachmentName(attachment);
    const mimeType = attachment.peek(attachmentProperties.mimeType);
    const part = [...(around === undefined ? [] : [around]), name ?? path].join('/');
    const reading = recogniseAttached({ content, name, mimeType, part, depth });
    if (reading === undefined || !this.#isWithinDepth(depth, report)) return undefined;
    const read = readOrReport(reading, name, report);
    if (read === undefined) return undefined;
    this.#log.include(read, path);
    return read.message;
  }

  /** Whether so many messages may be around one. */
  #isWithinDepth(depth: number, report: ReportDamage): boolean {
    const { embeddedDepth } = this.#options.limits;
    if (depth <= embeddedDepth) return true;
    const message = `Messages are embedded deeper than ${embeddedDepth}; the deeper ones were not read`;
    report('limit-embedded-depth', message);
    return false;
  }

  /** Records the values of all messages that cannot be decoded; nothing of the file is kept after it. */
  #checkAndDetach(): void {
    for (const { place, message } of this.#readings) {
      message.check((part) => this.#log.at(joinPath(place.path, part)));
      message.takeAll();
    }
    for (const { message } of this.#readings) message.detach();
  }
}

/** Records that a table has more recipients than may be read. */
export function reportRecipientLimit(count: number, limit: number, report: ReportDamage): void {
  report('limit-recipients', `${count} recipients, more than ${limit}; the rest was not read`);
}

/** Reads an attached file, or records why it cannot be read. */
export function readOrReport(
  read: () => DecodedMessage | undefined,
  name: string | undefined,
  report: ReportDamage,
): DecodedMessage | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      'attached-file-unread',
      `${name === undefined ? 'An attached file' : quoted(name)} was not read: ${error.message}`,
    );
    return undefined;
  }
}
