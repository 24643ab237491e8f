import { WHOLE_READ } from '../bytes/random-access';
import type { RandomAccessBytes, Reopen } from '../bytes/random-access';
import { FormatError } from '../damage/errors';
import { Message } from '../message/message';
import { formatOf } from './message-format';
import type { CheckedOptions } from './read-options';
import { attachedBy } from './recognise-attached';
import type { MessageReaders } from './recognise-attached';

/** Decodes a message by the readers that there are; throws a `FormatError` for a format that has none. */
export function decodeWith(
  bytes: RandomAccessBytes,
  readers: Partial<MessageReaders>,
  options: CheckedOptions,
  reopen: Reopen,
): Message {
  const recogniseAttached = attachedBy(readers, options);
  const read = readers[formatOf(bytes)] ?? refuse();
  const file = read(bytes, { ...options, recogniseAttached }, reopen);
  // what is not in memory must be read while it is open, and a large file should not be kept for what nobody asks
  if (options.strict || bytes.byteLength > WHOLE_READ) file.readAll();
  return Message.of(file);
}

function refuse(): never {
  const message = 'This is not a .msg file: decodeMessage of mapilint reads it';
  throw new FormatError('message-unrecognized', message, { path: '', offset: 0 });
}
