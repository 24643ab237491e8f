import { PropertyType } from '../mapi/values/property-type';

/** Whether an entry's size says how long its value stream is ([MS-OXMSG] 2.4.2.2), a string's with its terminator. */
export function statesSize(stated: number, size: number, type: number): boolean {
  const terminator = type === PropertyType.string ? 2 : type === PropertyType.string8 ? 1 : 0;
  // QUIRK: [MS-OXMSG] 2.4.2.2 counts the terminator of a string; one real entry in a hundred does not
  return stated === size + terminator || stated === size;
}
