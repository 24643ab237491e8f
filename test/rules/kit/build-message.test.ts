import { describe, expect, test } from 'vitest';
import '../../../src/mapi/names/index';
import {
  attachmentProperties,
  decodeMessage,
  FileTime,
  messageProperties,
  named,
  kinds,
  recipientProperties,
  tagged,
} from '../../../src/index';
import type { PropertyDefinition } from '../../../src/index';
import { buildMessage, buildMsg, noTime, ofType, zeroTime } from '../../../src/rules/kit/index';
import type { MessageDescription } from '../../../src/rules/kit/index';
import { knownNames } from './known-names';

const start = FileTime.fromDate(new Date('2004-03-15T14:00:00Z'));

test('a message is what is described, and nothing else', () => {
  const message = buildMessage({
    messageClass: 'IPM.Appointment',
    subject: 'Wöchentlich \u{1f600}',
    importance: 'high',
    appointmentStateFlags: ['meeting', 'received'],
    appointmentStart: '2004-03-15T14:00Z',
    recipients: [{ displayName: 'Bob', attendeeRole: 'optional', trackStatus: 'accepted' }, {}],
  });
  expect(message.anomalies).toEqual([]);
  expect(message.recipientCount).toEqual({ stated: 2, found: 2 });
  expect({ ...message.values, otherProperties: undefined }).toEqual({
    kind: 'message',
    messageClass: 'IPM.Appointment',
    subject: 'Wöchentlich \u{1f600}',
    importance: 'high',
    appointmentStateFlags: ['meeting', 'received'],
    appointmentStart: start,
    recipients: [
      {
        displayName: 'Bob',
        recipientType: 'cc',
        recipientTypeFlags: [],
        attendeeRole: 'optional',
        trackStatus: 'accepted',
        otherProperties: {},
      },
      { otherProperties: {} },
    ],
    attachments: [],
    unsendableAttendees: [],
    otherProperties: undefined,
  });
  expect(message.properties.size).toBe(5);
});

test('nothing described is a message without properties, and the same bytes each time', () => {
  expect(buildMessage({}).properties.size).toBe(0);
  expect(buildMsg({ subject: 'x', location: 'y' })).toEqual(buildMsg({ subject: 'x', location: 'y' }));
  expect(buildMessage({ subject: undefined, recipients: undefined }).properties.size).toBe(0);
});

/** A value for a definition as somebody would write it, and as it is read. */
function sampleFor(definition: PropertyDefinition<unknown>): readonly [written: unknown, read: unknown] {
  const [type = 0x001f] = definition.types;
  const bytes = Uint8Array.of(1, 2, 3);
  const zero = type === 0x0003 ? definition.convert(0) : undefined;
  if (typeof zero === 'string') return [definition.convert(1), definition.convert(1)];
  if (Array.isArray(zero)) return [definition.convert(0x80), definition.convert(0x80)];
  const several = type === 0x1003 ? definition.convert([2, 3]) : undefined;
  const samples: Readonly<Record<number, readonly [unknown, unknown]>> = {
    0x0003: [-7, -7],
    0x000b: [true, true],
    0x001f: ['text', 'text'],
    0x0040: ['2004-03-15T14:00Z', start],
    0x0048: ['00062002-0000-0000-C000-000000000046', '00062002-0000-0000-C000-000000000046'],
    0x0102: [bytes, bytes],
    0x1003: [several, several],
    0x101f: [
      ['one', 'two'],
      ['one', 'two'],
    ],
  };
  const sample = samples[type];
  if (sample === undefined) throw new Error(`no sample for ${type}`);
  return sample;
}

describe('every property that has a name here can be written', () => {
  test.each(Object.entries(messageProperties))('%s of a message', (name, definition) => {
    const [written, read] = sampleFor(definition);
    const message = buildMessage({ [name]: written });
    expect(Reflect.get(message, name)).toEqual(read);
    expect(message.properties.state(definition)).toBe('present');
  });

  test.each(Object.entries(recipientProperties))('%s of a recipient', (name, definition) => {
    const [written, read] = sampleFor(definition);
    const [row] = buildMessage({ recipients: [{ [name]: written }] }).recipients;
    expect(Reflect.get(row!, name)).toEqual(read);
  });

  test.each(Object.entries(attachmentProperties))('%s of an attachment', (name, definition) => {
    const [written, read] = sampleFor(definition);
    const [attachment] = buildMessage({ attachments: [{ [name]: written }] }).attachments;
    expect(Reflect.get(attachment!, name)).toEqual(read);
  });
});

test('every name of MAPI and [MS-OXPROPS] can be written, and is read by the same name', () => {
  for (const [name, written, read] of knownNames()) {
    const message = buildMessage({ [name]: written });
    expect([name, message.get(name)]).toEqual([name, read]);
  }
});

describe('enumerations', () => {
  test('of every property take every name, and numbers', () => {
    for (const table of [messageProperties, recipientProperties])
      for (const [name, kind] of Object.entries<PropertyDefinition<unknown>>(table)) {
        const convert = (code: number): unknown => kind.convert(code);
        const { types } = kind;
        if (types[0] !== 0x0003 || typeof convert(0) === 'number') continue;
        const codes = [...Array(17).keys(), ...Array.from({ length: 31 }, (_, bit) => 1 << bit)];
        const isNamed = (code: number): boolean => code === 16 || !String(convert(code)).includes('0x');
        for (const code of codes.filter(isNamed)) {
          const value = convert(code);
          const isRecipient = table === recipientProperties;
          const message = buildMessage(isRecipient ? { recipients: [{ [name]: value }] } : { [name]: value });
          const object = isRecipient ? message.recipients[0] : message;
          expect([name, code, object?.[name as never]]).toEqual([name, code, value]);
        }
      }
  });

  test('and a type beside its flags', () => {
    const [row] = buildMessage({
      recipients: [{ recipientType: 'bcc', recipientTypeFlags: 0x10000000 }],
    }).recipients;
    expect(row).toMatchObject({ recipientType: 'bcc', recipientTypeFlags: ['p1'] });
  });
});

test('properties without a name, by tag, and by set and name', () => {
  const message = buildMessage({
    properties: [
      { tag: 0x6001001f, value: 'Bobby' },
      { tag: 0x67010014, value: 5n },
      { tag: 0x6702101e, value: ['a', 'b'] },
      { set: 'PSETID_Task', name: 0x8104, value: new Date('2004-03-15T14:00Z') },
      { set: '00020329-0000-0000-C000-000000000046', name: 'Keywords', value: ['red', 'blue'] },
      { set: 'PSETID_Task', name: 0x8102, type: 'floating64', value: 0.5 },
    ],
  });
  expect(message.properties.get(tagged(0x6001, kinds.text))).toBe('Bobby');
  expect(message.properties.get(tagged(0x6701, kinds.integer64))).toBe(5n);
  expect(message.properties.get(tagged(0x6702, kinds.several(kinds.text)))).toEqual(['a', 'b']);
  expect(message.get('PidLidTaskStartDate')).toEqual(start);
  expect(message.get('PidNameKeywords')).toEqual(['red', 'blue']);
  expect(message.properties.get(named('PSETID_Task', 0x8102, kinds.floating))).toBe(0.5);
  expect(message.anomalies).toEqual([]);
});

describe('states of a value', () => {
  const rowWith = (trackStatusTime: never): ReturnType<typeof buildMessage>['recipients'][number] =>
    buildMessage({ recipients: [{ trackStatusTime }] }).recipients[0]!;
  const stateOf = (time: unknown): string =>
    rowWith(time as never).properties.state(recipientProperties.trackStatusTime);

  test.each([
    [undefined, 'absent'],
    [zeroTime, 'present'],
    [ofType('errorCode', 0x8004010f), 'error'],
    [ofType('string', 'yesterday'), 'other-type'],
    [ofType(0x0003, 5), 'other-type'],
  ])('%o is %s', (value, state) => {
    expect(stateOf(value)).toBe(state);
  });

  test.each([
    [zeroTime, 'zero'],
    [noTime, 'none'],
    [2n ** 63n, 'out-of-range'],
    [new Date('2004-03-15T14:00Z'), 'time'],
    [start, 'time'],
    ['2004-03-15T16:00:00.5+02:00', 'time'],
    ['2004-03-15', 'time'],
  ])('%s is a time of the kind %s', (time, kind) => {
    expect(rowWith(time as never).trackStatusTime?.kind).toBe(kind);
  });

  test('bytes that do not fit are damage', () => {
    const message = buildMessage({ subject: ofType('string', Uint8Array.of(0x41)) });
    expect(message.properties.state(messageProperties.subject)).toBe('damaged');
    expect(message.anomalies.map(({ code }) => code)).toEqual(['mapi-value-malformed']);
  });

  test('8-bit text, in ASCII or in bytes of a code page', () => {
    expect(buildMessage({ subject: ofType('string8', 'Weekly call') }).subject).toBe('Weekly call');
    const bytes = ofType('string8', Uint8Array.of(0xe4));
    expect(buildMessage({ subject: bytes, messageCodePage: 1251 }).subject).toBe('д');
  });
});

test('attachments: files, messages, exceptions, to any depth', async () => {
  const inner = buildMsg({ subject: 'by value' });
  const message = buildMessage({
    messageClass: 'IPM.Appointment',
    attachments: [
      { longFileName: 'a.txt', content: 'grün' },
      { longFileName: 'a.msg', content: inner },
      {
        message: {
          subject: 'inside',
          PidLidReminderSet: true,
          attachments: [{ message: { subject: 'deep' } }],
        },
      },
      { attachmentFlags: 2, exceptionReplaceTime: start, message: { subject: 'moved' } },
      { method: 'ole', fileName: 'x' },
    ],
  });
  expect(message.embedded.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['attached', 'by value'],
    ['embedded', 'inside'],
    ['exception', 'moved'],
  ]);
  expect(message.embedded[1]?.embedded[0]?.subject).toBe('deep');
  expect(message.embedded[1]?.get('PidLidReminderSet')).toBe(true);
  expect(message.embedded[2]?.replaces).toEqual(start);
  expect(message.attachments.map(({ method }) => method)).toEqual([
    'byValue',
    'byValue',
    'embeddedMessage',
    'embeddedMessage',
    'ole',
  ]);
  const content = await message.attachments[0]?.properties.load(tagged(0x3701, kinds.binary));
  expect(new TextDecoder().decode(content)).toBe('grün');
  expect(message.anomalies).toEqual([]);
  expect(decodeMessage(await message.toMsg()).embedded).toHaveLength(3);
});

describe('what makes no sense is refused in words', () => {
  test.each<[unknown, string]>([
    [undefined, 'The message of buildMessage must be an object that describes a message, not undefined'],
    [{ subjet: 'x' }, 'There is no property subjet of the message; did you mean subject?'],
    [{ PidTagBdy: 'x' }, 'There is no property PidTagBdy of the message; did you mean PidTagBody?'],
    [{ recipient: [] }, 'There is no property recipient of the message; did you mean recipients?'],
    [{ qwertyuiopasdf: 1 }, 'There is no property qwertyuiopasdf of the message; there are: '],
    [{ recipients: [{ adress: 1 }] }, 'There is no property adress of recipients[0]'],
    [
      { attachments: [{ message: { subjct: 1 } }] },
      'There is no property subjct of attachments[0].message; did',
    ],
    [{ recipients: {} }, 'The option recipients of the message must be a list of objects'],
    [{ recipients: [5] }, 'The option recipients of the message must be a list of objects'],
    [{ attachments: [null] }, 'The option attachments of the message must be a list of objects'],
    [{ properties: {} }, 'The option properties of the message must be a list of objects'],
    [{ subject: 5 }, 'The property subject of the message must be a text, not 5'],
    [{ subject: null }, 'The property subject of the message must be a text, not null'],
    [{ subject: Uint8Array.of(1) }, 'The property subject of the message must be a text'],
    [{ appointmentStart: '2004-03-15T14:00' }, 'must be a Date, a FileTime, ticks or a text such as'],
    [{ appointmentStart: new Date(NaN) }, 'must be a Date, a FileTime, ticks'],
    [{ appointmentStart: -1n }, 'must be a Date, a FileTime, ticks'],
    [{ globalObjectId: 'x' }, 'The property globalObjectId of the message must be bytes, not "x"'],
    [{ messageCodePage: 2 ** 40 }, 'must be a whole number of 32 bits'],
    [
      { importance: 'hihg' },
      'There is no value "hihg" of the property importance of the message; did you mean high?',
    ],
    [
      { recipients: [{ flags: ['organiser'] }] },
      'There is no value "organiser" of the property flags of recipients[0]',
    ],
    [{ PidTagBody: 5 }, 'The property PidTagBody of the message must be a text, not 5'],
    [{ subject: 'x', PidTagSubject: 'y' }, 'The property PidTagSubject of the message is described twice'],
    [{ properties: [{ tag: 0x3001, value: 'x' }] }, 'must be a tag with its type, such as 0x6001001F'],
    [{ properties: [{ tag: 0x8001001f, value: 'x' }] }, 'which is another property in every file'],
    [
      { properties: [{ tag: 0x6001001f, value: 5 }] },
      'The property properties[0] of the message must be a text',
    ],
    [{ properties: [{ set: 'PSETID_Tsk', name: 1, value: 5 }] }, '"PSETID_Tsk" is not a property set'],
    [
      { properties: [{ set: 'PSETID_Task', name: '', value: 5 }] },
      'is not the name of a property in its set',
    ],
    [{ properties: [{ set: 'PSETID_Task', name: 1, value: {} }] }, 'must be a value, not Object'],
    [{ subject: ofType('time', Uint8Array.of(1)) }, 'or its 8 bytes'],
    [{ subject: ofType('string8', 'ä') }, 'must be a text in ASCII, or bytes, not "ä"'],
    [{ subject: ofType(0x9999, 5) }, 'must be one that a property can have'],
    [{ attachments: [{ content: 5 }] }, 'The content of attachments[0] must be bytes or a text'],
    [{ attachments: [{ content: 'x', message: {} }] }, 'attachments[0] has a content and a message'],
    [{ attachments: [{ message: 5 }] }, 'The message of attachments[0] must be an object'],
  ])('%#: %o', (description, words) => {
    const build = (): unknown => buildMessage(description as MessageDescription);
    expect(build).toThrow(TypeError);
    expect(build).toThrow(words);
  });
});
