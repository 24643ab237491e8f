/** Decodes text in a charset by its name on the Internet (`iso-8859-1`); undefined: nothing knows it. */
export function decodeCharset(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The same of text that may not say its charset: UTF-8 if it is that, else Western European. */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  const stated = charset === undefined || charset === 'us-ascii' ? undefined : decodeCharset(bytes, charset);
  if (stated !== undefined) return stated;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
