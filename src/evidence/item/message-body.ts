import { ofId as tagged, text } from '../../mapi/definitions/property';
import type { Message } from '../../message/message';

/** PidTagBody: the text of a message. [MS-OXCMSG] 2.2.1.58.1 */
const body = tagged(0x1000, text);
/** Bytes: what a server writes into a report is no longer. A larger text may have been left in the file or not. */
const LONGEST = 65_536;

/** The text of a message, unless it is longer than any report. */
export function messageBody({ properties }: Message): string | undefined {
  const size = properties.raw(body)?.size ?? 0;
  return size <= LONGEST ? properties.peek(body) : undefined;
}
