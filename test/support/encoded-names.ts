import { concat } from './compound-file-writer';

// How containers of messages write texts, GUIDs and names.

export const PS_MAPI = '00020328-0000-0000-C000-000000000046';
export const PS_PUBLIC_STRINGS = '00020329-0000-0000-C000-000000000046';

/** A name in the string stream of a named-property map, with its length before it and filled up to four bytes. */
export function stringEntry(name: string): Uint8Array {
  const text = utf16(name);
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, text.length, true);
  return concat([new Uint8Array(length.buffer), text, new Uint8Array((4 - (text.length % 4)) % 4)]);
}

export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

export function guidBytes(guid: string): Uint8Array {
  const digits = guid.replaceAll('-', '');
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Uint8Array.from(order, (index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}
