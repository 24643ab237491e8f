import { tagged, text } from '../../mapi/definitions/property';
import type { Message } from '../../message/message';

/** PidTagBody: the text of a message. [MS-OXCMSG] 2.2.1.58.1 */
const body = tagged(0x1000, text);
/** Characters: what a server writes into a report is no longer. */
const LONGEST = 262_144;

/** The text of a message, as far as a report may go. */
export function messageBody({ properties }: Message): string | undefined {
  return properties.peek(body)?.slice(0, LONGEST);
}
