import { readFileSync } from 'node:fs';
import * as msgreader from '@kenjiuno/msgreader';
import { ChecksumAdder } from '../checksum';
import type { Reader } from './reader';

interface Fields {
  readonly recipients?: readonly Fields[];
  readonly rawProps?: readonly { readonly propertyTag: string; readonly value: unknown }[];
}

type MsgReader = new (data: ArrayBuffer) => {
  parserConfig: { includeRawProps: boolean };
  getFileData: () => Fields;
};

/** Its default export differs by loader. */
function msgReaderClass(module: unknown): MsgReader {
  return typeof module === 'function'
    ? (module as MsgReader)
    : msgReaderClass((module as { default?: unknown }).default);
}
const MsgReader = msgReaderClass(msgreader);

/** @kenjiuno/msgreader with raw properties: the only way in which it gives all of them. */
export const reader: Reader<Fields> = {
  load: (path) => {
    const { buffer, byteOffset, byteLength } = readFileSync(path);
    const isWhole = byteOffset === 0 && byteLength === buffer.byteLength;
    const data = isWhole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
    const reader = new MsgReader(data);
    reader.parserConfig = { includeRawProps: true };
    return reader.getFileData();
  },
  sum: ({ recipients = [] }) => {
    const adder = new ChecksumAdder();
    for (const { rawProps = [] } of recipients) {
      adder.row();
      for (const { propertyTag, value } of rawProps) adder.property(Number.parseInt(propertyTag, 16), value);
    }
    return adder.result();
  },
};
