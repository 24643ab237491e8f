import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { decodeMessage, diagnose } from '../../src/index';
import type { Anomaly, Message } from '../../src/index';
import { concat, writeCompoundFile } from '../support/compound-file-writer';
import type { WrittenNode, WrittenStorage, WrittenStream } from '../support/compound-file-writer';
import { external, meetingOf } from '../support/meetings';
import { long, mail, text } from '../support/messages';
import { msgNodes } from '../support/msg-writer';
import type { WrittenMessage } from '../support/msg-writer';

// What stands behind the last entry of a property stream, or in the place of an entry: of a message, a recipient, an
// attachment and an embedded message.

const PROPERTIES = '__properties_version1.0';
const written: WrittenMessage = {
  ...describeMeeting(meetingOf([external])),
  attachments: [{ properties: [long(0x3705, 5), text(0x3001, 'Agenda')], message: mail }],
};

/** What holds each stream, by the storages around it, the length of its header, and the path of its damage. */
const streams: readonly (readonly [
  what: string,
  storages: readonly string[],
  header: number,
  path: string,
])[] = [
  ['message', [], 32, ''],
  ['recipient', ['__recip_version1.0_#00000001'], 8, 'recipients[1]'],
  ['attachment', ['__attach_version1.0_#00000000'], 8, 'attachments[0]'],
  ['embedded message', ['__attach_version1.0_#00000000', '__substg1.0_3701000D'], 24, 'embedded[0]'],
];

function change(
  nodes: readonly WrittenNode[],
  [storage, ...inner]: readonly string[],
  of: (data: Uint8Array) => Uint8Array,
): WrittenNode[] {
  return nodes.map((node) => {
    if (storage === undefined)
      return node.name === PROPERTIES ? { name: PROPERTIES, data: of((node as WrittenStream).data) } : node;
    if (node.name !== storage) return node;
    return { ...node, children: change((node as WrittenStorage).children, inner, of) };
  });
}

const fileWith = (storages: readonly string[], of: (data: Uint8Array) => Uint8Array): Uint8Array =>
  writeCompoundFile(change(msgNodes(written), storages, of)).bytes;

const verdictOf = (message: Message): string | undefined =>
  diagnose(message).results.find(({ rule }) => rule === 'cancellation-delivery')?.verdict;
const said = ({ anomalies }: Message): string[][] =>
  anomalies.map(({ code, severity, loses, path }: Anomaly) => [code, severity, loses, path]);
/** All that the message holds, without its damage and where it lies in the file. */
const contentOf = (message: Message): unknown => [
  [...message.properties].map(({ tag, bytes }) => [tag, bytes]),
  message.recipients.map(({ properties }) => [...properties].map(({ tag, bytes }) => [tag, bytes])),
  message.attachments.map(({ properties }) => [...properties].map(({ tag, bytes }) => [tag, bytes])),
  message.embedded.map((embedded) => [...embedded.properties].map(({ tag, bytes }) => [tag, bytes])),
];

const sound = decodeMessage(fileWith([], (data) => data));

test('without padding nothing is said', () => {
  expect(said(sound)).toEqual([]);
  expect(verdictOf(sound)).toBe('unlikely');
});

describe.each(streams)('behind the properties of a %s', (_, storages, _header, path) => {
  const lengths = Array.from({ length: 40 }, (_each, index) => index + 1);

  test.each(lengths)('%i zeros cost nothing', (length) => {
    const bytes = fileWith(storages, (data) => concat([data, new Uint8Array(length)]));
    const message = decodeMessage(bytes);
    expect(said(message)).toEqual([['msg-property-stream-padding', 'info', 'nothing', path]]);
    expect(contentOf(message)).toEqual(contentOf(sound));
    expect(verdictOf(message)).toBe('unlikely');
    expect(decodeMessage(bytes, { strict: true }).anomalies).toHaveLength(1);
  });

  test.each(lengths.filter((length) => length % 16 !== 0))(
    '%i bytes that are none are an error',
    (length) => {
      const bytes = fileWith(storages, (data) =>
        concat([data, new Uint8Array(length - 1), Uint8Array.of(7)]),
      );
      expect(said(decodeMessage(bytes))).toContainEqual([
        'msg-property-stream-cut',
        'error',
        'property',
        path,
      ]);
      expect(() => decodeMessage(bytes, { strict: true }).anomalies).toThrow();
    },
  );
});

describe.each(streams)('entries of a %s that are zeros', (_, storages, header, path) => {
  const zeroed = (first: number, count: number): Uint8Array =>
    fileWith(storages, (data) => {
      const copy = data.slice();
      return copy.fill(0, header + first * 16, header + (first + count) * 16);
    });

  test.each([1, 2])('%i before others are an error: what they held is lost', (count) => {
    const message = decodeMessage(zeroed(0, count));
    expect(said(message)).toContainEqual(['msg-property-zeroed', 'error', 'property', path]);
    expect(message.anomalies.filter(({ code }) => code === 'msg-property-zeroed')).toHaveLength(1);
    expect(message.anomalies[0]?.message).toContain(`before others: ${count}`);
    expect(said(message).map(([code]) => code)).not.toContain('msg-duplicate-property');
    expect(() => decodeMessage(zeroed(0, count), { strict: true }).anomalies).toThrow();
  });
});
