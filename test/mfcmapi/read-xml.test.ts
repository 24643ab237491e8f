import { describe, expect, test } from 'vitest';
import { describe as describeMeeting } from '../../samples/build/meeting';
import { samples } from '../../samples/build/meetings';
import { decodeMessage, diagnose, recipientProperties } from '../../src/index';
import { recommendedRules } from '../../src/rules/index';
import type { Message } from '../../src/index';
import { formatTable, toMessageReport } from '../../src/report/index';
import { BINARY, long, row, STRING8, SYSTIME, text, UNICODE } from '../support/messages';
import {
  encode,
  writeMessageXml,
  writePaneXml,
  writeRowsXml,
  writeTableXml,
} from '../support/mfcmapi-writer';
import type { XmlOptions } from '../support/mfcmapi-writer';
import type { WrittenProperty } from '../support/msg-writer';

const forms: readonly XmlOptions[] = (['2012', 'current'] as const).flatMap((dialect) =>
  (['ansi', 'utf-8', 'utf-16le'] as const).map((encoding) => ({ dialect, encoding })),
);
const defect = describeMeeting(samples['textbook-defect']!.meeting);
const healthy = describeMeeting(samples['healthy-answered']!.meeting);
const rowsOf = ({ recipients }: Message): unknown => recipients.map((each) => each.toJSON());
const stateOf = (message: Message, at: number, name: keyof typeof recipientProperties): string =>
  message.recipients[at]!.properties.state(recipientProperties[name]);
const codesOf = (message: Message): string[] => [...new Set(message.anomalies.map(({ code }) => code))];
const settleOf = (message: Message): string => diagnose(message).explanation?.settle ?? '';

/** Values that are no XML: the tool writes them as they are. */
const awkward = [
  'A & B <x@y.z>',
  '<Value>',
  '</Value> x',
  'a ]]> b',
  'a ]]></Value> b',
  '<![CDATA[x]]>',
  'one\r\ntwo\r\n\r\nthree',
  '&amp; "quoted" \'so\'',
  'Err:0x8004010F=MAPI_E_NOT_FOUND',
  'cb: 3 lpb: 414243',
  'Grüße',
  ' blanks ',
];

describe.each(forms)('$dialect $encoding', (form) => {
  test.each([UNICODE, STRING8])('values that are no XML, of type %i', (type) => {
    const rows = awkward.map((value, index) => [
      long(0x0c15, 1),
      { id: 0x3001, type, value },
      long(0x3000, index),
    ]);
    const message = decodeMessage(writeRowsXml(rows, form));
    expect(message.anomalies).toEqual([]);
    expect(message.recipients.map(({ displayName }) => displayName)).toEqual(awkward);
  });

  test('text without its bytes is what the file shows', () => {
    const shown = awkward.filter((value) => !value.startsWith('Err:') && !value.includes('</Value> x'));
    const rows = shown.map((value) => [long(0x0c15, 1), text(0x3001, value)]);
    const message = decodeMessage(writeRowsXml(rows, { ...form, isWithoutAlternatives: true }));
    expect(message.recipients.map(({ displayName }) => displayName)).toEqual(shown);
  });

  test('every type that is shown in an exact form', () => {
    const values: WrittenProperty[] = [
      { id: 0x6701, type: 0x0001, value: null },
      { id: 0x6702, type: 0x0002, value: -2 },
      { id: 0x6703, type: 0x0003, value: -2147483648 },
      { id: 0x6706, type: 0x0006, value: -12345n },
      { id: 0x670b, type: 0x000b, value: true },
      { id: 0x6714, type: 0x0014, value: -1n },
      { id: 0x671e, type: STRING8, value: '' },
      { id: 0x671f, type: UNICODE, value: '' },
      { id: 0x6740, type: SYSTIME, value: 0x0123456789abcdefn },
      { id: 0x6748, type: 0x0048, value: '00062002-0000-0000-C000-000000000046' },
      { id: 0x6752, type: BINARY, value: Uint8Array.of(0, 255, 16) },
      { id: 0x6753, type: BINARY, value: new Uint8Array() },
      { id: 0x6802, type: 0x1002, value: [1, -1] },
      { id: 0x6803, type: 0x1003, value: [1, -1, 2147483647] },
      { id: 0x6848, type: 0x1048, value: ['00062002-0000-0000-C000-000000000046'] },
      { id: 0x6852, type: 0x1102, value: [Uint8Array.of(1), Uint8Array.of(2, 3)] },
      { id: ['00062002-0000-0000-C000-000000000046', 0x8217], type: 0x0003, value: 3 },
      { id: ['00062002-0000-0000-C000-000000000046', 'a "b" & c'], type: 0x0003, value: 4 },
    ];
    const { properties, anomalies } = decodeMessage(
      writePaneXml([text(0x001a, 'IPM.Note'), ...values], form),
    );
    expect(anomalies).toEqual([]);
    const read = [...properties].map((property) => {
      const name = properties.nameOf(property.tag >>> 16);
      const id = name === undefined ? property.tag >>> 16 : [name.set, name.name];
      const value = properties.valueOf(property);
      return [
        id,
        property.tag & 0xffff,
        typeof value === 'object' && value !== null && 'ticks' in value ? value.ticks : value,
      ];
    });
    expect(read.slice(1)).toEqual(values.map(({ id, type, value }) => [id, type, value]));
  });

  test('what is shown in no exact form is not captured', () => {
    const several = form.dialect === '2012' ? [] : [{ id: 0x6840, type: 0x1040, value: [0n, 1n] }];
    const values = [
      { id: 0x6705, type: 0x0005, value: 0.1 },
      { id: 0x670d, type: 0x000d, value: 1 },
      ...several,
    ];
    const { properties, anomalies } = decodeMessage(
      writePaneXml([text(0x001a, 'IPM.Note'), ...values], form),
    );
    expect(anomalies).toEqual([]);
    expect([...properties].slice(1).map(({ content }) => content)).toEqual(values.map(() => 'not-captured'));
  });

  test('a recipient table alone: the rows, and that nothing says what the item is', () => {
    const message = decodeMessage(writeTableXml(defect, form));
    expect(message.anomalies).toEqual([]);
    const expected = decodeMessage(writeMessageXml(defect, form));
    // only meetings give the recipient type its second meaning
    const roles = expected.recipients.map(({ attendeeRole }) => ({ attendeeRole }));
    expect(message.recipients.map((each, index) => ({ ...each.toJSON(), ...roles[index] }))).toEqual(
      rowsOf(expected),
    );
    expect(message.notCaptured).toEqual(['attachments']);
    expect(diagnose(message)).toMatchObject({ verdict: 'possible' });
    expect(diagnose(message).findings.map(({ path }) => path)).toEqual(['recipients[1].trackStatusTime']);
    expect(diagnose(decodeMessage(writeTableXml(healthy, form))).verdict).toBe('undetermined');
  });

  test('a column that was left out is not absent', () => {
    const message = decodeMessage(writeMessageXml(defect, { ...form, without: [0x5ffb] }));
    expect(stateOf(message, 1, 'trackStatusTime')).toBe('not-captured');
    expect(stateOf(decodeMessage(writeMessageXml(defect, form)), 2, 'trackStatusTime')).toBe('absent');
    const { verdict, results } = diagnose(message);
    expect(verdict).toBe('undetermined');
    expect(results[0]?.reasons.map(({ code }) => code)).toContain('track-status-time-not-captured');
    expect(settleOf(message)).toContain('Export it again with PR_RECIPIENT_TRACKSTATUS_TIME;');
    expect(formatTable(message)).toContain('(not captured)');
    const { recipients } = toMessageReport('x', message, diagnose(message));
    expect(recipients[1]).toMatchObject({
      notCaptured: expect.arrayContaining(['trackStatusTime']) as unknown,
    });
    expect(recipients[1]!['notCaptured']).not.toContain('smtpAddress');
  });
});

describe('the three exports', () => {
  test('the property pane of a message: its recipients are not captured', () => {
    const message = decodeMessage(writePaneXml(defect.properties));
    expect(message.subject).toBe('Quarterly review');
    expect(message.notCaptured).toEqual(['recipients', 'attachments']);
    expect(diagnose(message).verdict).toBe('undetermined');
    expect(settleOf(message)).toContain('the recipient table');
    expect(formatTable(message)).toContain('recipients not captured');
    const { results } = diagnose(message, { rules: recommendedRules });
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test('the property pane of a recipient: one row, the others not captured', () => {
    const message = decodeMessage(writePaneXml(defect.recipients![1]!));
    expect(message.recipients.map(({ displayName }) => displayName)).toEqual(['Bob Miller']);
    expect(diagnose(message).verdict).toBe('possible');
    expect(formatTable(message)).toContain('1 recipient, others not captured');
    expect(stateOf(message, 0, 'smtpAddress')).toBe('not-captured');
  });

  test('a contents table: every row a message without recipients', () => {
    const rows = [
      [text(0x001a, 'IPM.Appointment'), text(0x0037, 'One')],
      [text(0x001a, 'IPM.Note'), text(0x0037, 'Two')],
    ];
    const message = decodeMessage(writeRowsXml(rows));
    expect(message.embedded.map(({ subject }) => subject)).toEqual(['One', 'Two']);
    expect(message.recipients).toEqual([]);
    expect(diagnose(message).results.map(({ path, verdict }) => [path, verdict])).toContainEqual([
      'embedded[0]',
      'undetermined',
    ]);
    expect(formatTable(message)).toContain('embedded IPM.Appointment "One", recipients not captured');
  });

  test('an exception is in a file of its own, so the series cannot be told', () => {
    const message = decodeMessage(writeMessageXml(describeMeeting(samples['exception-defect']!.meeting)));
    expect(message.notCaptured).toEqual(['embedded']);
    expect(settleOf(message)).toContain('the exceptions');
    expect(message.attachments).toHaveLength(1);
  });

  test('tables of something else, folders and other XML are refused', () => {
    const refused = (bytes: Uint8Array): unknown => {
      try {
        return decodeMessage(bytes);
      } catch (error) {
        return (error as { code?: unknown }).code;
      }
    };
    expect(refused(writeRowsXml([[text(0x3613, 'IPF.Note')]]))).toBe('unsupported');
    expect(refused(encode('<folderprops>\n<properties error="0x1" />\n', {}))).toBe('unsupported');
    expect(refused(encode('<table><tr><td>1</td></tr></table>', {}))).toBe('message-unrecognized');
    expect(refused(encode('<message><to>x</to></message>', {}))).toBe('message-unrecognized');
    expect(refused(encode('<html>', {}))).toBe('message-unrecognized');
  });
});

describe('errors in the place of values', () => {
  const withError = (code: number, form: XmlOptions = {}): Message =>
    decodeMessage(writeRowsXml([row('Ann', { id: 0x5ffb, type: 0x000a, value: code })], form));

  test.each(['2012', 'current'] as const)('%s: by their code', (dialect) => {
    expect(stateOf(withError(0x8004010f, { dialect }), 0, 'trackStatusTime')).toBe('absent');
    expect(stateOf(withError(0x8007000e, { dialect }), 0, 'trackStatusTime')).toBe('not-captured');
    expect(stateOf(withError(0x80004005, { dialect }), 0, 'trackStatusTime')).toBe('error');
  });

  test('the property pane keeps the type beside the error', () => {
    const markup =
      '<properties listtype="propertypane">\n<property tag = "0x001A001F" type = "PT_UNICODE" >\n' +
      '<Value><![CDATA[IPM.Note]]></Value>\n</property>\n<property tag = "0x1000001F" type = "PT_UNICODE" >\n' +
      '<Value err="0x8007000E">MAPI_E_NOT_ENOUGH_MEMORY</Value>\n</property>\n</properties>';
    const { properties, anomalies } = decodeMessage(encode(markup, {}));
    expect(anomalies).toEqual([]);
    expect([...properties].map(({ content }) => content)).toEqual(['loaded', 'not-captured']);
  });
});

describe('rows', () => {
  const many = Array.from({ length: 45 }, (_, index) => row(`P${index}`));

  test('are numbered anew after twenty', () => {
    const message = decodeMessage(writeRowsXml(many));
    expect(message.anomalies).toEqual([]);
    expect(message.recipients.map(({ displayName }) => displayName)).toEqual(
      many.map((_, index) => `P${index}`),
    );
  });

  test('that are missing are missed', () => {
    const text = Buffer.from(writeRowsXml(many, { encoding: 'utf-8' })).toString();
    const start = text.indexOf('<row index = "0x00000007">');
    const cut = text.slice(0, start) + text.slice(text.indexOf('<row index = "0x00000008">'));
    const message = decodeMessage(new TextEncoder().encode(cut));
    expect(message.recipients).toHaveLength(44);
    expect(codesOf(message)).toEqual(['mfcmapi-row-index']);
  });

  test('beyond the limit are left out', () => {
    const message = decodeMessage(writeRowsXml(many), { limits: { recipients: 3 } });
    expect(message.recipients).toHaveLength(3);
    expect(codesOf(message)).toEqual(['limit-recipients']);
  });
});

describe('damage', () => {
  const whole = Buffer.from(writeMessageXml(defect, { encoding: 'utf-8' })).toString();
  const decode = (markup: string): Message => decodeMessage(new TextEncoder().encode(markup));

  test('wherever an export is cut, it is said, and no verdict is better than that of the whole', () => {
    const sound = Buffer.from(writeMessageXml(healthy, { encoding: 'utf-8' })).toString();
    for (let length = 200; length < sound.length - 20; length += 97) {
      const message = decode(sound.slice(0, length));
      expect(codesOf(message)).toContain('mfcmapi-export-cut');
      expect(diagnose(message).verdict).not.toBe('unlikely');
    }
  });

  test('a value whose end is lost is damaged, not empty', () => {
    const message = decode(whole.replace('<![CDATA[Bob Miller]]></Value>', '<![CDATA[Bob Miller'));
    expect(codesOf(message)).toContain('mfcmapi-structure');
    expect(message.recipients).toHaveLength(4);
    expect(message.recipients[1]).not.toHaveProperty('displayName');
    expect(message.recipients[1]).toMatchObject({
      emailAddress: 'bob@partner.example',
    });
    expect(stateOf(message, 1, 'displayName')).toBe('damaged');
  });

  test('a value that plays markup cannot make a sound verdict of a sick table', () => {
    const forged =
      ']]></Value>\n\t</property>\n\t<property tag = "0x5FFB0040" type = "PT_SYSTIME" >\n' +
      '\t\t<AltValue>Low: 0x00000001 High: 0x01C40000</AltValue>\n\t</property>\n\t<property tag = "0x3001001F" >\n\t\t<Value><![CDATA[';
    const rows = [[...defect.recipients![1]!.filter(({ id }) => id !== 0x3001), text(0x3001, forged)]];
    const message = decodeMessage(writeMessageXml({ ...defect, recipients: rows }));
    expect(diagnose(message).verdict).not.toBe('unlikely');
  });

  test('8-bit text is of the code page that the caller names', () => {
    const form: XmlOptions = {
      dialect: '2012',
      encoding: 'ansi',
      codePage: 1251,
      isWithoutAlternatives: true,
    };
    const bytes = writeRowsXml([row('Борис')], form);
    expect(decodeMessage(bytes, { codePage: 1251 }).recipients[0]?.displayName).toBe('Борис');
  });

  test('a million unclosed values take no longer than their length', () => {
    decode(`<?xml?>\n<table>\n<row index = "0x00000000">\n${'<property><Value><![CDATA['.repeat(40_000)}`);
    decode(`<?xml?>\n<table>\n${'<row index = "0x00000000"><property tag="0x3001001F">'.repeat(20_000)}`);
  });
});
