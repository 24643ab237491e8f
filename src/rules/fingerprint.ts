import { toHex } from '../mapi/values/guid';
import { meetingKeyOf } from '../message/meeting-key';
import type { Message } from '../message/message';
import type { Problem } from './rule';

/** What a fingerprint knows an item by. */
export type Identified = Pick<Message, 'globalObjectId' | 'messageClass' | 'subject'>;

/** What identifies a problem: the item (by its identifier, else its class and subject), the rule, the code and the place. */
export function fingerprint(item: Identified, rule: string, { code, path, person }: Problem): string {
  // rows move when others come and go; an address does not
  const address = person?.address;
  const place = address === undefined ? path : path.replace(/recipients\[\d+\]/, () => address.toLowerCase());
  return hash([identityOf(item), rule, code, place].join('\n'));
}

/** The same of a problem between items: which they are counts, not in which order or where they were found. */
export function fingerprintOfSet(items: readonly Message[], rule: string, code: string): string {
  return hash([...items.map(identityOf).sort(), rule, code].join('\n'));
}

/** What tells a meeting, the same on all its copies; undefined: the copy says too little of it. */
export function fingerprintOfMeeting(item: Message): string | undefined {
  const key = meetingKeyOf(item);
  return key === undefined ? undefined : hash(key);
}

/** What stands for a fingerprint, as short and of the same form. */
export function redactedFingerprint(substitute: string): string {
  return hash(substitute);
}

function identityOf({ globalObjectId, messageClass = '', subject = '' }: Identified): string {
  return globalObjectId === undefined ? `${messageClass}|${subject}` : toHex(globalObjectId);
}

/** FNV-1a of 32 bits over the UTF-16 code units, from two beginnings: short and stable, no protection against anybody. */
function hash(text: string): string {
  let one = 0x811c9dc5;
  let other = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + index), 0x01000193);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
