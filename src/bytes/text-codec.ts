import { TextDecoder, TextEncoder } from 'node:util';

// By Node's own classes: Jest's jsdom has no global ones. In browsers text-codec.browser.ts stands in for this file.

/** What decodes text of a charset of the Internet; throws a `RangeError` for one that nothing knows. */
export function textDecoder(
  charset?: string,
  options?: TextDecoderOptions,
): InstanceType<typeof TextDecoder> {
  return new TextDecoder(charset, options);
}

/** What encodes text as UTF-8. */
export function textEncoder(): InstanceType<typeof TextEncoder> {
  return new TextEncoder();
}
