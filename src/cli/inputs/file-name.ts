// Names of files are bytes; a few are no UTF-8. Such bytes become lone surrogates U+DC80 to U+DCFF, as in Python's
// surrogateescape, so that a name survives JSON and leads back to its file.

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const FIRST_LOW = 0xdc00;
const LONGEST_CHARACTER = 4;

/** A name as text. */
export function nameOfBytes(bytes: Uint8Array): string {
  return decoded(bytes) ?? escaped(bytes);
}

/** The path of which a line of our JSON speaks: where its bytes stand beside it, by these. */
export function pathOfLine(path: string, pathBytes: unknown): string {
  const isBytes = typeof pathBytes === 'string' && /^(?:[0-9a-f]{2})+$/.test(pathBytes);
  return isBytes ? nameOfBytes(Buffer.from(pathBytes, 'hex')) : path;
}

/** What the file system knows a path by: the text, or its bytes if some of them are no UTF-8. */
export function systemPath(path: string): string | Buffer {
  if (!/[\udc80-\udcff]/u.test(path)) return path;
  const parts = Array.from(path, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isEscape = code >= FIRST_LOW + 0x80 && code <= FIRST_LOW + 0xff;
    return isEscape ? Buffer.of(code - FIRST_LOW) : Buffer.from(character);
  });
  return Buffer.concat(parts);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function escaped(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = characterAt(bytes, at);
    if (length === 0) text += String.fromCharCode(FIRST_LOW + (bytes[at++] as number));
    else text += utf8.decode(bytes.subarray(at, (at += length)));
  }
  return text;
}

/** How many bytes the character has that begins there; 0: none does. */
function characterAt(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= LONGEST_CHARACTER && at + length <= bytes.length; length++)
    if (decoded(bytes.subarray(at, at + length)) !== undefined) return length;
  return 0;
}
