import { expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { PSETID_Appointment, PSETID_Common } from '../../src/mapi/values/property-sets';
import { BINARY, mail, UNICODE } from '../support/messages';
import { writeMsg } from '../support/msg-writer';
import type { WrittenProperty } from '../support/msg-writer';

const read = (...more: WrittenProperty[]) =>
  decodeMessage(writeMsg({ ...mail, properties: [...mail.properties, ...more] }));

test('names and statuses stand in the same order', () => {
  const message = read(
    { id: [PSETID_Common, 0x8536], type: UNICODE, value: 'Eve; ; Ian; Doe;John' },
    { id: [PSETID_Common, 0x8543], type: 0x1003, value: [3, 4, 42, 2] },
    { id: [PSETID_Common, 0x8538], type: UNICODE, value: 'Room 12' },
  );
  expect(message.unsendableAttendees).toMatchObject([
    { source: 'nonSendableTo', displayName: 'Eve', attendeeRole: 'required', trackStatus: 'accepted' },
    { source: 'nonSendableTo', displayName: 'Ian', trackStatus: '0x2a' },
    { source: 'nonSendableTo', displayName: 'Doe;John', trackStatus: 'tentative' },
    { source: 'nonSendableBcc', displayName: 'Room 12', attendeeRole: 'resource' },
  ]);
  expect(message.recipients).toHaveLength(3);
});

test('a damaged table costs nothing else', () => {
  const message = read({ id: [PSETID_Appointment, 0x825d], type: BINARY, value: Uint8Array.of(1, 2, 3) });
  expect(message.unsendableAttendees).toEqual([]);
  expect(message.anomalies).toMatchObject([
    { code: 'mapi-unsendable-recipients', severity: 'warning', path: '' },
  ]);
  expect(message.unsendableRecipients).toEqual(Uint8Array.of(1, 2, 3));
});

test('most messages name nobody', () => {
  expect(read().unsendableAttendees).toEqual([]);
});
