import { crcOf } from '../../bytes/crc';
import { decodeRtfHeader, LZFU, MELA } from './compressed-rtf';
import type { RtfHeader } from './compressed-rtf';

// [MS-OXRTFCP]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfcp/65dfe2df-1b69-43fc-8ebd-21819a7463fb

/** The text that every dictionary begins with, 2.1.3.2. */
const PRELOADED =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const HEADER = 16;
const DICTIONARY = 4096;
const SHORTEST_MATCH = 2;
/** RAWSIZE, COMPTYPE and CRC. */
const COUNTED_TOO = 12;

/**
 * What is wrong with a compressed RTF body. `rtf-header`: the header is truncated, or states a type that does not
 * exist; `rtf-cut`: the data ends before its end mark; `rtf-crc`: the bytes do not match their checksum; `rtf-size`:
 * the length of the text is not the stated one.
 */
export type RtfDamageCode = 'rtf-header' | 'rtf-cut' | 'rtf-crc' | 'rtf-size';

export interface DecompressedRtf {
  /** The RTF, as far as it is there; undefined if nothing of it can be read. */
  readonly bytes: Uint8Array | undefined;
  readonly damage: readonly { readonly code: RtfDamageCode; readonly message: string }[];
}

/** Decompresses PidTagRtfCompressed. The text is at most nine times as long as the bytes. */
export function decompressRtf(compressed: Uint8Array): DecompressedRtf {
  const header = compressed.length < HEADER ? undefined : decodeRtfHeader(compressed);
  if (header === undefined) {
    const message = `Compressed RTF has ${compressed.length} bytes, fewer than its header of ${HEADER}`;
    return { bytes: undefined, damage: [{ code: 'rtf-header', message }] };
  }
  if (header.type === LZFU) return decompress(compressed, header);
  if (header.type === MELA) return uncompressed(compressed, header);
  const message = `Compressed RTF has the type 0x${header.type.toString(16)}, expected LZFu or MELA`;
  return { bytes: undefined, damage: [{ code: 'rtf-header', message }] };
}

function uncompressed(stored: Uint8Array, { rawSize }: RtfHeader): DecompressedRtf {
  const bytes = stored.slice(HEADER, HEADER + rawSize);
  // QUIRK: RAWSIZE is that of the text; Aspose.Email counts the rest of the header, too
  const isWhole = bytes.length === rawSize || bytes.length === rawSize - COUNTED_TOO;
  return { bytes, damage: isWhole ? [] : [wrongSize(rawSize, bytes.length)] };
}

function decompress(compressed: Uint8Array, { compressedSize, rawSize, crc }: RtfHeader): DecompressedRtf {
  const { bytes, end, isWhole } = inflated(compressed);
  const damage: DecompressedRtf['damage'][number][] = [];
  const stated = Math.min(compressedSize + 4, compressed.length);
  // QUIRK: COMPSIZE is some bytes off in real files, whose CRC is that of the bytes up to the end mark
  const sums = [stated, end].map((to) => crcOf(compressed.subarray(HEADER, to)));
  if (!isWhole) damage.push({ code: 'rtf-cut', message: 'Compressed RTF ends before its end mark' });
  if (!sums.includes(crc))
    damage.push({
      code: 'rtf-crc',
      message: `Compressed RTF states the CRC ${crc}, but its bytes have ${sums[0]}`,
    });
  if (bytes.length !== rawSize) damage.push(wrongSize(rawSize, bytes.length));
  return { bytes, damage };
}

function wrongSize(stated: number, found: number): DecompressedRtf['damage'][number] {
  return { code: 'rtf-size', message: `RTF states ${stated} bytes, but has ${found}` };
}

/** The text behind the header, and where it ends: at a reference to the place that would be written next (2.2.3.1.3). */
function inflated(input: Uint8Array): { bytes: Uint8Array; end: number; isWhole: boolean } {
  const output = new Output(input.length);
  let at = HEADER;
  while (at < input.length) {
    const control = input[at++] as number;
    for (let bit = 0; bit < 8 && at < input.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        output.literal(input[at++] as number);
        continue;
      }
      if (at + 2 > input.length) return { bytes: output.bytes, end: input.length, isWhole: false };
      const reference = ((input[at] as number) << 8) | (input[at + 1] as number);
      at += 2;
      if (!output.repeat(reference >>> 4, (reference & 0xf) + SHORTEST_MATCH))
        return { bytes: output.bytes, end: at, isWhole: true };
    }
  }
  return { bytes: output.bytes, end: at, isWhole: false };
}

/** What was written, behind the text that is there before. It grows with what is written, whatever the header states. */
class Output {
  #buffer: Uint8Array;
  #length = PRELOADED.length;

  constructor(compressedLength: number) {
    this.#buffer = new Uint8Array(PRELOADED.length + 2 * compressedLength);
    for (let index = 0; index < PRELOADED.length; index++) this.#buffer[index] = PRELOADED.charCodeAt(index);
  }

  get bytes(): Uint8Array {
    return this.#buffer.slice(PRELOADED.length, this.#length);
  }

  literal(byte: number): void {
    if (this.#length === this.#buffer.length) this.#grow();
    this.#buffer[this.#length++] = byte;
  }

  /** Repeats what stands at an offset of the dictionary; false at the end mark. Places never written to are zeros. */
  repeat(offset: number, length: number): boolean {
    const back = (this.#length - offset) & (DICTIONARY - 1);
    if (back === 0) return false;
    for (let index = 0; index < length; index++) this.literal(this.#buffer[this.#length - back] ?? 0);
    return true;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#buffer.length * 2);
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}
