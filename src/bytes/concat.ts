/** Bytes one after the other; what is undefined has none. */
export function concat(parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    if (part === undefined) continue;
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
