import type { RandomAccessBytes } from '../bytes/random-access';
import type { LoggedMessage } from '../mapi/object/logged-message';
import { readMsg, readMsgStream } from '../msg/read-msg';
import type { CheckedOptions } from './read-options';

/** Opens the file again for a piece of work: a value that was left in it. */
export type Reopen = <T>(work: (bytes: RandomAccessBytes) => T) => Promise<T>;

/** Reads the message of a file whose format is known. */
export type MessageReader = (
  bytes: RandomAccessBytes,
  options: CheckedOptions,
  reopen: Reopen,
) => LoggedMessage;

export const readMsgFile: MessageReader = (bytes, options, reopen) => {
  const { storageDepth } = options.limits;
  const fetch = (stream: number): Promise<Uint8Array> =>
    reopen((again) => readMsgStream(again, stream, storageDepth));
  return readMsg(bytes, { ...options, fetch });
};
