import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../src/index';
import { formatTable, tableColumns } from '../../src/report/command';
import { displayWidth } from '../../src/report/layout';
import { exceptionOf, external, meeting } from '../support/meetings';
import { long, mail, SYSTIME, text } from '../support/messages';
import { writeMsg } from '../support/msg-writer';

const ZERO = { ...external, time: 0n };
const defect = meeting([ZERO, { name: 'Uma', address: 'uma@partner.example' }]);

describe('a recipient table as text', () => {
  test('shows numbers with their names, and what is absent', () => {
    const [heading, titles, , organizer, eve, uma] = formatTable(defect).split('\n');
    expect(heading).toBe('IPM.Appointment "Meeting", 3 recipients');
    expect(titles).toMatch(
      /^# {2}PR_DISPLAY_NAME +PR_RECIPIENT_TRACKSTATUS {2}PR_RECIPIENT_TRACKSTATUS_TIME {2}/,
    );
    expect(organizer).toMatch(/0 \(respNone\).*3 \(RECIP_SENDABLE \| RECIP_ORGANIZER\)$/);
    expect(eve).toContain('3 (respAccepted)');
    expect(eve).toContain('FILETIME 0 = 1601-01-01T00:00:00.0000000Z, Low: 0x00000000 High: 0x00000000');
    expect(uma).toMatch(/^2 {2}Uma +\(absent\) +\(absent\) /);
  });

  test('shows exceptions below, and what is odd as it is', () => {
    const table = formatTable(meeting([external], { exceptions: [exceptionOf([ZERO])] }));
    expect(table).toContain('\n\nembedded[0] exception IPM.OLE.CLASS.');
    const odd = [
      long(0x0c15, 0x10000001),
      text(0x3001, 'Odd'),
      long(0x5ffd, 0x241),
      long(0x5fff, 42),
      long(0x5ffb, 1),
      text(0x3003, 'a\u202eb'),
    ];
    const cells = formatTable(decodeMessage(writeMsg({ ...mail, recipients: [odd] }))).split('\n')[3];
    expect(cells).toMatch(
      /42 +\(of type 0003\) +268435457 \(MAPI_TO \| 0x10000000\).*a\\u\{202E\}b.*577 \(RECIP_SENDABLE \| 0x240\)$/,
    );
  });

  test('shows "no date" as what it is', () => {
    const none = [text(0x3001, 'N'), { id: 0x5ffb, type: SYSTIME, value: 0x0cb34557a3dd4000n }];
    expect(formatTable(decodeMessage(writeMsg({ ...mail, recipients: [none] })))).toContain(
      'no date = 4501-01-01T00:00:00.0000000Z',
    );
  });

  test('a name of 30,000 characters does not make every row as wide', () => {
    const recipients = [[text(0x3001, 'x'.repeat(30_000))], [text(0x3001, 'y')]];
    const rows = formatTable(decodeMessage(writeMsg({ ...mail, recipients }))).split('\n');
    expect(Math.max(...rows.map(({ length }) => length))).toBeLessThan(400);
  });

  test('a message without recipients has a heading and no table', () => {
    expect(formatTable(decodeMessage(writeMsg({ properties: mail.properties })))).toBe(
      'IPM.Note "Hello", 0 recipients',
    );
  });
});

describe('a recipient table in a terminal', () => {
  const rowsIn = (width: number): string[] =>
    formatTable(defect, { width, more: 'elsewhere' }).split('\n').slice(1);

  test.each([40, 60, 80, 100, 132, 200])('of %i columns: name, status and time fit', (width) => {
    const lines = rowsIn(width);
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    expect(lines[0]).toMatch(/^# {2}PR_DIS\S* {2,}PR_RECIPIEN\S* {2,}PR_RECIPIEN/);
    expect(lines[3]).toMatch(/^1 {2}Eve +3 \(respAcc.* {2}FILETIME 0/);
  });

  test('columns for which there is no room are named below, and where they are', () => {
    const lines = rowsIn(100).join(' ');
    const missing = tableColumns.filter((name) => !(rowsIn(100)[0] ?? '').includes(name));
    expect(missing).not.toEqual([]);
    expect(lines).toContain(`no room for ${missing.join(', ')} (elsewhere)`);
    expect(formatTable(defect, { width: 400 })).toBe(formatTable(defect));
    expect(formatTable(defect)).not.toContain('no room');
  });

  test('the columns that are asked for, in their order', () => {
    const columns = ['PR_RECIPIENT_TRACKSTATUS_TIME', 'PR_DISPLAY_NAME'];
    const [, titles, , , eve] = formatTable(defect, { columns }).split('\n');
    expect(titles).toMatch(/^# {2}PR_RECIPIENT_TRACKSTATUS_TIME +PR_DISPLAY_NAME$/);
    expect(eve).toMatch(/^1 {2}FILETIME 0 = .* {2}Eve$/);
    expect(() => formatTable(defect, { columns: ['PR_NAME'] })).toThrow('PR_DISPLAY_NAME');
  });
});
