import { expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { tableCsvHeader, tableCsvRows } from '../../src/report/command';
import { mapilint } from '../support/command';
import { external, meeting } from '../support/meetings';
import { long, mail, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

test('numbers as they are stored, beside them what they mean; absent is empty, an empty text is quoted', () => {
  const message = meeting([
    { ...external, time: 0n },
    { name: '', address: 'x@y.example' },
  ]);
  const lines = (tableCsvHeader() + tableCsvRows({ path: 'a,b.msg', message })).split('\r\n');
  expect(lines[0]).toBe(
    'path,item,object,row,PR_DISPLAY_NAME,PR_ADDRTYPE,PR_EMAIL_ADDRESS,PR_SMTP_ADDRESS,PR_RECIPIENT_TYPE,recipient type,PR_RECIPIENT_FLAGS,PR_RECIPIENT_TRACKSTATUS,track status,PR_RECIPIENT_TRACKSTATUS_TIME,ticks',
  );
  expect(lines[2]).toBe(
    '"a,b.msg",,,1,Eve,SMTP,eve@partner.example,,1,to,1,3,accepted,1601-01-01T00:00:00.0000000Z,0',
  );
  expect(lines[3]).toBe('"a,b.msg",,,2,"",SMTP,x@y.example,,1,to,1,,,,');
  expect(lines).toHaveLength(5);
});

test('no formula, no control character, and why a value cannot be told', () => {
  const recipients = [[text(0x3001, '=1+1'), text(0x3003, 'a\nb'), text(0x5fff, 'x'), long(0x0c15, 0x12)]];
  const message = decodeMessage(writeMsg({ ...mail, recipients }));
  expect(tableCsvRows({ path: 'x', message })).toBe(
    "x,,,0,'=1+1,,a\\u{000A}b,,18,cc,,(of type 001F),(of type 001F),,\r\n",
  );
});

test('mapilint table --format csv: the tables of embedded messages, too', async () => {
  const { out } = await mapilint('table', 'samples/meetings/exception-defect.msg', '--format', 'csv');
  expect(out.split('\r\n').filter((line) => line.includes(',embedded[0],')).length).toBeGreaterThan(1);
  expect((await mapilint('props', 'x.msg', '--format', 'csv')).err).toContain('belongs to check and table');
});
