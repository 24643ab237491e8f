import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeMessage, diagnose, FormatError, named, tagged } from '../../src/index';
import { integer, text as stringValue } from '../../src/mapi/definitions/property';
import { recommendedRules } from '../../src/rules/index';
import type { Message } from '../../src/index';
import { decodeMsgReader } from '../../src/interop/index';
import type { MsgReaderFields, MsgReaderLike, MsgReaderName } from '../../src/interop/index';
import { messageProperties } from '../../src/mapi/definitions/message-properties';
import { formatTag } from '../../src/mapi/values/property-type';
import { toHex } from '../../src/mapi/values/guid';
import { corpusTitle, hasCorpus, readCorpusFile, readTable } from '../support/corpus';
import { long, mail, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import { PS_PUBLIC_STRINGS } from '../support/encoded-names';
import type { WrittenMessage } from '../support/msg-writer';
import { msgReader } from '../support/msgreader';

const MESSAGE_FLAGS = 0x0e07;
const folder = new URL('../../samples/meetings/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.msg'));
const sample = (name: string): Uint8Array => readFileSync(new URL(name, folder));

/** Every property by its tag: where its value is, and the value. */
function told(store: Message['properties']): Map<string, string> {
  return new Map(
    [...store].map((property) => {
      const items = property.items?.map((item) => (item === undefined ? '' : toHex(item))).join(' ');
      return [
        formatTag(property.tag),
        `${property.content} ${property.size} ${items ?? toHex(property.bytes)}`,
      ];
    }),
  );
}

/** How the message of the reader differs: `~` another value, `-` not there. What is there may never be invented. */
function differences(theirs: Message, ours: Message): string[] {
  const stores = (message: Message): Message['properties'][] => [
    message.properties,
    ...message.recipients.map((row) => row.properties),
    ...message.attachments.map((row) => row.properties),
  ];
  const [ofTheirs, ofOurs] = [stores(theirs), stores(ours)];
  if (ofTheirs.length !== ofOurs.length) return [`${ofTheirs.length} objects, not ${ofOurs.length}`];
  const own = ofOurs.flatMap((store, index) => {
    const [left, right] = [told(ofTheirs[index] ?? store), told(store)];
    const invented = [...left.keys()].filter((tag) => !right.has(tag)).map((tag) => `+${tag}`);
    return [
      ...invented,
      ...[...right].flatMap(([tag, value]) => {
        const found = left.get(tag);
        return found === value ? [] : [`${found === undefined ? '-' : '~'}${tag}`];
      }),
    ];
  });
  const inner = ours.embedded.flatMap((message, index) => {
    const other = theirs.embedded[index];
    if (other === undefined) return ['an embedded message is missing'];
    const found = differences(other, message);
    return other.properties.isPartial ? found.filter((each) => !each.startsWith('-')) : found;
  });
  return [...own, ...inner];
}

const judged = (message: Message): unknown => {
  const { verdict, findings, explanation } = diagnose(message, { rules: recommendedRules });
  return { verdict, summary: explanation?.summary, found: findings.map((each) => [each.rule, each.path]) };
};

describe('a reader of msgreader', () => {
  test.each(samples)('%s: the same values and the same verdict', (name) => {
    const bytes = sample(name);
    const theirs = decodeMsgReader(msgReader(bytes));
    expect(differences(theirs, decodeMessage(bytes))).toEqual([]);
    expect(judged(theirs)).toEqual(judged(decodeMessage(bytes)));
  });

  test.skipIf(!hasCorpus)(`every sound message ${corpusTitle}`, () => {
    const paths = hasCorpus ? new Set(readTable('recipients.tsv').map((row) => row['path'] ?? '')) : [];
    const messages = [...paths].filter((path) => path.startsWith('msg/'));
    expect(messages.length).toBeGreaterThan(100);
    const differing = messages.flatMap((path) => {
      const bytes = readCorpusFile(path);
      const own = decodeMessage(bytes);
      if (own.anomalies.length > 0) return []; // msgreader mends or refuses those in its own way
      const theirs = decodeMsgReader(msgReader(bytes));
      if (own.embedded.some(({ kind }) => kind === 'attached'))
        return theirs.anomalies.some(({ code }) => code === 'attached-file-unread')
          ? []
          : [`${path}: silent`];
      const found = differences(theirs, own);
      if (JSON.stringify(judged(theirs)) !== JSON.stringify(judged(own)))
        found.push(JSON.stringify([judged(theirs), judged(own)]));
      return found.length === 0 ? [] : [`${path}: ${found.join(' ')}`];
    });
    expect(differing).toEqual([]);
  });

  test('what it loses of an embedded message is not captured, never absent', () => {
    const inner: WrittenMessage = {
      properties: [text(0x001a, 'IPM.Appointment'), long(MESSAGE_FLAGS, 1)],
    };
    const bytes = writeMsg({ ...mail, attachments: [{ properties: [long(0x3705, 5)], message: inner }] });
    const [theirs] = decodeMsgReader(msgReader(bytes)).embedded;
    expect(theirs?.messageClass).toBe('IPM.Appointment');
    expect(theirs?.properties.isPartial).toBe(true);
    expect(theirs?.properties.state(tagged(MESSAGE_FLAGS, integer))).toBe('not-captured');
    expect(theirs?.properties.state(messageProperties.appointmentStart)).toBe('not-captured');
    expect(decodeMessage(bytes).embedded[0]?.properties.get(tagged(MESSAGE_FLAGS, integer))).toBe(1);
  });

  test('your own observer hears everything, and the data is there afterwards', () => {
    const reader = msgReader(sample('textbook-defect.msg'));
    let heard = 0;
    const parserConfig = { propertyObserver: () => (heard += 1) };
    reader.parserConfig = parserConfig;
    const { recipients } = decodeMsgReader(reader);
    expect(heard).toBeGreaterThan(50);
    expect(reader.parserConfig).toBe(parserConfig);
    expect(reader.getFileData().recipients?.length).toBe(recipients.length);
  });

  test('afterwards the reader gives what it would have given without', () => {
    const [one, other] = [1, 2].map(() => msgReader(sample('exception-defect.msg')));
    decodeMsgReader(one!);
    expect(JSON.stringify(one!.getFileData())).toBe(JSON.stringify(other!.getFileData()));
    const asking = msgReader(sample('exception-defect.msg'));
    asking.parserConfig = { includeRawProps: true };
    decodeMsgReader(asking);
    expect(asking.getFileData().rawProps?.length).toBeGreaterThan(10);
  });

  test('no value is left with the reader, however few may be loaded', () => {
    const [few, all] = [{ loadValuesUpTo: 0 }, {}].map((options) =>
      decodeMsgReader(msgReader(sample('textbook-defect.msg')), options),
    );
    expect([...few!.properties].map(({ content }) => content)).not.toContain('left-in-file');
    expect(JSON.stringify(few)).toBe(JSON.stringify(all));
  });

  test('a reader that has read before, fails or finds nothing is refused', () => {
    const reader = msgReader(sample('textbook-defect.msg'));
    reader.getFileData();
    expect(() => decodeMsgReader(reader)).toThrow(TypeError);
    expect(() => decodeMsgReader(msgReader(new Uint8Array(600)))).toThrow(FormatError);
    expect(() => decodeMsgReader(fakeReader([]))).toThrow('not a message');
    const failing: MsgReaderLike = {
      getFileData: () => {
        throw new RangeError('out of range');
      },
    };
    expect(() => decodeMsgReader(failing)).toThrow(/RangeError: out of range.*decodeMessage/);
    expect(failing).not.toHaveProperty('parserConfig');
  });
});

const TEXT = 0x0037001f;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const entry = (size: number): Uint8Array => bytes(size, 0, 0, 0, 0, 0, 0, 0);
const CLASS = [0x001a001f, bytes(0x49, 0, 0x50, 0)] as const;
const FIXED = [0x00170003, entry(1)] as const;

/** A reader that tells of these properties of a message. */
function fakeReader(
  heard: readonly (readonly [tag: number, raw: Uint8Array])[],
  rawProps: MsgReaderFields['rawProps'] = [],
): MsgReaderLike {
  return {
    getFileData() {
      const fields: MsgReaderFields = {
        recipients: [],
        attachments: [],
        ...(heard.length > 0 && { rawProps }),
      };
      const observer = this.parserConfig?.propertyObserver;
      for (const [tag, raw] of heard) observer?.(fields as never, tag, raw);
      return fields;
    },
  };
}

const stored = (message: Message): unknown[] =>
  [...message.properties].map(({ tag, content, items }) => [formatTag(tag), content, items?.length]);

describe('streams and entries, which arrive alike', () => {
  test.each([
    [
      'eight bytes twice: the stream comes first',
      [[TEXT, bytes(65, 0, 66, 0, 67, 0, 68, 0)], FIXED, [TEXT, entry(10)]],
      'ABCD',
      [],
    ],
    ['a stream without entry', [FIXED, [TEXT, bytes(65, 0)]], 'A', []],
    ['an entry without stream', [FIXED, [TEXT, entry(10)]], undefined, ['msg-value-stream-missing']],
    ['the entry first', [[TEXT, entry(4)], FIXED, [TEXT, bytes(65, 0)]], 'A', []],
    ['another size', [[TEXT, bytes(65, 0)], FIXED, [TEXT, entry(40)]], 'A', ['msg-value-size']],
    ['an entry twice', [FIXED, FIXED], undefined, ['msg-duplicate-property']],
  ] as const)('%s', (_what, heard, subject, codes) => {
    const message = decodeMsgReader(fakeReader(heard));
    expect(message.subject).toBe(subject);
    expect(message.anomalies.map(({ code }) => code)).toEqual(codes);
  });

  test('several values count only if their lengths agree', () => {
    const tag = 0x8001101f;
    const lengths = bytes(4, 0, 0, 0, 2, 0, 0, 0);
    const values = [
      [tag, bytes(65, 0)],
      [tag, new Uint8Array(0)],
    ] as const;
    const whole = decodeMsgReader(fakeReader([CLASS, [tag, lengths], FIXED, [tag, entry(8)], ...values]));
    expect(stored(whole)).toContainEqual(['8001101F', 'loaded', 2]);
    const swapped = decodeMsgReader(
      fakeReader([CLASS, [tag, lengths], FIXED, [tag, entry(8)], ...[...values].reverse()]),
    );
    expect(stored(swapped)).toContainEqual(['8001101F', 'not-captured', undefined]);
  });

  test('a type that does not exist is kept and reported', () => {
    const message = decodeMsgReader(fakeReader([CLASS, FIXED, [0x12340099, bytes(1, 2, 3)]]));
    expect(message.anomalies.map(({ code }) => code)).toEqual(['mapi-type-unknown']);
  });
});

describe('names', () => {
  const nameOf = (tag: string, set?: string, lid?: string, name?: string): MsgReaderName => ({
    propertyTag: tag,
    propertySet: set,
    propertyLid: lid,
    propertyName: name,
  });
  const told = [FIXED, [0x80010003, entry(7)], [0x8002001f, bytes(65, 0)]] as const;
  const numeric = nameOf('80010003', '00062002-0000-0000-c000-000000000046', '00008205');

  test('a number has its set; a string has none, so it is not known whose name it is', () => {
    const reader = fakeReader(told, [numeric, nameOf('8002001f', undefined, undefined, 'Keywords')]);
    const { properties } = decodeMsgReader(reader);
    expect(properties.nameOf(0x8001)).toEqual({ set: '00062002-0000-0000-C000-000000000046', name: 0x8205 });
    expect(properties.nameOf(0x8002)).toBeUndefined();
    expect(properties.state(named(PS_PUBLIC_STRINGS, 'Keywords', stringValue))).toBe('not-captured');
    expect(properties.state(messageProperties.recurring)).toBe('absent');
    expect(properties.state(tagged(MESSAGE_FLAGS, integer))).toBe('absent');
  });

  test('if nothing of a name is told, no name is known to be absent', () => {
    const { properties } = decodeMsgReader(fakeReader(told, [numeric]));
    expect(properties.state(messageProperties.recurring)).toBe('not-captured');
  });

  test('the two sets that it spells wrong', () => {
    const wrong = nameOf('80010003', '00020329-00000-0000-C000-00000000046', '00000001');
    const { properties } = decodeMsgReader(fakeReader(told, [wrong]));
    expect(properties.nameOf(0x8001)?.set).toBe('00020329-0000-0000-C000-000000000046');
  });
});

test('limits hold', () => {
  const bytesOf = sample('exception-defect.msg');
  const flat = decodeMsgReader(msgReader(bytesOf), { limits: { embeddedDepth: 0 } });
  expect(flat.embedded).toEqual([]);
  expect(flat.anomalies.map(({ code }) => code)).toContain('limit-embedded-depth');
  const short = decodeMsgReader(msgReader(bytesOf), { limits: { recipients: 1 } });
  expect(short.recipients.length).toBe(1);
  expect(short.anomalies.map(({ code }) => code)).toContain('limit-recipients');
});
