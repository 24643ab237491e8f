import type { ByteReader } from '../../bytes/byte-reader';
import { decodeStructure } from '../../mapi/structures/decode-structure';
import { decodeString8 } from '../../mapi/values/code-page';
import { decodeUtf16 } from '../../mapi/values/utf16';

/** VoteOption and VoteOptionExtras: [MS-OXOMSG] 2.2.1.74. */
const VERSION = 0x0102;
const VERSION_OF_EXTRAS = 0x0104;
/** VerbType of an answer that was made for the vote; the others are Reply, Forward and the like. */
const VOTE = 4;
/** Internal2 to Internal6, with flags and the identifier between them. */
const AFTER_NAMES = 4 + 1 + 4 + 4 + 4 + 4 + 4 + 4;

interface VoteOption {
  readonly verbType: number;
  readonly displayName: string | undefined;
}

/** The answers among which a PidLidVerbStream lets choose, as `Yes;No;Maybe`; undefined if it is cut. */
export function votingOptionsField(bytes: Uint8Array, codePage: number): string | undefined {
  const options = decodeStructure(bytes, (reader) => readOptions(reader, codePage));
  return options
    ?.filter(({ verbType }) => verbType === VOTE)
    .map(({ displayName }) => displayName ?? '')
    .join(';');
}

function readOptions(reader: ByteReader, codePage: number): VoteOption[] | undefined {
  if (reader.u16() !== VERSION) return undefined;
  const options: VoteOption[] = [];
  for (let left = reader.u32(); left > 0; left--) options.push(readOption(reader, codePage));
  if (reader.remaining === 0 || reader.u16() !== VERSION_OF_EXTRAS) return options;
  return options.map(({ verbType }) => ({ verbType, displayName: readExtra(reader) }));
}

function readOption(reader: ByteReader, codePage: number): VoteOption {
  const verbType = reader.u32();
  const displayName = decodeString8(reader.bytes(reader.u8()), codePage);
  for (let others = 3; others > 0; others--) reader.skip(reader.u8()); // class, Internal1, the name once more
  reader.skip(AFTER_NAMES);
  return { verbType, displayName };
}

/** The name in Unicode, which stands twice. */
function readExtra(reader: ByteReader): string | undefined {
  const displayName = decodeUtf16(reader.bytes(reader.u8() * 2));
  reader.skip(reader.u8() * 2);
  return displayName;
}
