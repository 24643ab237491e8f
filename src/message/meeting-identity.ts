import { toHex } from '../mapi/values/guid';

/** Where the date of an occurrence lies in a GlobalObjectId: [MS-OXOCAL] 2.2.1.27, YH to D. */
const DATE_START = 16;
const DATE_END = 20;

/** A GlobalObjectId without the date of an occurrence, as text: the same for a series and all its occurrences. */
export function undatedObjectId(bytes: Uint8Array): string {
  const undated = bytes.slice();
  undated.fill(0, DATE_START, DATE_END);
  return toHex(undated);
}
