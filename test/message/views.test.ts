import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { decodeMessage, FileTime } from '../../src/index';
import { external, meeting } from '../support/meetings';
import { long, mail, row, SYSTIME } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import type { WrittenMessage } from '../support/msg-writer';

const eve = meeting([external]).recipients[1]!;

describe('a recipient shows its named values', () => {
  test('read one by one, and destructured', () => {
    const { displayName, trackStatus, flags, attendeeRole } = eve;
    expect([displayName, trackStatus, flags, attendeeRole]).toEqual([
      'Eve',
      'accepted',
      ['sendable'],
      'required',
    ]);
  });

  test('the same value each time', () => {
    expect(eve.flags).toBe(eve.flags);
    expect(eve.flags).toEqual(['sendable']);
  });

  test('by JSON.stringify', () => {
    expect(JSON.parse(JSON.stringify(eve))).toMatchObject({
      displayName: 'Eve',
      trackStatus: 'accepted',
      trackStatusTime: { kind: 'time', iso: '2004-03-03T10:15:00.0000000Z' },
      attendeeRole: 'required',
    });
  });

  test('by console.log', () => {
    expect(inspect(eve)).toContain("trackStatus: 'accepted'");
    expect(inspect(eve)).toContain("displayName: 'Eve'");
  });

  test('by console.log of the whole message, times as moments', () => {
    const shown = inspect(meeting([{ ...external, time: 0n }]), { depth: 3 });
    expect(shown).toContain("displayName: 'Eve'");
    expect(shown).toContain('trackStatusTime: FileTime 1601-01-01T00:00:00.0000000Z (zero)');
    expect(shown).toContain('appointmentStart: FileTime 2004-03-15T14:00:00.0000000Z');
  });

  test('by spread, and for a worker', () => {
    expect({ ...eve }).toMatchObject({ displayName: 'Eve', trackStatus: 'accepted' });
    expect(structuredClone(eve)).toMatchObject({ displayName: 'Eve', trackStatus: 'accepted' });
  });

  test('absent values are absent, not undefined', () => {
    const { recipients } = meeting([{ name: 'X', address: 'x@y.example' }]);
    expect(Object.keys(recipients[1]!)).not.toContain('trackStatus');
  });

  test('in JSON nothing is rounded and nothing is lost', () => {
    const odd = row(
      'Ann',
      { id: 0x5ff9, type: 0x0014, value: 2n ** 62n + 1n },
      { id: 0x5ffe, type: 0x0005, value: Number.NaN },
    );
    const [ann] = decodeMessage(writeMsg({ ...mail, recipients: [odd] })).recipients;
    expect(ann?.toJSON()).toMatchObject({ trackingMbin: '4611686018427387905', comment: 'NaN' });
  });
});

test('the recipient type has its second meaning on meetings only', () => {
  const [ann] = decodeMessage(writeMsg({ ...mail, recipients: [row('Ann')] })).recipients;
  expect([ann?.recipientType, ann?.attendeeRole]).toEqual(['to', undefined]);
});

test('recipient type flags are kept apart from the type', () => {
  const [ann] = decodeMessage(writeMsg({ ...mail, recipients: [[long(0x0c15, 0x90000002 | 0)]] })).recipients;
  expect([ann?.recipientType, ann?.recipientTypeFlags]).toEqual(['cc', ['p1', 'submitted']]);
});

test('undocumented numbers survive in enums and flags', () => {
  const [ann] = decodeMessage(
    writeMsg({ ...mail, recipients: [row('Ann', long(0x5fff, 42), long(0x5ffd, 0x243))] }),
  ).recipients;
  expect([ann?.trackStatus, ann?.flags]).toEqual(['0x2a', ['sendable', 'organizer', '0x240']]);
});

test('absent, zero, none, a time, out of range and another type are six things', () => {
  const times = [undefined, 0n, 0x0cb34557a3dd4000n, 127_000_000_000_000_000n, 2n ** 63n];
  const rows = times.map((value) =>
    row('R', ...(value === undefined ? [] : [{ id: 0x5ffb, type: SYSTIME, value }])),
  );
  const { recipients } = decodeMessage(
    writeMsg({ ...mail, recipients: [...rows, row('R', long(0x5ffb, 0))] }),
  );
  expect(recipients.map(({ trackStatusTime }) => trackStatusTime?.kind)).toEqual([
    undefined,
    'zero',
    'none',
    'time',
    'out-of-range',
    undefined,
  ]);
  expect(recipients[1]?.trackStatusTime).toEqual(new FileTime(0n));
});

test('a message in JSON carries its recipients, embedded messages and anomalies', () => {
  expect(JSON.parse(JSON.stringify(meeting([external])))).toMatchObject({
    kind: 'message',
    messageClass: 'IPM.Appointment',
    appointmentStateFlags: ['meeting'],
    recipients: [{ displayName: 'Olivia Organizer' }, { displayName: 'Eve' }],
    embedded: [],
    anomalies: [],
  });
});

/** A mail in a mail in a mail, so many deep. */
function nested(depth: number): WrittenMessage {
  const properties = [long(0x3705, 5)];
  return depth === 0 ? mail : { ...mail, attachments: [{ properties, message: nested(depth - 1) }] };
}

test.each([
  ['JSON', (depth: number) => JSON.stringify(decodeMessage(writeMsg(nested(depth)))).length],
  ['values', (depth: number) => JSON.stringify(decodeMessage(writeMsg(nested(depth))).values).length],
  [
    'console.log',
    (depth: number) =>
      inspect(decodeMessage(writeMsg(nested(depth))), {
        depth: Infinity,
        compact: Infinity,
        breakLength: Infinity,
      }).length,
  ],
])('%s shows a message within a message once', (_, sizeAt) => {
  const [one, two, ten] = [1, 2, 10].map(sizeAt) as [number, number, number];
  expect(ten - one).toBeLessThan((two - one) * 10);
});

test('a property that an object has several times is there several times', () => {
  const repeated = [1, 2, 3].map((value) => long(0x6601, value));
  const { otherProperties } = decodeMessage(
    writeMsg({ ...mail, properties: [...mail.properties, ...repeated] }),
  ).values;
  expect(otherProperties).toMatchObject({ '0x66010003': 1, '0x66010003 (2)': 2, '0x66010003 (3)': 3 });
});
