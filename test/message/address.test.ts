import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { addressesOf, addressOf } from '../../src/message/address';
import { isExternal } from '../../src/message/meeting';
import { isReportClass, meetingItemOf } from '../../src/message/meeting-class';
import type { Recipient } from '../../src/index';
import { BINARY, long, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import { utf16 } from '../support/encoded-names';
import type { WrittenProperty } from '../support/msg-writer';

const ONE_OFF = '00000000812b1fa4bea310199d6e00dd010f5402';

/** A one-off entry id, [MS-OXCDATA] 2.2.5.1, in UTF-16 or in the message's code page. */
function oneOff(name: string, type: string, address: string, isUnicode = true): Uint8Array {
  const flags = isUnicode ? [0x01, 0x90] : [0x01, 0x10];
  const texts = [name, type, address].map((each) =>
    isUnicode ? [...utf16(`${each}\0`)] : [...Buffer.from(`${each}\0`, 'latin1')],
  );
  return Uint8Array.from([...Buffer.from(ONE_OFF, 'hex'), 0, 0, ...flags, ...texts.flat()]);
}

const id = (at: number, value: Uint8Array): WrittenProperty => ({ id: at, type: BINARY, value });
function rowOf(...cells: WrittenProperty[]): Recipient {
  const properties = [text(0x001a, 'IPM.Appointment')];
  const [row] = decodeMessage(writeMsg({ properties, recipients: [[long(0x0c15, 1), ...cells]] })).recipients;
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('the address of a row', () => {
  test.each([
    ['PR_RECIPIENT_ENTRYID', 0x5ff7, true],
    ['PR_ENTRYID', 0x0fff, true],
    ['PR_ENTRYID in 8-bit text', 0x0fff, false],
  ])('where no cell has one, %s has', (_, at, isUnicode) => {
    const row = rowOf(id(at, oneOff('Bob', 'SMTP', 'Bob@Partner.example', isUnicode)));
    expect(addressOf(row)).toMatchObject({ addressType: 'SMTP', emailAddress: 'Bob@Partner.example' });
    expect(addressesOf(row)).toEqual(['bob@partner.example']);
    expect(isExternal(row)).toBe(true);
    expect([row.emailAddress, row.addressType]).toEqual([undefined, undefined]); // cells are what they are
  });

  test.each<[string, WrittenProperty[], string | undefined]>([
    ['a cell', [text(0x3003, 'x@y.example')], 'x@y.example'],
    ['PR_SMTP_ADDRESS', [text(0x39fe, 'x@y.example')], undefined],
  ])('%s counts before it', (_, cells, address) => {
    const row = rowOf(...cells, id(0x5ff7, oneOff('Bob', 'SMTP', 'bob@partner.example')));
    expect(addressOf(row).emailAddress).toBe(address);
    expect(addressesOf(row)).toEqual(['x@y.example']);
  });

  test('a blank cell is none', () => {
    const row = rowOf(text(0x3003, ' '), id(0x5ff7, oneOff('Bob', 'EX', '/o=x')));
    expect(addressOf(row)).toMatchObject({ addressType: 'EX', emailAddress: '/o=x' });
  });

  test.each<[string, Uint8Array]>([
    ['cut', oneOff('Bob', 'SMTP', 'bob@partner.example').subarray(0, 40)],
    ['without an address', oneOff('Bob', 'SMTP', '')],
    ['of another kind', new Uint8Array(40)],
  ])('an entry id %s has none', (_, bytes) => {
    expect(addressesOf(rowOf(id(0x5ff7, bytes)))).toEqual([]);
  });
});

test.each([
  ['IPM.Microsoft Schedule.MtgReq', 'request'],
  ['ipm.microsoft schedule.mtgcncl', 'cancellation'],
  ['IPM.Microsoft Schedule.MtgRespA', 'reply'],
  ['Microsoft Mail v3.0 IPM.Microsoft Schedule.MtgReq', 'request'],
  ['IPM.Microsoft Mail.Note', undefined],
])('%s is a class of Schedule+ or Microsoft Mail: %s', (name, item) => {
  expect(meetingItemOf(name)).toBe(item);
  expect(isReportClass('IPM.Microsoft Mail.Non-Delivery')).toBe(true);
});
