/** A value that lies in its entry, as bytes. */
export function inlineBytes(first: number, second: number, length: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, first, true);
  view.setUint32(4, second, true);
  return bytes.subarray(0, length);
}
