import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { decodeMessage, named, tagged } from '../../../src/index';
import { integer, text, untyped } from '../../../src/mapi/definitions/property';
import { PSETID_Common } from '../../../src/mapi/values/property-sets';
import type { FileTime } from '../../../src/index';
import { generateTypes } from '../../../src/mapi/names/data/generate-types.mjs';
import { propertyNames } from '../../../src/mapi/names/index';
import { mail } from '../../support/messages';
import { writeMsg } from '../../support/msg-writer';
import { readFileSync } from 'node:fs';

const message = decodeMessage(
  writeMsg({
    ...mail,
    properties: [
      ...mail.properties,
      { id: 0x0017, type: 0x0003, value: 2 },
      { id: [PSETID_Common, 0x8503], type: 0x000b, value: true },
    ],
  }),
);
const [ann] = message.recipients;

describe('a value by its name', () => {
  test('of [MS-OXPROPS], of MAPI, of Outlook, in any case', () => {
    expect(message.get('PidTagSubject')).toBe('Hello');
    expect(message.get('PR_SUBJECT_W')).toBe('Hello');
    expect(message.get('PR_IMPORTANCE')).toBe(2);
    expect(message.get('PidLidReminderSet')).toBe(true);
    expect(message.get('dispidReminderSet')).toBe(true);
    expect(message.get('pidtagsubject' as 'PidTagSubject')).toBe('Hello');
  });

  test('of a recipient and of its store', () => {
    expect(ann?.get('PR_DISPLAY_NAME')).toBe('Ann');
    expect(ann?.properties.get('PidTagRecipientType')).toBe(1);
  });

  test('undefined where there is none', () => {
    expect(message.get('PidTagClientSubmitTime')).toBeUndefined();
  });

  test('has its type', () => {
    expectTypeOf(message.get('PidTagSubject')).toEqualTypeOf<string | undefined>();
    expectTypeOf(message.get('PR_CLIENT_SUBMIT_TIME')).toEqualTypeOf<FileTime | undefined>();
    expectTypeOf(message.get('PidNameKeywords')).toEqualTypeOf<readonly string[] | undefined>();
    // @ts-expect-error -- a typing error does not compile
    expect(() => message.get('PidTagSubjekt')).toThrow(
      'mapilint knows no property PidTagSubjekt; did you mean PidTagSubject?',
    );
    expect(() => message.get('subject line' as 'PidTagSubject')).toThrow(
      'mapilint knows no property subject line; names are those of [MS-OXPROPS] and MAPI, such as PidTagBody, PR_BODY or PidLidReminderSet',
    );
  });

  test('needs the names, and says so', async () => {
    vi.resetModules();
    const { decodeMessage: decode } = await import('../../../src/index');
    const read = decode(writeMsg(mail));
    expect(() => read.get('PidTagSubject')).toThrow(
      "The name PidTagSubject is not known yet: import 'mapilint/names', which has the names of properties",
    );
    await import('../../../src/mapi/names/index');
    expect(read.get('PidTagSubject')).toBe('Hello');
  });

  test('every name that is typed is known, and has that type: npm run names', () => {
    const file = new URL('../../../src/mapi/definitions/known-properties.ts', import.meta.url);
    expect(readFileSync(file, 'utf8') === generateTypes()).toBe(true);
    expect(propertyNames.toKey('PidTagSubject')).toEqual({ key: 0x0037, type: 0x001f });
  });
});

describe('what is asked for', () => {
  test('a tag is an identifier with a type', () => {
    expect(message.properties.get(tagged(0x0037001f, text))).toBe('Hello');
    expect(tagged(0x0037001f, text)).toEqual(tagged(0x0037, text));
    expect(() => tagged(0x0037001f, integer)).toThrow(
      'The tag 0x0037001F is of the type 0x001F, and values of this kind are of 0x0003 or 0x0002',
    );
    expect(tagged(0x0037001f, untyped).key).toBe(0x0037);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 32, '0x37', undefined])('%s is neither', (id) => {
    expect(() => tagged(id as never, text)).toThrow(
      /^.* is neither a property's identifier, such as 0x3001, nor a tag/,
    );
  });

  test.each([
    PSETID_Common,
    `{${PSETID_Common}}`,
    `{${PSETID_Common.toLowerCase()}}`,
    'PSETID_Common',
    'psetid_common',
  ])('%s is a set', (set) => {
    expect(named(set, 0x8503, untyped).key).toEqual({ set: PSETID_Common, name: 0x8503 });
  });

  test('the names of other sets are in mapilint/names', () => {
    expect(named('PSETID_Task', 0x8101, integer).key).toMatchObject({
      set: '00062003-0000-0000-C000-000000000046',
    });
  });

  test.each(['PSETID_Comon', '', '00062008', `{${PSETID_Common}`, 'constructor', undefined])(
    '%j is none',
    (set) => {
      expect(() => named(set as never, 1, text)).toThrow(
        /^.*is not a property set: expected a GUID such as 00062008-/,
      );
    },
  );

  test.each([-1, 1.5, 2 ** 32, '', undefined])('%j is no name in a set', (name) => {
    expect(() => named(PSETID_Common, name as never, text)).toThrow(
      /^.*is not the name of a property in its set/,
    );
  });
});
