import { AnomalyLog } from '../damage/anomaly';
import type { ReportDamage } from '../damage/anomaly';
import type { RandomAccessBytes } from '../bytes/random-access';
import { FormatError } from '../damage/errors';
import type { Limits } from '../damage/errors';
import { DEFAULT_CODE_PAGE } from '../mapi/values/code-page';
import { LoggedMessage } from '../mapi/object/logged-message';
import type { StoredMessage } from '../mapi/object/stored-message';
import { joinPath } from '../damage/path';
import { SHORTEST_STREAM } from './attribute-stream';
import { hasTnefSignature, signature } from './signature';
import { MessageStream } from './message-stream';
import type { ValueRange } from './multiple-values';
import type { TnefFile } from './tnef-file';
import { TnefMessage } from './tnef-message';

export interface TnefOptions {
  readonly strict: boolean;
  readonly limits: Limits;
  readonly loadValuesUpTo: number;
  /** The code page of 8-bit strings for streams that do not say. */
  readonly codePage: number | undefined;
  /** Fetches a range that was left in the file, or as much of it as there is. */
  readonly fetch: TnefFile['fetch'];
  /** The part of a mail that the stream is; undefined: a file. */
  readonly part?: string | undefined;
}

/** Reads a TNEF file ([MS-OXTNEF]), all of it but the attachments' contents. Throws a `FormatError` if it holds nothing. */
export function readTnef(bytes: RandomAccessBytes, options: TnefOptions): LoggedMessage {
  const { byteLength } = bytes;
  if (byteLength < SHORTEST_STREAM || !hasTnefSignature(bytes.view(0, signature.length))) {
    const message = `TNEF stream has ${byteLength} bytes, expected its signature, a key and an attribute`;
    throw new FormatError('tnef-header-short', message, { path: '', offset: 0 });
  }
  const log = new AnomalyLog(options.strict, options.limits.anomalies, options.part);
  const messages = new TnefMessages(bytes, options, log);
  return new LoggedMessage(messages.outermost, log, () => {
    messages.check();
  });
}

/** What a TNEF file holds: a message and those embedded in it. */
class TnefMessages {
  readonly outermost: StoredMessage;
  readonly #log: AnomalyLog;
  readonly #options: TnefOptions;
  /** In the order in which they are met: a file decides how deep they lie, so they are listed and not recursed into. */
  readonly #messages: TnefMessage[] = [];

  constructor(bytes: RandomAccessBytes, options: TnefOptions, log: AnomalyLog) {
    this.#options = options;
    this.#log = log;
    const place = {
      start: 0,
      length: bytes.byteLength,
      path: '',
      depth: 0,
      attributes: '',
      outer: undefined,
    };
    const codePage = options.codePage ?? DEFAULT_CODE_PAGE;
    this.outermost = this.#begin(new TnefMessage(place, codePage, options.part)).message;
    const file = { bytes, loadValuesUpTo: options.loadValuesUpTo, fetch: options.fetch };
    for (const message of this.#messages) this.#read(file, message); // which lengthens the list
  }

  /** Checks the values of all messages, and lets go of the file. */
  check(): void {
    for (const { place, message } of this.#messages) {
      message.check((part) => this.#log.at(joinPath(place.path, part)));
      message.settle();
    }
  }

  #begin(message: TnefMessage): TnefMessage {
    this.#messages.push(message);
    return message;
  }

  #read(file: TnefFile, message: TnefMessage): void {
    const { limits, codePage, part } = this.#options;
    const { path, depth } = message.place;
    const stream = new MessageStream(file, message, limits.recipients, this.#log);
    message.content = stream.read(message.message, (range, index, attributes, report) => {
      if (!this.#isStream(file, range, depth + 1, report)) return undefined;
      const outer = codePage === undefined ? message.message : undefined;
      const inner = joinPath(path, `embedded[${index}]`);
      const place = { ...range, path: inner, depth: depth + 1, attributes, outer };
      return this.#begin(new TnefMessage(place, codePage ?? DEFAULT_CODE_PAGE, part)).message;
    });
  }

  /** Whether an object that says it is a message is one that may be read. */
  #isStream(
    { bytes }: TnefFile,
    { start, length }: ValueRange,
    depth: number,
    report: ReportDamage,
  ): boolean {
    const { embeddedDepth } = this.#options.limits;
    const at = { storage: 'attAttachment', offset: start };
    if (depth > embeddedDepth) {
      const message = `Messages are embedded deeper than ${embeddedDepth}; the deeper ones were not read`;
      report('limit-embedded-depth', message, at);
      return false;
    }
    if (length >= SHORTEST_STREAM && hasTnefSignature(bytes.view(start, signature.length))) return true;
    report(
      'tnef-embedded-message',
      `The message of an attachment has ${length} bytes and no TNEF stream`,
      at,
    );
    return false;
  }
}
