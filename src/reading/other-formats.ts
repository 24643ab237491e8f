import { readMfcmapiXml } from '../mfcmapi/read-xml';
import { readMsg } from '../msg/read-msg';
import { readTnef } from '../tnef/read-tnef';
import { readMailMessage } from './read-mail';
import type { MessageReaders } from './recognise-attached';

// What is not a .msg: `readMessage` loads this file when it meets such a one, so that a page need not.

/** The readers of all formats, which synchronous code can read. */
export const messageReaders: MessageReaders = {
  msg: readMsg,
  tnef: readTnef,
  mfcmapi: readMfcmapiXml,
  eml: readMailMessage,
};
