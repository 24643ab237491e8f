import type { Report } from '../anomaly';
import { ByteReader } from '../bytes/byte-reader';

// [MS-OXMSG] 2.4: the property stream

/** How long the header is, by what the stream belongs to (2.4.1). */
export const headerLength = { message: 32, embeddedMessage: 24, recipientOrAttachment: 8 } as const;

const ENTRY_LENGTH = 16;
const VALUE_OFFSET = 8;

/** How many recipients and attachments a message's header says it has. */
export interface ObjectCounts {
  readonly recipients: number;
  readonly attachments: number;
}

export interface PropertyEntry {
  readonly tag: number;
  /** 1 mandatory, 2 readable, 4 writable. */
  readonly flags: number;
  /** Where the value, or the size of its stream, lies in the stream: eight bytes, fewer where that is cut. */
  readonly position: number;
}

/** The counts in the header of a message or embedded message; undefined where it is cut. */
export function decodeCounts(stream: Uint8Array): ObjectCounts | undefined {
  if (stream.length < headerLength.embeddedMessage) return undefined;
  const reader = new ByteReader(stream);
  reader.skip(8); // reserved
  reader.skip(4); // next recipient ID
  reader.skip(4); // next attachment ID
  return { recipients: reader.u32(), attachments: reader.u32() };
}

/** The entries of a property stream. A cut last entry is kept as far as it goes, and reported. */
export function decodeEntries(stream: Uint8Array, header: number, report: Report): PropertyEntry[] {
  const cut = stream.length < header ? stream.length : (stream.length - header) % ENTRY_LENGTH;
  if (cut !== 0) {
    const expected = stream.length < header ? `a header of ${header}` : `entries of ${ENTRY_LENGTH}`;
    report(
      'msg-property-stream-cut',
      `Property stream has ${stream.length} bytes: ${cut} do not fill ${expected}`,
    );
  }
  const entries: PropertyEntry[] = [];
  const reader = new ByteReader(stream);
  for (let start = header; start + VALUE_OFFSET <= stream.length; start += ENTRY_LENGTH) {
    reader.seek(start);
    const tag = reader.u32();
    const flags = reader.u32();
    entries.push({ tag, flags, position: start + VALUE_OFFSET });
  }
  return entries;
}
