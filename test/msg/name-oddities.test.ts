import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { decodeMessage, diagnose } from '../../src/index';
import type { Message } from '../../src/index';
import { concat, writeCompoundFile } from '../support/compound-file-writer';
import type { WrittenNode, WrittenStorage, WrittenStream } from '../support/compound-file-writer';
import { external, meetingOf } from '../support/meetings';
import { long, LONG } from '../support/messages';
import { msgNodes } from '../support/msg-writer';
import type { WrittenMessage, WrittenProperty } from '../support/msg-writer';

// Oddities of the named-property map and of value streams: what nobody looks at costs nothing.

const SET = '11111111-2222-3333-4444-555555555555';
const meeting = describeMeeting(meetingOf([external]));
const own: WrittenProperty = { id: [SET, 1], type: LONG, value: 1 };

/** The file of a message whose entries of the map are changed. */
function withEntries(message: WrittenMessage, of: (entries: Uint8Array) => Uint8Array): Uint8Array {
  const nodes = msgNodes(message).map((node): WrittenNode =>
    node.name === '__nameid_version1.0'
      ? {
          name: node.name,
          children: (node as WrittenStorage).children.map((child) =>
            child.name === '__substg1.0_00030102'
              ? { name: child.name, data: of((child as WrittenStream).data) }
              : child,
          ),
        }
      : node,
  );
  return writeCompoundFile(nodes).bytes;
}

function entry(lid: number, guidIndex: number, number: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, lid, true);
  view.setUint16(4, guidIndex << 1, true);
  view.setUint16(6, number, true);
  return new Uint8Array(view.buffer);
}

const added = (...entries: readonly Uint8Array[]) => {
  return (data: Uint8Array): Uint8Array => concat([data, ...entries]);
};
const verdictOf = (message: Message): string | undefined =>
  diagnose(message).results.find(({ rule }) => rule === 'cancellation-delivery')?.verdict;
const said = (message: Message): string[][] =>
  message.anomalies.map(({ code, severity, loses, path }) => [code, severity, loses, path]);

describe('entries of the map that no property uses', () => {
  test.each([
    ['points outside the GUID stream', [entry(1, 500, 900)], 'msg-name-unused'],
    ['has the GUID index 0', [entry(1, 0, 900)], 'msg-name-unused'],
    ['names an identifier beyond all', [entry(1, 1, 0x9000)], 'msg-name-unused'],
    ['gives a name that another has', [entry(7, 1, 900), entry(7, 1, 901)], 'msg-name-repeated'],
    ['is there twice', [entry(7, 1, 900), entry(7, 1, 900)], 'msg-name-unused'],
  ])('one that %s costs nothing', (_, entries, code) => {
    const bytes = withEntries(meeting, added(...entries));
    const message = decodeMessage(bytes);
    expect(said(message)).toEqual([[code, 'info', 'nothing', '']]);
    expect(verdictOf(message)).toBe('unlikely');
    expect(decodeMessage(bytes, { strict: true }).anomalies).toHaveLength(1);
  });

  test('many of them are said once', () => {
    const many = Array.from({ length: 2000 }, (_, index) => entry(index, 400, 900 + index));
    const { anomalies, suppressedAnomalies } = decodeMessage(withEntries(meeting, added(...many)));
    expect(anomalies).toHaveLength(1);
    expect(anomalies[0]?.message).toContain('1999 more entries');
    expect(suppressedAnomalies).toBe(0);
  });

  test.each(Array.from({ length: 40 }, (_, index) => index + 1))('%i zeros behind the last', (length) => {
    const message = decodeMessage(withEntries(meeting, added(new Uint8Array(length))));
    expect(message.anomalies.every(({ severity }) => severity === 'info')).toBe(true);
    expect(verdictOf(message)).toBe('unlikely');
    expect(message.appointmentStateFlags).toEqual(['meeting']);
  });
});

describe('an entry that a property uses', () => {
  const holders: readonly (readonly [string, WrittenMessage, path: string, verdict: string])[] = [
    ['message', { ...meeting, properties: [...meeting.properties, own] }, '', 'unlikely'],
    [
      'recipient',
      {
        ...meeting,
        recipients: (meeting.recipients ?? []).map((row, index) => (index === 1 ? [...row, own] : row)),
      },
      'recipients[1]',
      'unlikely',
    ],
    [
      'attachment',
      { ...meeting, attachments: [{ properties: [long(0x3705, 1), own] }] },
      'attachments[0]',
      'unlikely',
    ],
  ];

  test.each(holders)(
    'of a %s and that makes no sense is an error where it is used',
    (_, message, path, verdict) => {
      const broken = (data: Uint8Array): Uint8Array => {
        const copy = data.slice();
        const at = data.length - 8; // the last one: that of the property of its own set
        new DataView(copy.buffer).setUint16(at + 4, 500 << 1, true);
        return copy;
      };
      const last = decodeMessage(withEntries(message, broken));
      expect(said(last)).toEqual([['msg-named-property-map', 'error', 'property', path]]);
      expect(last.anomalies[0]?.tag).toMatch(/^80..0003$/);
      expect(verdictOf(last)).toBe(verdict);
      expect(() => decodeMessage(withEntries(message, broken), { strict: true }).anomalies).toThrow(
        'no name',
      );
    },
  );

  test('and that is cut is an error', () => {
    const bytes = withEntries(meeting, added(Uint8Array.of(0, 0, 0, 9)));
    expect(said(decodeMessage(bytes))).toEqual([['msg-named-property-map', 'error', 'property', '']]);
  });

  test('without state flags, that is not known whose copy it is', () => {
    const bytes = withEntries(meeting, (data) => data.map((byte, at) => (at % 8 === 4 ? 0xf0 : byte)));
    const message = decodeMessage(bytes);
    expect(message.appointmentStateFlags).toBeUndefined();
    expect(verdictOf(message)).toBe('undetermined');
  });
});

describe('a value stream of a recipient that belongs to no entry', () => {
  const withOrphan = (tag: string): Message => {
    const nodes = msgNodes(meeting).map((node): WrittenNode =>
      node.name === '__recip_version1.0_#00000001'
        ? {
            name: node.name,
            children: [
              ...(node as WrittenStorage).children,
              { name: `__substg1.0_${tag}`, data: Uint8Array.of(1, 2, 3, 4) },
            ],
          }
        : node,
    );
    return decodeMessage(writeCompoundFile(nodes).bytes);
  };

  test.each([
    ['300B0102', 'unlikely'], // PR_SEARCH_KEY
    ['0FF60102', 'unlikely'], // PR_INSTANCE_KEY
    ['70000102', 'unlikely'], // nobody knows it
    ['80050102', 'unlikely'], // a named one
    ['39FE001F', 'undetermined'], // PR_SMTP_ADDRESS
    ['5FF70102', 'undetermined'], // PR_RECIPIENT_ENTRYID
  ])('%s: %s', (tag, verdict) => {
    const message = withOrphan(tag);
    expect(message.anomalies).toMatchObject([
      { code: 'msg-value-stream-orphan', severity: 'error', loses: 'property', path: 'recipients[1]', tag },
    ]);
    expect(verdictOf(message)).toBe(verdict);
  });
});
