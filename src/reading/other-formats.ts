import type { MessageFormat, MessageReader } from './message-format';
import { readMfcmapiXml } from '../mfcmapi/read-xml';
import { readTnef } from '../tnef/read-tnef';

export { readMailMessage } from './read-mail';

// What is not a .msg: `readMessage` loads this file when it meets such a one, so that a page need not.

/** The readers of formats that synchronous code can read. */
export const otherReaders: Readonly<Record<Exclude<MessageFormat, 'msg' | 'eml'>, MessageReader>> = {
  tnef: readTnef,
  mfcmapi: readMfcmapiXml,
};
