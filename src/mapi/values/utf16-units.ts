/** What Node's buffers do natively, and can do for any bytes. */
interface NativeSlices {
  ucs2Slice(this: Uint8Array, start: number, end: number): string;
}

const slices = Buffer.prototype as unknown as NativeSlices;

/** Decodes UTF-16LE units as they are: `TextDecoder` would drop a byte order mark and lone surrogates. */
export function decodeLongUnits(bytes: Uint8Array, start: number, end: number): string {
  return slices.ucs2Slice.call(bytes, start, end);
}
