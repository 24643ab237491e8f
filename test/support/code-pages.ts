// Every character of a code page, for comparing decoders.

const doubleByte: readonly number[] = [932, 936, 949, 950];

/** The code pages that 8-bit strings are found in. */
export const codePages: readonly number[] = [
  437,
  850,
  852,
  855,
  857,
  862,
  864,
  866,
  874,
  1250,
  1251,
  1252,
  1253,
  1254,
  1255,
  1256,
  1257,
  1258,
  10000,
  10007,
  20866,
  21866,
  28592,
  28593,
  28594,
  28595,
  28597,
  28599,
  28605,
  ...doubleByte,
];

export function isDoubleByte(page: number): boolean {
  return doubleByte.includes(page);
}

export interface Character {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * All characters above ASCII that a decoder knows. Left out are controls, and private-use characters: those are
 * what each user defined, so no table can know them. (U+FDFF is how npm codepage says that there is no character.)
 */
export function charactersOf(page: number, decode: (bytes: Uint8Array) => string): Character[] {
  const candidates = Array.from({ length: 128 }, (_, index) => Uint8Array.of(0x80 + index));
  if (isDoubleByte(page)) {
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) candidates.push(Uint8Array.of(lead, trail));
    }
  }
  return candidates
    .map((bytes) => ({ bytes, text: decode(bytes) }))
    .filter(
      ({ bytes, text }) =>
        isOneCharacter(text) && (bytes.length === 1 || !isTwoCharacters(page, bytes, decode)),
    );
}

function isOneCharacter(text: string): boolean {
  return Array.from(text).length === 1 && !/[\0\ufffd\u0080-\u009f\ue000-\uf8ff\ufdff]/.test(text);
}

/** Whether two bytes are two characters of a byte each. */
function isTwoCharacters(page: number, bytes: Uint8Array, decode: (bytes: Uint8Array) => string): boolean {
  return page === 932 && isOneCharacter(decode(bytes.subarray(0, 1)));
}
