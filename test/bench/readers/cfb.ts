import { readFileSync } from 'node:fs';
import CFB from 'cfb';
import { ChecksumAdder } from '../checksum';
import type { Reader } from './reader';

interface Property {
  readonly tag: number;
  readonly value: unknown;
}
type Row = readonly Property[];

const RECIPIENT_STREAM =
  /__recip_version1\.0_#[0-9A-F]{8}\/(?:__properties_version1\.0|__substg1\.0_([0-9A-F]{8}))$/;
const HEADER_LENGTH = 8;

/** cfb for the container, and the shortest decoding of [MS-OXMSG] that gives all properties of all recipients. */
export const reader: Reader<readonly Row[]> = {
  load: (path) => rowsOf(CFB.read(readFileSync(path), { type: 'buffer' })),
  sum: (rows) => {
    const adder = new ChecksumAdder();
    for (const row of rows) {
      adder.row();
      for (const { tag, value } of row) adder.property(tag, value);
    }
    return adder.result();
  },
};

function rowsOf({ FullPaths, FileIndex }: CFB.CFB$Container): Row[] {
  const rows = new Map<string, Property[]>();
  FullPaths.forEach((path, index) => {
    const match = RECIPIENT_STREAM.exec(path);
    const content = FileIndex[index]?.content as Buffer | undefined;
    if (match === null || content === undefined) return;
    const storage = path.slice(0, path.lastIndexOf('/'));
    let row = rows.get(storage);
    if (row === undefined) rows.set(storage, (row = []));
    const [, tag] = match;
    if (tag === undefined) addFixed(row, content);
    else row.push(variable(Number.parseInt(tag, 16), content));
  });
  return [...rows.values()];
}

/** The values that lie in the property stream itself. */
function addFixed(row: Property[], stream: Buffer): void {
  for (let at = HEADER_LENGTH; at + 16 <= stream.length; at += 16) {
    const tag = stream.readUInt32LE(at);
    const type = tag & 0xffff;
    if (type === 0x0003) row.push({ tag, value: stream.readInt32LE(at + 8) });
    else if (type === 0x000b) row.push({ tag, value: stream[at + 8] !== 0 });
    else if (type === 0x0040) row.push({ tag, value: stream.readBigUInt64LE(at + 8) });
  }
}

function variable(tag: number, content: Buffer): Property {
  return { tag, value: (tag & 0xffff) === 0x001f ? content.toString('utf16le') : content };
}
