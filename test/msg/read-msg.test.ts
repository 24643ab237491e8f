import { describe, expect, test, vi } from 'vitest';
import { decodeMessage, named, readMessage, recipientProperties, tagged } from '../../src/index';
import { integer, several, text as textKind } from '../../src/mapi/definitions/property';
import type { Message } from '../../src/index';
import { expectBytes } from '../support/bytes';
import { writeCompoundFile } from '../support/compound-file-writer';
import type { WrittenNode, WrittenStorage, WrittenStream } from '../support/compound-file-writer';
import { BINARY, long, LONG, mail, row, STRING8, text, UNICODE } from '../support/messages';
import { layOutMsg, msgNodes, writeMsg } from '../support/msg-writer';
import { countingSource } from '../support/sources';
import { utf16 } from '../support/encoded-names';
import type { WrittenMessage, WrittenProperty } from '../support/msg-writer';

const textSeveral = several(textKind);

function codesOf(message: Message): string[] {
  return [...new Set(message.anomalies.map(({ code }) => code))];
}

/** A message whose nodes a test changed before they were written. */
function withNodes(message: WrittenMessage, change: (nodes: WrittenNode[]) => WrittenNode[]): Message {
  return decodeMessage(writeCompoundFile(change(msgNodes(message))).bytes);
}

function changeStream(
  storage: WrittenNode,
  name: string,
  change: (data: Uint8Array) => Uint8Array,
): WrittenStorage {
  const { children } = storage as WrittenStorage;
  return {
    ...storage,
    children: children.map((node) =>
      node.name === name ? { name, data: change((node as WrittenStream).data) } : node,
    ),
  };
}

describe('properties', () => {
  test('a mail with three recipients', () => {
    const message = decodeMessage(writeMsg(mail));
    expect(message.subject).toBe('Hello');
    expect(message.kind).toBe('message');
    expect(message.recipients.map(({ displayName, recipientType }) => [displayName, recipientType])).toEqual([
      ['Ann', 'to'],
      ['Bob', 'to'],
      ['Cid', 'to'],
    ]);
    expect(message.anomalies).toEqual([]);
  });

  test('fixed values are signed and exact, and each knows its place in the file', () => {
    const properties = [
      { id: 0x6001, type: 0x0002, value: -2 },
      { id: 0x6002, type: LONG, value: -3 },
      { id: 0x6003, type: 0x0014, value: -(2n ** 62n) - 1n },
      { id: 0x6004, type: 0x0005, value: -0.5 },
      { id: 0x6005, type: 0x000b, value: true },
      { id: 0x6006, type: 0x0006, value: 12_345n },
    ];
    const bytes = writeMsg({ properties: [...mail.properties, ...properties] });
    const store = decodeMessage(bytes).properties;
    const values = properties.map(({ id }) => {
      const property = [...store].find(({ tag }) => tag >>> 16 === id)!;
      const { offset = -1 } = property.origin;
      expect(bytes.subarray(offset, offset + property.bytes.length)).toEqual(property.bytes);
      expect(property.origin.storage).toBe('/__properties_version1.0');
      expect(property.flags).toBe(6);
      return store.valueOf(property);
    });
    expect(values).toEqual(properties.map(({ value }) => value));
  });

  test('multi-valued text, numbers and binary', () => {
    const message = decodeMessage(
      writeMsg({
        properties: [
          ...mail.properties,
          { id: 0x6001, type: 0x1003, value: [1, -2, 3] },
          { id: 0x6002, type: 0x101f, value: ['one', '', 'drei'] },
          { id: 0x6003, type: 0x1102, value: [Uint8Array.of(1, 2), new Uint8Array(0)] },
        ],
      }),
    );
    expect(message.properties.get(tagged(0x6001, several(integer)))).toEqual([1, -2, 3]);
    expect(message.properties.get(tagged(0x6002, several(textKind)))).toEqual(['one', '', 'drei']);
    expect(message.anomalies).toEqual([]);
  });

  test('named properties by LID and by string, in embedded messages by the same map', () => {
    const set = '00062008-0000-0000-C000-000000000046';
    const inner: WrittenMessage = {
      properties: [text(0x001a, 'IPM.Note'), { id: [set, 'Ключ'], type: UNICODE, value: 'in' }],
    };
    const message = decodeMessage(
      writeMsg({
        properties: [
          ...mail.properties,
          { id: [set, 0x8501], type: LONG, value: 15 },
          { id: [set, 'Ключ'], type: UNICODE, value: 'out' },
        ],
        attachments: [{ properties: [long(0x3705, 5)], message: inner }],
      }),
    );
    expect(message.properties.get(named(set, 0x8501, integer))).toBe(15);
    expect(message.properties.get(named(set, 'Ключ', textKind))).toBe('out');
    expect(message.embedded[0]?.properties.get(named(set, 'Ключ', textKind))).toBe('in');
    expect(message.properties.get(named(set, '__proto__', textKind))).toBeUndefined();
  });

  test('names of Internet headers are compared without case', () => {
    const set = '00020386-0000-0000-C000-000000000046';
    const message = decodeMessage(
      writeMsg({ properties: [...mail.properties, { id: [set, 'X-Thing'], type: UNICODE, value: 'yes' }] }),
    );
    expect(message.properties.get(named(set, 'x-thing', textKind))).toBe('yes');
  });

  test('a value above loadValuesUpTo stays in the file until it is asked for', async () => {
    const value = 'y'.repeat(6000);
    const bytes = writeMsg({ ...mail, properties: [...mail.properties, text(0x6101, value)] });
    const { properties } = await readMessage(countingSource(bytes).source, { loadValuesUpTo: 1000 });
    const definition = tagged(0x6101, textKind);
    expect(properties.state(definition)).toBe('not-loaded');
    expect(properties.peek(definition)).toBeUndefined();
    expect(() => properties.get(definition)).toThrow(expect.objectContaining({ code: 'not-loaded' }));
    expect(await properties.raw(definition)?.read()).toHaveLength(12_000);
    expect(await properties.load(definition)).toBe(value);
  });

  test('named values are never left in the file', () => {
    const name = 'x'.repeat(50_000);
    const message = decodeMessage(
      writeMsg({
        properties: [text(0x001a, 'IPM.Note'), text(0x0037, name)],
        recipients: [[text(0x3001, name)]],
      }),
    );
    expect(message.subject).toBe(name);
    expect(message.recipients[0]?.displayName).toBe(name);
    expect(message.recipients[0]?.properties.state(tagged(0x3001, textKind))).toBe('present');
  });

  test('a value that says it is larger than the file is damage, although it stays there', () => {
    const layout = layOutMsg(mail);
    const bytes = layout.bytes.slice();
    const { offset } = layout.entries.get('/__substg1.0_0037001F')!;
    new DataView(bytes.buffer).setUint32(offset + 120, 0x7fffffff, true);
    const message = decodeMessage(bytes);
    expect(message.anomalies.map(({ code }) => code)).toEqual(['msg-value-size', 'cfb-stream-short']);
    expect(() => decodeMessage(bytes, { strict: true })).toThrow(
      expect.objectContaining({ code: 'cfb-stream-short' }),
    );
  });

  test('an attachment is read on request, and a damaged one is refused', async () => {
    const content = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    const attachment = {
      properties: [long(0x3705, 1), text(0x3707, 'a.bin'), { id: 0x3701, type: 0x0102, value: content }],
    };
    const layout = layOutMsg({ ...mail, attachments: [attachment] });
    const [sound] = decodeMessage(layout.bytes).attachments;
    expect(sound?.name).toBe('a.bin');
    expect(sound?.contentSize).toBe(100_000);
    expectBytes(await sound?.read(), content);
    const bytes = layout.bytes.slice();
    const { start } = layout.entries.get('/__attach_version1.0_#00000000/__substg1.0_37010102')!;
    new DataView(bytes.buffer).setUint32(layout.offsetOfFatEntry(start + 5), 0xfffffffe, true);
    await expect(decodeMessage(bytes).attachments[0]?.read()).rejects.toMatchObject({
      code: 'cfb-stream-short',
    });
  });

  test('rows may mix 8-bit and Unicode strings', () => {
    const message = decodeMessage(
      writeMsg({
        ...mail,
        recipients: [row('Ann'), [long(0x0c15, 2), { id: 0x3001, type: STRING8, value: 'Zoë' }]],
      }),
    );
    expect(message.recipients.map(({ displayName }) => displayName)).toEqual(['Ann', 'Zoë']);
  });
});

describe('several values', () => {
  const values = { id: 0x6002, type: 0x101f, value: ['one', 'x'.repeat(40_000)] };

  test('are bounded by loadValuesUpTo all together, and read back one by one', async () => {
    const bytes = writeMsg({ ...mail, properties: [...mail.properties, values] });
    const message = await readMessage(countingSource(bytes).source);
    const property = [...message.properties].find(({ tag }) => tag === 0x6002101f)!;
    expect(property).toMatchObject({ content: 'left-in-file', size: 80_006 });
    const items = await property.readItems!();
    expect(items.map(({ length }) => length)).toEqual([6, 80_000]);
    expect(await property.read()).toHaveLength(80_006);
    expect(await message.properties.load(tagged(0x6002, textSeveral))).toEqual(values.value);
    expect(decodeMessage(bytes).properties.get(tagged(0x6002, textSeveral))).toEqual(values.value);
  });

  test('raw bytes are those of the values, not of their lengths', () => {
    const message = decodeMessage(
      writeMsg({ ...mail, properties: [...mail.properties, { ...values, value: ['AB', 'C'] }] }),
    );
    expect([...message.properties].find(({ tag }) => tag === 0x6002101f)?.bytes).toEqual(utf16('ABC'));
  });

  test('one that is gone, or a storage, is damage and not an empty value', () => {
    for (const change of [() => [], (name: string) => [{ name, children: [] }]]) {
      const message = withNodes(
        { ...mail, properties: [...mail.properties, { ...values, value: ['AB', 'C'] }] },
        (nodes) =>
          nodes.flatMap((node) =>
            node.name === '__substg1.0_6002101F-00000001' ? change(node.name) : [node],
          ),
      );
      expect(codesOf(message)).toEqual(['msg-value-stream-missing', 'mapi-value-malformed']);
      expect(message.properties.get(tagged(0x6002, textSeveral))).toBeUndefined();
    }
  });
});

describe('attachments without content', () => {
  const attachment = (properties: WrittenProperty[]) => ({ ...mail, attachments: [{ properties }] });

  test('content that is gone is refused', async () => {
    const message = withNodes(
      attachment([long(0x3705, 1), { id: 0x3701, type: BINARY, value: Uint8Array.of(1) }]),
      (nodes) =>
        nodes.map((node) =>
          node.name.startsWith('__attach')
            ? {
                ...node,
                children: (node as WrittenStorage).children.filter(({ name }) => !name.includes('3701')),
              }
            : node,
        ),
    );
    expect(message.attachments[0]?.contentSize).toBeUndefined();
    await expect(message.attachments[0]?.read()).rejects.toMatchObject({ code: 'msg-value-stream-missing' });
  });

  test('a link, and an embedded message beyond the limit, have none', async () => {
    const [link] = decodeMessage(writeMsg(attachment([long(0x3705, 2)]))).attachments;
    expect(await link?.read()).toBeUndefined();
    const nested = { ...mail, attachments: [{ properties: [long(0x3705, 5)], message: mail }] };
    const [beyond] = decodeMessage(writeMsg(nested), { limits: { embeddedDepth: 0 } }).attachments;
    expect([beyond?.contentSize, await beyond?.read()]).toEqual([undefined, undefined]);
  });
});

describe('the named-property map', () => {
  const set = '00062002-0000-0000-C000-000000000046';
  const withMap = (entries: number[]): Message =>
    withNodes(
      { ...mail, properties: [...mail.properties, { id: [set, 0x8217], type: LONG, value: 1 }] },
      (nodes) =>
        nodes.map((node) =>
          node.name === '__nameid_version1.0'
            ? changeStream(node, '__substg1.0_00030102', () => Uint8Array.from(entries))
            : node,
        ),
    );
  const entry = (lid: number, id: number): number[] => [lid & 255, lid >> 8, 0, 0, 6, 0, id & 255, id >> 8];

  test.each([
    ['two names for one identifier', [...entry(0x8217, 0), ...entry(0x8218, 0)], 'msg-named-property-map'],
    ['one name for two identifiers', [...entry(0x8217, 5), ...entry(0x8217, 0)], 'msg-name-repeated'],
    ['an identifier beyond 0xFFFF', [...entry(0x8217, 0), ...entry(0x8218, 0x9000)], 'msg-name-unused'],
  ])('%s is said, and the property is found all the same', (_, entries, code) => {
    const message = withMap(entries);
    expect(codesOf(message)).toEqual([code]);
    expect(message.appointmentStateFlags).toEqual(['meeting']);
  });

  test('of 40,000 entries with one long name it is decoded once', () => {
    const name = 'x'.repeat(100_000);
    const nodes = msgNodes({
      ...mail,
      properties: [...mail.properties, { id: [set, name], type: LONG, value: 1 }],
    });
    const many = nodes.map((node) =>
      node.name === '__nameid_version1.0'
        ? changeStream(node, '__substg1.0_00030102', () =>
            Uint8Array.from(
              Array.from({ length: 40_000 }, (_, id) => [0, 0, 0, 0, 7, 0, id & 255, id >> 8]).flat(),
            ),
          )
        : node,
    );
    const { bytes } = writeCompoundFile(many);
    const spy = vi.spyOn(TextDecoder.prototype, 'decode');
    const { length } = decodeMessage(bytes).anomalies;
    const decoded = spy.mock.calls.length;
    spy.mockRestore();
    expect(length).toBeGreaterThan(0);
    expect(decoded).toBeLessThan(100);
  });
});

describe('embedded messages', () => {
  const nest = (depth: number): WrittenMessage => ({
    properties: [text(0x001a, 'IPM.Note'), text(0x0037, `depth ${depth}`)],
    recipients: [row(`R${depth}`)],
    attachments: depth === 0 ? [] : [{ properties: [long(0x3705, 5)], message: nest(depth - 1) }],
  });

  test('are read at every depth with properties of their own', () => {
    let message: Message | undefined = decodeMessage(writeMsg(nest(5)));
    for (let depth = 5; depth >= 0; depth--) {
      expect(message?.subject).toBe(`depth ${depth}`);
      expect(message?.recipients[0]?.displayName).toBe(`R${depth}`);
      message = message?.embedded[0];
    }
    expect(message).toBeUndefined();
  });

  test('beyond the limit are left out, and it is said', () => {
    const bytes = writeMsg(nest(5));
    const message = decodeMessage(bytes, { limits: { embeddedDepth: 3 } });
    expect(message.embedded[0]?.embedded[0]?.embedded[0]?.embedded).toEqual([]);
    expect(message.anomalies).toMatchObject([
      { code: 'limit-embedded-depth', path: 'embedded[0].embedded[0].embedded[0].attachments[0]' },
    ]);
    expect(() => decodeMessage(bytes, { limits: { embeddedDepth: 3 }, strict: true })).toThrow(
      expect.objectContaining({ name: 'LimitError', limit: 'embeddedDepth' }),
    );
  });

  test('damage in one is an anomaly of the file and of that message, each with its own path', () => {
    const nodes = msgNodes(nest(1));
    const broken = nodes.map((node) =>
      node.name.startsWith('__attach')
        ? {
            ...node,
            children: (node as WrittenStorage).children.map((child) =>
              child.name === '__substg1.0_3701000D' ? dropRow(child) : child,
            ),
          }
        : node,
    );
    const message = decodeMessage(writeCompoundFile(broken).bytes);
    expect(message.anomalies.map(({ path }) => path)).toEqual(['embedded[0].recipients[0]']);
    expect(message.embedded[0]?.anomalies.map(({ path }) => path)).toEqual(['recipients[0]']);
    expect(message.embedded[0]?.recipients).toHaveLength(1);
  });

  function dropRow(embedded: WrittenNode): WrittenStorage {
    const { children } = embedded as WrittenStorage;
    return {
      ...embedded,
      children: children.map((child) =>
        child.name.startsWith('__recip') ? { ...child, children: [] } : child,
      ),
    };
  }
});

describe('damage costs what is damaged and nothing else', () => {
  const recipient = (index: number): string => `__recip_version1.0_#0000000${index}`;
  const inRow = (index: number, change: (storage: WrittenNode) => WrittenNode) => (nodes: WrittenNode[]) =>
    nodes.map((node) => (node.name === recipient(index) ? change(node) : node));
  const names = (message: Message): (string | undefined)[] =>
    message.recipients.map(({ displayName }) => displayName);

  test('a row without property stream', () => {
    const message = withNodes(
      mail,
      inRow(1, (node) => ({ ...node, children: [] })),
    );
    expect(names(message)).toEqual(['Ann', undefined, 'Cid']);
    expect(message.anomalies).toMatchObject([
      {
        code: 'msg-property-stream-missing',
        severity: 'error',
        path: 'recipients[1]',
        storage: `/${recipient(1)}`,
      },
    ]);
  });

  test('an empty property stream, which is cut before its header', () => {
    const nodes = msgNodes(mail).map((node) =>
      node.name === '__recip_version1.0_#00000001'
        ? changeStream(node, '__properties_version1.0', () => new Uint8Array(0))
        : node,
    );
    const { anomalies } = decodeMessage(writeCompoundFile(nodes).bytes);
    expect(anomalies.map(({ code, path }) => [code, path])).toContainEqual([
      'msg-property-stream-cut',
      'recipients[1]',
    ]);
  });

  test('a property stream cut in its last entry', () => {
    const cut = (data: Uint8Array): Uint8Array => data.subarray(0, data.length - 10);
    const message = withNodes(
      mail,
      inRow(1, (node) => changeStream(node, '__properties_version1.0', cut)),
    );
    expect(codesOf(message)).toEqual(['msg-property-stream-cut', 'msg-value-stream-orphan']);
    expect(names(message)).toEqual(['Ann', 'Bob', 'Cid']);
    const [, row] = message.recipients;
    expect([row?.emailAddress, row?.displayName]).toEqual(['bob@example.net', 'Bob']);
    const state = (name: 'emailAddress' | 'displayName'): unknown =>
      row?.properties.state(recipientProperties[name]);
    expect([state('emailAddress'), state('displayName')]).toEqual(['unlisted', 'present']);
  });

  test('a value whose stream is missing is damaged, not absent', () => {
    const message = withNodes(
      mail,
      inRow(1, (node) => ({
        ...node,
        children: (node as WrittenStorage).children.filter(({ name }) => name !== '__substg1.0_3001001F'),
      })),
    );
    const name = tagged(0x3001, textKind);
    expect(codesOf(message)).toEqual(['msg-value-stream-missing']);
    expect(message.recipients[1]?.displayName).toBeUndefined();
    expect(message.recipients[1]?.properties.state(name)).toBe('damaged');
    expect(message.recipients[0]?.properties.state(tagged(0x7777, textKind))).toBe('absent');
  });

  test('UTF-16 of an odd length', () => {
    const odd = (data: Uint8Array): Uint8Array => data.subarray(0, data.length - 1);
    const message = withNodes(
      mail,
      inRow(0, (node) => changeStream(node, '__substg1.0_3001001F', odd)),
    );
    expect(codesOf(message)).toEqual(['msg-value-size', 'mapi-value-malformed']);
    expect(names(message)).toEqual(['An', 'Bob', 'Cid']);
    expect(message.recipients[0]?.properties.raw(tagged(0x3001, textKind))?.bytes).toHaveLength(5);
  });

  test('a terminator in the stream is no text; a NUL before it is', () => {
    const terminated = () => Uint8Array.from([0x41, 0, 0, 0, 0x42, 0, 0, 0]);
    const message = withNodes(
      mail,
      inRow(0, (node) => changeStream(node, '__substg1.0_3001001F', terminated)),
    );
    expect(names(message)[0]).toBe('A\0B');
  });

  test('a size that lies is a warning; the stream is right', () => {
    const lie = (data: Uint8Array): Uint8Array => {
      const bytes = data.slice();
      new DataView(bytes.buffer).setUint32(8 + 16 + 8, 0xffffffff, true);
      return bytes;
    };
    const message = withNodes(
      mail,
      inRow(0, (node) => changeStream(node, '__properties_version1.0', lie)),
    );
    expect(message.anomalies).toMatchObject([{ code: 'msg-value-size', severity: 'warning' }]);
    expect(names(message)).toEqual(['Ann', 'Bob', 'Cid']);
  });

  test('a tag that occurs twice: the first counts, both stay', () => {
    const message = decodeMessage(writeMsg({ ...mail, recipients: [row('Ann', long(0x0c15, 3))] }));
    expect(codesOf(message)).toEqual(['msg-duplicate-property']);
    expect(message.recipients[0]?.recipientType).toBe('to');
    expect([...message.recipients[0]!.properties].filter(({ tag }) => tag === 0x0c150003)).toHaveLength(2);
  });

  test('a type that does not exist is kept raw', () => {
    const message = decodeMessage(
      writeMsg({ ...mail, recipients: [row('Ann', { id: 0x6010, type: 0x0999, value: Uint8Array.of(7) })] }),
    );
    expect(codesOf(message)).toEqual(['mapi-type-unknown']);
    expect(message.recipients[0]?.properties.valueOf([...message.recipients[0].properties].at(-1)!)).toEqual(
      Uint8Array.of(7),
    );
  });

  test('two storages of one name are both kept', () => {
    const message = withNodes(mail, (nodes) => [...nodes, nodes.find(({ name }) => name === recipient(1))!]);
    expect(names(message)).toEqual(['Ann', 'Bob', 'Bob', 'Cid']);
    expect(codesOf(message)).toContain('msg-duplicate-storage');
  });

  test('rows come in the order of their numbers, with gaps, whatever the case of their names', () => {
    const message = withNodes(mail, (nodes) =>
      nodes.map((node) =>
        node.name === recipient(1) ? { ...node, name: '__RECIP_VERSION1.0_#000000ff' } : node,
      ),
    );
    expect(names(message)).toEqual(['Ann', 'Cid', 'Bob']);
  });

  test('counts in the header that lie', () => {
    const message = withNodes(mail, (nodes) => nodes.slice(0, -2));
    expect(message.anomalies.map(({ code, severity }) => [code, severity])).toContainEqual([
      'msg-object-missing',
      'error',
    ]);
  });

  test('named-property entries that point outside', () => {
    const map = (nodes: WrittenNode[]): WrittenNode[] =>
      nodes.map((node) =>
        node.name === '__nameid_version1.0'
          ? changeStream(node, '__substg1.0_00030102', () =>
              Uint8Array.from([0xf0, 0xff, 0xff, 0xff, 5, 0, 0, 0, 1, 0, 0, 0, 0x20, 0, 1, 0, 9]),
            )
          : node,
      );
    const message = withNodes(mail, map);
    expect(message.anomalies.map(({ code, message: words }) => [code, words])).toEqual([
      ['msg-named-property-map', 'GUID stream has 0 bytes, entry stream 17: one of them is cut'],
      [
        'msg-name-unused',
        'Entry 0 points outside the GUID or string stream, and no property uses it; 1 more entries make no sense',
      ],
    ]);
    expect(names(message)).toEqual(['Ann', 'Bob', 'Cid']);
  });

  test('8-bit text that does not fit its code page is kept raw', () => {
    const message = decodeMessage(
      writeMsg({
        properties: [...mail.properties, long(0x3ffd, 65001)],
        recipients: [[{ id: 0x3001, type: STRING8, value: Uint8Array.of(0x41, 0xff) }]],
      }),
    );
    expect(codesOf(message)).toEqual(['mapi-text-undecodable']);
    expect(message.recipients[0]?.displayName).toBeUndefined();
  });

  test('more anomalies than the limit are counted', () => {
    const bad = Array.from({ length: 20 }, () => long(0x0c15, 1));
    const message = decodeMessage(writeMsg({ ...mail, recipients: [bad] }), { limits: { anomalies: 5 } });
    expect(message.anomalies).toHaveLength(5);
    expect(message.suppressedAnomalies).toBe(14);
  });

  test('more recipients than the limit are left out, and it is said', () => {
    const message = decodeMessage(writeMsg(mail), { limits: { recipients: 2 } });
    expect(names(message)).toEqual(['Ann', 'Bob']);
    expect(codesOf(message)).toEqual(['limit-recipients']);
  });

  test('strict throws the first error, and lets warnings pass', () => {
    const bytes = writeMsg({ ...mail, recipients: [row('Ann', long(0x0c15, 3))] });
    expect(() => decodeMessage(bytes, { strict: true })).toThrow(
      expect.objectContaining({ name: 'FormatError', code: 'msg-duplicate-property', path: 'recipients[0]' }),
    );
    const warned = layOutMsg(mail).bytes.slice();
    new DataView(warned.buffer).setUint32(44, 0x80000000, true);
    expect(decodeMessage(warned, { strict: true }).anomalies).toHaveLength(1);
  });
});

test('a message of which damage left nothing is an empty message with anomalies, not a document of another kind', () => {
  const layout = layOutMsg(mail);
  const bytes = layout.bytes.slice();
  new DataView(bytes.buffer).setUint32(layout.entries.get('/')!.offset + 76, 0, true); // the root is its own child
  const message = decodeMessage(bytes);
  expect(message.recipients).toEqual([]);
  expect(codesOf(message)).toEqual([
    'cfb-directory-cycle',
    'cfb-directory-orphans',
    'msg-property-stream-missing',
  ]);
});

describe('what is no message', () => {
  test('a compound file of another kind', () => {
    const { bytes } = writeCompoundFile([{ name: 'WordDocument', data: new Uint8Array(5000) }]);
    expect(() => decodeMessage(bytes)).toThrow(
      expect.objectContaining({ code: 'msg-property-stream-missing', storage: '/' }),
    );
  });

  test.each([['text', new TextEncoder().encode('From: me'), /begins with "46 72 6F 6D 3A 20 6D 65"/]])(
    '%s',
    (_, bytes, message) => {
      expect(() => decodeMessage(bytes)).toThrow(message);
      expect(() => decodeMessage(bytes)).toThrow(
        expect.objectContaining({ name: 'FormatError', code: 'message-unrecognized' }),
      );
    },
  );

  test.each([['pst', [0x21, 0x42, 0x44, 0x4e]]])('%s is named and not supported', (feature, signature) => {
    expect(() => decodeMessage(Uint8Array.from(signature))).toThrow(
      expect.objectContaining({ name: 'UnsupportedError', code: 'unsupported', feature }),
    );
  });

  test('wrong arguments are a TypeError', () => {
    for (const codePage of [Number.NaN, -1, 1.5, '932']) {
      expect(() => decodeMessage(writeMsg(mail), { codePage: codePage as number })).toThrow(
        /codePage of decodeMessage must be/,
      );
    }
    expect(() => decodeMessage('x' as never)).toThrow(TypeError);
    expect(() => decodeMessage(writeMsg(mail), { limits: { recipients: -1 } })).toThrow(/limits.recipients/);
    expect(() => decodeMessage(writeMsg(mail), { limits: { embeddedDepth: 1e6 } })).toThrow(
      /limits\.embeddedDepth .* from 0 to 1000, not 1000000/,
    );
  });
});

test('binary properties are bytes', () => {
  const message = decodeMessage(
    writeMsg({
      ...mail,
      recipients: [row('Ann', { id: 0x0fff, type: BINARY, value: Uint8Array.of(1, 2, 3) })],
    }),
  );
  expect(message.recipients[0]?.entryId).toEqual(Uint8Array.of(1, 2, 3));
});
