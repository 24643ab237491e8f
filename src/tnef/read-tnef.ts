// [MS-OXTNEF]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxtnef/1f0544d7-30b7-4194-b58f-adc82f3763bb

import { AnomalyLog } from '../damage/anomaly';
import type { RandomAccessBytes, Reopen } from '../bytes/random-access';
import { FormatError } from '../damage/errors';
import type { Limits } from '../damage/errors';
import { ContainerMessages } from '../mapi/object/container-messages';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import { SHORTEST_STREAM } from './attribute-stream';
import type { TnefFile } from './attribute-stream';
import { hasTnefSignature, signature } from './signature';
import { MessageStream } from './message-stream';
import type { StreamPlace } from './message-stream';

export interface TnefOptions {
  readonly strict: boolean;
  readonly limits: Limits;
  readonly loadValuesUpTo: number;
  /** The code page of 8-bit strings for streams that do not say. */
  readonly codePage: number | undefined;
  /** The same whatever is said anywhere. */
  readonly codePageOverride: number | undefined;
}

/** The part of a mail that a stream is. */
export interface StreamInMail {
  readonly part: string;
  /** What is to be known of the choice of that part. */
  readonly note: string;
}

/**
 * Reads a TNEF file ([MS-OXTNEF]), or the part of a mail that is one: all of it but the attachments' contents. Throws a
 * `FormatError` if it holds nothing.
 */
export function readTnef(
  bytes: RandomAccessBytes,
  options: TnefOptions,
  reopen: Reopen,
  mail?: StreamInMail,
): DecodedMessage {
  const { byteLength } = bytes;
  if (byteLength < SHORTEST_STREAM || !hasTnefSignature(bytes.view(0, signature.length))) {
    const message = `TNEF stream has ${byteLength} bytes, expected its signature, a key and an attribute`;
    throw new FormatError('tnef-header-short', message, { path: '', offset: 0 });
  }
  const { strict, limits, loadValuesUpTo } = options;
  const log = new AnomalyLog(strict, limits.anomalies, mail?.part);
  if (mail !== undefined) log.at('')('eml-part', mail.note);
  const fetch: TnefFile['fetch'] = (offset, length) => reopen((again) => again.view(offset, length).slice());
  const file = { bytes, loadValuesUpTo, fetch };
  const messages: ContainerMessages<StreamPlace> = new ContainerMessages(
    log,
    { ...options, part: mail?.part },
    (place, message) => new MessageStream(file, log, limits.recipients, place, message, messages),
  );
  const decoded = messages.decode(
    { start: 0, length: byteLength, attributes: '' },
    undefined,
    undefined,
    mail?.note,
  );
  messages.readAll();
  return decoded;
}
