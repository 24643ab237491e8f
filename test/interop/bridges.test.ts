import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { decodeMessage, TrackStatus } from '../../src/index';
import * as interop from '../../src/interop/index';
import { external, internal, meeting, organizer } from '../support/meetings';
import { long, mail, row, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

const names = Object.keys(TrackStatus) as TrackStatus[];

describe('track status', () => {
  test.each([
    ['EWS', interop.toEwsResponse, interop.fromEwsResponse],
    ['Graph', interop.toGraphResponse, interop.fromGraphResponse],
    ['Outlook', interop.toOutlookResponse, interop.fromOutlookResponse],
  ] as const)('%s: every status there and back', (_, to, from) => {
    expect(names).toHaveLength(6);
    const words = names.map((name) => to(name));
    expect(new Set(words).size).toBe(6);
    expect(words.map((word) => from(word ?? ''))).toEqual(names);
    expect([to(undefined), to('0x17')]).toEqual([undefined, undefined]);
    expect([from(undefined), from('toString'), from('')]).toEqual([undefined, undefined, undefined]);
  });

  test('Outlook: by number, as its object model has them', () => {
    expect([0, 1, 2, 3, 4, 5].map(interop.fromOutlookResponse)).toEqual(names);
    expect([6, -1, 1.5].map(interop.fromOutlookResponse)).toEqual([undefined, undefined, undefined]);
  });

  test('PARTSTAT: what [MS-OXCICAL] exports, and nothing else', () => {
    expect(names.map(interop.toParticipation)).toEqual([
      undefined,
      undefined,
      'TENTATIVE',
      'ACCEPTED',
      'DECLINED',
      undefined,
    ]);
    expect(
      ['accepted', 'Declined', 'TENTATIVE', 'NEEDS-ACTION', undefined].map(interop.fromParticipation),
    ).toEqual(['accepted', 'declined', 'tentative', undefined, undefined]);
  });
});

describe('a recipient table', () => {
  const { recipients } = meeting([
    { ...external, time: 0n },
    { ...internal, role: 2 },
    {
      ...external,
      name: 'Room "7", 2nd; floor: ^north – äöü '.repeat(3),
      address: 'r@x.example',
      role: 3,
      status: 5,
      time: undefined,
    },
    { ...external, name: 'Gone', flags: 0x21 },
  ]);

  test('as jCal: roles, answers, the stored 1601, no address for EX alone, nobody who was removed', () => {
    expect(
      interop.toJCal(recipients).map(([name, parameters, , value]) => [name, parameters, value]),
    ).toEqual([
      ['organizer', { cn: organizer.name }, 'mailto:olivia@example.com'],
      [
        'attendee',
        { cn: 'Eve', role: 'REQ-PARTICIPANT', partstat: 'ACCEPTED', 'x-ms-olk-resptime': '16010101T000000Z' },
        'mailto:eve@partner.example',
      ],
      [
        'attendee',
        { cn: 'Ian', role: 'OPT-PARTICIPANT', partstat: 'ACCEPTED', 'x-ms-olk-resptime': '20040303T101500Z' },
        'invalid:nomail',
      ],
      [
        'attendee',
        { cn: recipients[3]?.displayName, cutype: 'RESOURCE', role: 'NON-PARTICIPANT' },
        'mailto:r@x.example',
      ],
    ]);
  });

  test('as iCalendar: folded lines that ical.js reads back', () => {
    const lines = interop.toCalendarLines(recipients);
    for (const line of lines.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const parsed = ICAL.parse(`BEGIN:VEVENT\r\n${lines}END:VEVENT\r\n`) as [
      string,
      [string, Record<string, string>][],
    ];
    const read = parsed[1].map(([name, parameters]) => [name, parameters['cn'], parameters['partstat']]);
    const written = interop.toJCal(recipients).map(([name, { cn, partstat }]) => [name, cn, partstat]);
    expect(read).toEqual(written);
  });

  test('as rows and columns: absent stays absent, zero stays zero', () => {
    expect(interop.toRows(recipients)[1]).toEqual({
      name: 'Eve',
      address: 'eve@partner.example',
      role: 'required',
      trackStatus: 'accepted',
      trackStatusTime: '1601-01-01T00:00:00.0000000Z',
    });
    expect(interop.toRows(recipients)[3]).not.toHaveProperty('trackStatusTime');
    const columns = interop.toColumns(recipients);
    expect(columns.recipientType).toEqual([1, 1, 2, 3, 1]);
    expect(columns.flags).toEqual([3, 1, 1, 1, 0x21]);
    expect(columns.trackStatus).toEqual([0, 3, 3, 5, 3]);
    expect(columns.trackStatusTime.slice(0, 4)).toEqual([null, 0n, external.time, null]);
  });
});

describe('addresses and roles that a row does not tell', () => {
  const SMTP = 0x39fe;
  const { recipients } = decodeMessage(
    writeMsg({
      ...mail,
      recipients: [
        [text(0x3001, 'no type'), text(0x3003, 'a@b.example')],
        [text(0x3001, 'unknown'), text(0x3002, 'UNKNOWN'), text(0x3003, 'c@d.example'), long(0x0c15, 1)],
        [text(0x3001, 'nobody'), text(0x3002, 'UNKNOWN'), text(0x3003, 'UNKNOWN'), long(0x0c15, 4)],
        row('Empty', text(SMTP, '')),
        row('Odd', text(SMTP, 'ü b@ö.example?cc=evil@x')),
      ],
    }),
  );

  test('an address without a type is one if it looks like one; nothing is guessed of a role', () => {
    expect(interop.toJCal(recipients).map(([, { role }, , value]) => [role, value])).toEqual([
      [undefined, 'mailto:a@b.example'],
      ['REQ-PARTICIPANT', 'mailto:c@d.example'],
      [undefined, 'invalid:nomail'],
      ['REQ-PARTICIPANT', 'mailto:empty@example.net'],
      ['REQ-PARTICIPANT', 'mailto:%C3%BC%20b@%C3%B6.example%3Fcc%3Devil@x'],
    ]);
  });

  test('an empty SMTP address hides no other', () => {
    expect(interop.toRows(recipients)[3]?.address).toBe('empty@example.net');
  });
});
