import * as msgreader from '@kenjiuno/msgreader';
import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import type { Message } from '../../src/index';
import { formatTag, typeOf } from '../../src/mapi/values/property-type';
import { toHex } from '../../src/mapi/values/guid';
import { decodeValue } from '../../src/mapi/values/property-value';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';

// A second reader: @kenjiuno/msgreader gives raw bytes to its propertyObserver. It reads the outermost message and its
// recipients right; it takes the header of an embedded message for one of 8 bytes, so those are left out here.

type Observer = (fields: object, tag: number, raw: Uint8Array | null) => void;
type MsgReader = new (data: ArrayBuffer) => {
  parserConfig: { propertyObserver: Observer };
  getFileData: () => { recipients?: object[] };
};

/** Its default export differs by loader. */
function msgReaderClass(module: unknown): MsgReader {
  const inner = (module as { default?: unknown }).default;
  return typeof module === 'function' ? (module as MsgReader) : msgReaderClass(inner);
}
const MsgReader = msgReaderClass(msgreader);

const STRING8 = 0x001e;
const compared = new Set([0x0002, 0x0003, 0x0014, STRING8, 0x001f]);

interface Theirs {
  readonly message: ReadonlyMap<number, Uint8Array>;
  readonly recipients: readonly ReadonlyMap<number, Uint8Array>[];
}

/** The raw values of the outermost message and its recipients as msgreader sees them; undefined if it fails. */
function byMsgReader(bytes: Uint8Array): Theirs | undefined {
  const objects = new Map<object, Map<number, Uint8Array>>();
  const reader = new MsgReader(new Uint8Array(bytes).buffer);
  reader.parserConfig = {
    propertyObserver: (fields, tag, raw) => {
      const values = objects.get(fields) ?? new Map<number, Uint8Array>();
      if (raw !== null && !values.has(tag >>> 0)) values.set(tag >>> 0, new Uint8Array(raw));
      objects.set(fields, values);
    },
  };
  try {
    const root = reader.getFileData();
    const valuesOfFields = (fields: object) => objects.get(fields) ?? new Map<number, Uint8Array>();
    return { message: valuesOfFields(root), recipients: (root.recipients ?? []).map(valuesOfFields) };
  } catch {
    return undefined; // a raw RangeError on a damaged file
  }
}

function valuesOf(properties: Message['properties']): Map<number, unknown> {
  const values = new Map<number, unknown>();
  for (const property of properties) {
    if (compared.has(typeOf(property.tag)) && property.content === 'loaded' && !values.has(property.tag)) {
      values.set(property.tag, properties.valueOf(property));
    }
  }
  return values;
}

/** Where they differ, and who is right. */
const differences: readonly (readonly [what: RegExp, why: string])[] = [
  [
    /unknown_properties\.msg: theirs fails$/,
    'a damaged file: msgreader throws a raw RangeError, we return what is left',
  ],
];

function compare(
  place: string,
  properties: Message['properties'],
  theirs: ReadonlyMap<number, Uint8Array> | undefined,
): string[] {
  return [...valuesOf(properties)].flatMap(([tag, ours]) => {
    const raw = theirs?.get(tag);
    const value = raw && decodeValue(typeOf(tag), { bytes: raw }, properties);
    const said = raw === undefined ? 'absent' : toHex(raw.subarray(0, 20));
    return value === ours ? [] : [`${place} ${formatTag(tag)}: ${JSON.stringify(ours)}, theirs ${said}`];
  });
}

describe.skipIf(!hasCorpus)(`${corpusTitle}, against msgreader`, () => {
  test('strings and integers of every outermost message and its recipients are equal', () => {
    const paths = readTable('MANIFEST.tsv')
      .map((row) => row['path'] ?? '')
      .filter((path) => path.startsWith('msg/'));
    const found = paths.flatMap((path) => {
      const bytes = readCorpusFile(path);
      const message = decodeMessage(bytes);
      const theirs = byMsgReader(bytes);
      if (theirs === undefined) return [`${path}: theirs fails`];
      const rows = message.recipients.flatMap(({ properties }, index) =>
        compare(`${path} ${index}`, properties, theirs.recipients[index]),
      );
      return [...compare(path, message.properties, theirs.message), ...rows];
    });
    expect(found.filter((each) => !differences.some(([what]) => what.test(each)))).toEqual([]);
  });
});
