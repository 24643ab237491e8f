/** What decodes text of a charset of the Internet; throws a `RangeError` for one that nothing knows. */
export function textDecoder(charset?: string, options?: TextDecoderOptions): TextDecoder {
  return new TextDecoder(charset, options);
}

/** What encodes text as UTF-8. */
export function textEncoder(): TextEncoder {
  return new TextEncoder();
}
