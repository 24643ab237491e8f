// A message that has a property of every type, in its properties and in a row of its recipients.

import type { WrittenProperty, WrittenValue } from '../msg-writer';
import type { StoredMessage } from './written-folder';

const guid = '00112233-4455-6677-8899-AABBCCDDEEFF';
const ticks = 127_236_528_000_000_000n;

/** A value of every type of [MS-OXCDATA] 2.11.1 that a store holds, by type. */
const valueOfType: Readonly<Record<number, WrittenValue>> = {
  0x0002: -2,
  0x0003: -300_000,
  0x0004: 0.5,
  0x0005: 1.25,
  0x0006: 123_456n,
  0x0007: 38_000.5,
  0x000a: 0x8004010f | 0,
  0x000b: true,
  0x0014: -5_000_000_000n,
  0x001e: 'eight bits: \u00e9',
  0x001f: 'sixteen bits: \u4e2d',
  0x0040: ticks,
  0x0048: guid,
  0x0102: Uint8Array.of(1, 2, 3),
  0x1002: [1, -1],
  0x1003: [1, -1, 70_000],
  0x1004: [0.5, -0.5],
  0x1005: [1.25, -1.25],
  0x1006: [1n, -1n],
  0x1007: [1.5, 2.5],
  0x1014: [1n, -5_000_000_000n],
  0x101e: ['a', '', 'c'],
  0x101f: ['one', '', 'three'],
  0x1040: [ticks, 0n],
  0x1048: [guid, guid],
  0x1102: [Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3)],
};

/** The properties from 0x6000 up, in the order of `valueOfType`; then three that are empty, and one too long for a heap. */
export const everyType: readonly WrittenProperty[] = [
  ...Object.entries(valueOfType).map(([type, value], index) => ({
    id: 0x6000 + index,
    type: Number(type),
    value,
  })),
  { id: 0x6101, type: 0x001f, value: '' },
  { id: 0x6102, type: 0x0102, value: new Uint8Array(0) },
  { id: 0x6103, type: 0x101f, value: [] },
  { id: 0x6104, type: 0x0102, value: Uint8Array.from({ length: 9000 }, (_, index) => index >> 4) },
];

const name: WrittenProperty = { id: 0x3001, type: 0x001f, value: 'Ann' };

/** Its second recipient has the name only: all other cells are absent. */
export const messageOfEveryType: StoredMessage = {
  properties: [
    { id: 0x001a, type: 0x001f, value: 'IPM.Note' },
    { id: 0x0037, type: 0x001f, value: 'Types' },
    ...everyType,
  ],
  recipients: [[name, ...everyType], [{ ...name, value: 'Bob' }]],
};
