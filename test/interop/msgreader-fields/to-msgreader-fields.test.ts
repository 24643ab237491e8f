import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { FieldsData } from '@kenjiuno/msgreader';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { decodeMessage, readMessage } from '../../../src/index';
import { toMsgReaderFields } from '../../../src/interop/index';
import type { MsgReaderFileData } from '../../../src/interop/index';
import { votingOptionsField } from '../../../src/interop/msgreader-fields/voting-options';
import { zoneDefinitionField, zoneField } from '../../../src/interop/msgreader-fields/zone-fields';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../../support/corpus';
import { msgReader } from '../../support/msgreader';

type Fields = Readonly<Record<string, unknown>>;

/** Where they differ: what msgreader does, and what the bytes say. */
const differences: readonly (readonly [where: RegExp, why: string])[] = [
  [
    /innerMsgContentFields\.(\w*Time|\w*[cC]odepage|messageFlags|messageLocaleId|attachmentHidden|recipType)$/,
    'it takes the header of an embedded message for a property and ends there: no number, time or flag of it',
  ],
  [
    /(contactAnsi|CP1251_LCID1049|ansi-\d+|g1\w-cpid\d+-[\w-]+|b2-\w+-sjis)\.msg .*\.(\w*[nN]ame|subject|normalizedSubject|conversationTopic|generation|country|fileUnder|fax2EmailAddress|workAddressCountry|body)$/,
    '8-bit text of the code page that the file states, which it reads as Latin-1',
  ],
  [/(CP1251_LCID1049|qwerty_1-orig)\.msg \.bodyHtml$/, '1013001E, of which it knows neither name nor type'],
  [/POIHSMFFuzzer-\d+\.msg \.conversationTopic$/, 'made by a fuzzer: a value of another type than text'],
  [
    /(WatermarkSample|sample|a2-forwarded-byvalue)\.msg .*\.innerMsgContent(Fields)?$/,
    'a .msg attached as a file: read as the message it is',
  ],
  [
    /recip-bad-digit\.msg \.recipients/,
    'a storage whose name lost a digit: it takes it for a row before the others',
  ],
];

/** What leads back into its reader. */
const internal = new Set(['dataId', 'folderId', 'rawProps']);

/** Each place where two objects differ, by its path. */
function differ(ours: unknown, theirs: unknown, path = ''): string[] {
  if (isDeepStrictEqual(ours, theirs)) return [];
  if (!isPlain(ours) || !isPlain(theirs)) return [path];
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...names]
    .filter((name) => !internal.has(name))
    .flatMap((name) => differ(ours[name], theirs[name], `${path}.${name}`));
}

function isPlain(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

/** The unexplained differences of a file; undefined if one of the two cannot read it. */
async function compare(name: string, bytes: Uint8Array): Promise<string[] | undefined> {
  const [ours, theirs] = await Promise.allSettled([
    Promise.resolve(bytes).then(decodeMessage).then(toMsgReaderFields),
    Promise.resolve(bytes).then((each) => msgReader(each).getFileData()),
  ]);
  if (ours.status === 'rejected' || theirs.status === 'rejected') return undefined;
  return differ(ours.value, theirs.value)
    .map((path) => `${name} ${path}`)
    .filter((place) => !differences.some(([where]) => where.test(place)));
}

const samples = new URL('../../../samples/', import.meta.url);
const sampleNames = ['meetings/', 'rules/', 'field/'].flatMap((folder) =>
  readdirSync(new URL(folder, samples), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.msg'))
    .map((name) => folder + name),
);
const sample = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, samples)));

test('is what getFileData() of msgreader gives, for each of our samples that it can read', async () => {
  const compared = await Promise.all(sampleNames.map((name) => compare(name, sample(name))));
  expect(compared.filter((each) => each !== undefined).length).toBeGreaterThan(90);
  expect(compared.flatMap((each) => each ?? [])).toEqual([]);
}, 60_000);

describe.skipIf(!hasCorpus)(corpusTitle, () => {
  test('the same for every .msg of the corpus', async () => {
    const paths = readTable('MANIFEST.tsv').flatMap(({ path = '' }) =>
      /^msg\/.*\.msg$/.test(path) ? [path] : [],
    );
    const compared: (string[] | undefined)[] = [];
    for (const path of paths) compared.push(await compare(path, readCorpusFile(path)));
    expect(compared.filter((each) => each !== undefined).length).toBeGreaterThan(100);
    expect(compared.flatMap((each) => each ?? [])).toEqual([]);
  }, 60_000);
});

test('what it gives is a FieldsData of msgreader', () => {
  expectTypeOf<MsgReaderFileData>().toExtend<FieldsData>();
});

describe('what was left in the file', () => {
  const bytes = sample('meetings/textbook-defect.msg');

  test('is read', async () => {
    const message = await readMessage(new Blob([bytes.slice()]), { loadValuesUpTo: 0 });
    expect(await toMsgReaderFields(message)).toEqual(await toMsgReaderFields(decodeMessage(bytes)));
  });
});

describe('a damaged structure is no field', () => {
  const option = [...int32(4), ...counted('Ja'), 0, 0, ...counted('Ja'), ...new Array<number>(29).fill(0)];
  const verbs = Uint8Array.from([
    2,
    1,
    1,
    0,
    0,
    0,
    ...option,
    4,
    1,
    2,
    0x4a,
    0,
    0x61,
    0,
    2,
    0x4a,
    0,
    0x61,
    0,
  ]);
  const zone = Uint8Array.from({ length: 48 }, (_, index) => index);
  const rule = [2, 1, 62, 0, 2, 0, ...new Array<number>(60).fill(0)];
  const definition = Uint8Array.from([2, 1, 10, 0, 2, 0, 2, 0, 0x58, 0, 0x59, 0, 1, 0, ...rule]);

  test.each([
    [
      'voting options',
      (each: Uint8Array) => votingOptionsField(each, 1252),
      verbs,
      'Ja',
      [verbs.length - 12],
    ],
    ['a zone', zoneField, zone, expect.objectContaining({ bias: 0x03020100, daylightYear: 0x1f1e }), []],
    ['a definition', zoneDefinitionField, definition, expect.objectContaining({ keyName: 'XY' }), []],
  ] as const)('%s', (_, decode, whole, expected, alsoWhole) => {
    expect(decode(whole)).toEqual(expected);
    const lengths = Array.from({ length: whole.length }, (_, length) => length);
    const read = lengths.filter((length) => decode(whole.subarray(0, length)) !== undefined);
    expect(read).toEqual(alsoWhole);
  });

  function int32(value: number): number[] {
    return [value, 0, 0, 0];
  }
  function counted(text: string): number[] {
    return [text.length, ...Buffer.from(text, 'latin1')];
  }
});
