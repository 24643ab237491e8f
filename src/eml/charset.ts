import { textDecoder } from '../bytes/text-codec';

/** Decodes text in a charset by its name on the Internet (`iso-8859-1`); undefined: nothing knows it. */
export function decodeCharset(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return textDecoder(charset).decode(bytes);
  } catch (error) {
    if ((error as Error).name !== 'RangeError') throw error; // by its name: it may be of another realm
    return undefined;
  }
}

/** The same of text that may not say its charset: UTF-8 if it is that, else Western European. */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  const stated = charset === undefined || charset === 'us-ascii' ? undefined : decodeCharset(bytes, charset);
  if (stated !== undefined) return stated;
  try {
    return textDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return textDecoder('windows-1252').decode(bytes);
  }
}
