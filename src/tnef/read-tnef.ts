// [MS-OXTNEF]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxtnef/1f0544d7-30b7-4194-b58f-adc82f3763bb

import { AnomalyLog } from '../damage/anomaly';
import type { RandomAccessBytes, Reopen } from '../bytes/random-access';
import { FormatError } from '../damage/errors';
import type { Limits } from '../damage/errors';
import type { RecogniseAttached } from '../mapi/object/attached-file';
import type { Mailbox } from '../mapi/values/mailbox';
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
  readonly recogniseAttached?: RecogniseAttached | undefined;
  /** The part of a mail, or the attached file, that the stream is; undefined: a file of its own. */
  readonly part?: string | undefined;
  /** Who sent the mail that it is a part of. */
  readonly mailFrom?: Mailbox | undefined;
}

/**
 * Reads TNEF ([MS-OXTNEF]): all of it but the attachments' contents. Throws a
 * `FormatError` if it holds nothing.
 */
export function readTnef(bytes: RandomAccessBytes, options: TnefOptions, reopen: Reopen): DecodedMessage {
  const { byteLength } = bytes;
  if (byteLength < SHORTEST_STREAM || !hasTnefSignature(bytes.view(0, signature.length))) {
    const message = `TNEF stream has ${byteLength} bytes, expected its signature, a key and an attribute`;
    throw new FormatError('tnef-header-short', message, { path: '', offset: 0 });
  }
  const { strict, limits, loadValuesUpTo, part, mailFrom } = options;
  const log = new AnomalyLog(strict, limits.anomalies, part);
  const { held } = reopen;
  const file: TnefFile = {
    bytes,
    loadValuesUpTo,
    fetch: (offset, length) => reopen.open((again) => again.view(offset, length).slice()),
    fetchNow: held && ((offset, length) => held().view(offset, length).slice()),
    mailFrom,
  };
  const messages: ContainerMessages<StreamPlace> = new ContainerMessages(
    log,
    { ...options, isOfMail: true },
    (place, message) => new MessageStream(file, log, limits.recipients, place, message, messages),
  );
  const decoded = messages.decode({ start: 0, length: byteLength, attributes: '' });
  messages.readAll();
  return decoded;
}
