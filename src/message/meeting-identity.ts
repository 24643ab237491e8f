import { decodeGlobalObjectId } from '../mapi/structures/global-object-id';
import { toHex } from '../mapi/values/guid';

/** Where the date of an occurrence lies in a GlobalObjectId: [MS-OXOCAL] 2.2.1.27, YH to D. */
const DATE_START = 16;
const DATE_END = 20;
/** How every GlobalObjectId of Outlook begins, in hexadecimal. */
const OBJECT_ID = '040000008200E00074C5B7101A82E008';

/** A GlobalObjectId without the date of an occurrence, as text: the same for a series and all its occurrences. */
export function undatedObjectId(bytes: Uint8Array): string {
  const undated = bytes.slice();
  undated.fill(0, DATE_START, DATE_END);
  return toHex(undated);
}

/**
 * The iCalendar UID of a meeting by its GlobalObjectId, in upper case: the UID that it holds, or the identifier itself
 * without the date of an occurrence, in hexadecimal.
 */
export function meetingUid(bytes: Uint8Array): string {
  return (decodeGlobalObjectId(bytes)?.uid ?? undatedObjectId(bytes)).toUpperCase();
}

/** A UID in the form in which two are compared: in upper case, without the date where it is a GlobalObjectId. */
export function normaliseUid(uid: string): string {
  const upper = uid.trim().toUpperCase();
  return upper.startsWith(OBJECT_ID) ? `${upper.slice(0, 32)}00000000${upper.slice(40)}` : upper;
}
