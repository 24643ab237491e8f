import type { MessageFormat } from './message-format';
import type { MessageReader } from './message-reader';
import { readMfcmapiXml } from '../mfcmapi/read-xml';
import { readTnef } from '../tnef/read-tnef';

export { readMailMessage } from './read-mail';

// What is not a .msg: `readMessage` loads this file when it meets such a one, so that a page need not.

const readTnefFile: MessageReader = (bytes, options, reopen) => {
  const fetch = (offset: number, length: number): Promise<Uint8Array> =>
    reopen((again) => again.view(offset, length).slice());
  return readTnef(bytes, { ...options, fetch });
};

/** The readers of formats that synchronous code can read. */
export const otherReaders: Readonly<Record<Exclude<MessageFormat, 'msg' | 'eml'>, MessageReader>> = {
  tnef: readTnefFile,
  mfcmapi: readMfcmapiXml,
};
