import type { AnomalyLog, ReportDamage } from '../../damage/anomaly';
import { joinPath } from '../../damage/path';
import { DEFAULT_CODE_PAGE } from '../values/code-page';
import { DecodedMessage } from './decoded-message';
import { MessageReading } from './message-reading';
import type { BeginMessage, CodePageAround, MessagePlace, MessagesOptions } from './message-reading';
import type { StoredMessage } from './stored-message';

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
  decode(where: Where, finish?: () => void, codePage?: number, note?: string): DecodedMessage {
    const outermost = this.#add({ where, path: '', depth: 0 }, () =>
      codePage === undefined ? { codePage: DEFAULT_CODE_PAGE, by: 'default' } : { codePage, by: 'holder' },
    );
    const readAll = (): void => {
      this.readAll();
      finish?.();
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
      return this.#add(place, (fitsUtf8) => holder.codePageWithin(fitsUtf8));
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
      message.takeAll();
    }
    for (const { message } of this.#readings) message.detach();
  }
}

/** Records that a table has more recipients than may be read. */
export function reportRecipientLimit(count: number, limit: number, report: ReportDamage): void {
  report('limit-recipients', `${count} recipients, more than ${limit}; the rest was not read`);
}
