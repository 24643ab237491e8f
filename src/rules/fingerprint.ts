import { toHex } from '../mapi/guid';
import type { Message } from '../message/message';
import type { Observation } from './rule';

/** What identifies a problem: the item (by its identifier, else its class and subject), the rule, the code and the place. */
export function fingerprint(item: Message, rule: string, { code, path, values }: Observation): string {
  const { globalObjectId, messageClass = '', subject = '' } = item;
  const identity = globalObjectId === undefined ? `${messageClass}|${subject}` : toHex(globalObjectId);
  const address = values?.['address'];
  // rows move when others come and go; an address does not
  const place =
    address === undefined ? path : path.replace(/recipients\[\d+\]/, String(address).toLowerCase());
  return hash([identity, rule, code, place].join('\n'));
}

/** FNV-1a of 64 bits over the UTF-16 code units: short and stable, no protection against anybody. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
