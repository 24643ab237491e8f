import type { RandomAccessBytes } from '../bytes/random-access';
import { UnsupportedError } from '../damage/errors';
import { decodeString8, DEFAULT_CODE_PAGE, latin1Text, UTF8 } from '../mapi/values/code-page';
import { decodeUnits } from '../mapi/values/utf16';

/** A string of the engine may have 2^29 units; an export of a quarter of that is none. */
const MAX_BYTES = 2 ** 28;
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16_MARK = [0xff, 0xfe];
/** `<` as MFCMAPI writes it, where the mark was lost. */
const UTF16_START = [0x3c, 0x00];

/** How the text of an export is encoded: the declaration says ISO-8859-1 whatever it is. */
export type ExportEncoding = 'utf-16le' | 'utf-8' | 'ansi';

/**
 * An export as units in which its markup can be looked for: of UTF-16 its characters, of 8-bit text its bytes, so that
 * text in an unknown code page stays what it is.
 */
export class ExportText {
  readonly units: string;
  readonly encoding: ExportEncoding;
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #codePage: number;

  /** `codePage` is that of ANSI text. Throws an `UnsupportedError` for text that no string can hold. */
  constructor(file: RandomAccessBytes, codePage: number | undefined) {
    if (file.byteLength > MAX_BYTES)
      throw new UnsupportedError(
        'mfcmapi',
        `The export has ${file.byteLength} bytes, more than mapilint reads`,
      );
    this.#bytes = file.view(0, file.byteLength);
    const { isWide, start } = unitsOf(this.#bytes);
    this.#start = start;
    this.units = unitText(this.#bytes, isWide, start);
    const isUtf8 = !isWide && (start > 0 || decodeString8(this.#bytes, UTF8) !== undefined);
    this.encoding = isWide ? 'utf-16le' : isUtf8 ? 'utf-8' : 'ansi';
    this.#codePage = isUtf8 ? UTF8 : (codePage ?? DEFAULT_CODE_PAGE);
  }

  /** The byte in the file at which a unit begins. */
  offsetOf(unit: number): number {
    return this.#start + (this.encoding === 'utf-16le' ? unit * 2 : unit);
  }

  /** The text between two units; undefined if the bytes are not of the file's encoding. */
  decode(from: number, to: number): string | undefined {
    if (this.encoding === 'utf-16le') return this.units.slice(from, to);
    return decodeString8(this.#bytes.subarray(this.#start + from, this.#start + to), this.#codePage);
  }
}

/** The beginning of a file as units, to look what it is. */
export function firstUnits(head: Uint8Array): string {
  const { isWide, start } = unitsOf(head);
  return unitText(head, isWide, start);
}

function unitsOf(bytes: Uint8Array): { isWide: boolean; start: number } {
  const begins = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (begins(UTF16_MARK)) return { isWide: true, start: 2 };
  if (begins(UTF16_START)) return { isWide: true, start: 0 };
  return { isWide: false, start: begins(UTF8_MARK) ? 3 : 0 };
}

function unitText(bytes: Uint8Array, isWide: boolean, start: number): string {
  if (!isWide) return latin1Text(bytes.subarray(start));
  const length = bytes.length - start;
  return decodeUnits(bytes, start, length - (length % 2));
}
