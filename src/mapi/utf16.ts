const CHUNK = 8192;

/**
 * Decodes UTF-16LE faithfully: a byte order mark and lone surrogates stay, which `TextDecoder` would not grant.
 * Undefined if a byte is left over.
 */
export function decodeUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK * 2) {
    text += String.fromCharCode(...units(bytes.subarray(start, start + CHUNK * 2)));
  }
  return text;
}

function units(bytes: Uint8Array): Uint16Array {
  const result = new Uint16Array(bytes.length / 2);
  for (let index = 0; index < result.length; index++) {
    result[index] = (bytes[index * 2] as number) | ((bytes[index * 2 + 1] as number) << 8);
  }
  return result;
}
