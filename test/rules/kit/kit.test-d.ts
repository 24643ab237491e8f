import { expectTypeOf, test } from 'vitest';
import {
  buildMessage,
  defineRule,
  forEachRow,
  judged,
  ofType,
  testRule,
  zeroTime,
} from '../../../src/rules/kit/index';
import type { Rule } from '../../../src/rules/kit/index';

test('descriptions have the types of their properties', () => {
  buildMessage({
    subject: 'x',
    importance: 'high',
    appointmentStateFlags: ['meeting', '0x40'],
    messageCodePage: 1252,
    appointmentStart: '2004-03-15T14:00Z',
    appointmentEnd: new Date(),
    nonSendToTrackStatus: ['accepted', 3],
    PidTagBody: 'x',
    PR_PRIORITY: 1,
    PidLidReminderSet: true,
    'urn:schemas:calendar:organizer': 'x',
    recipients: [{ attendeeRole: 'resource', flags: 3, trackStatusTime: zeroTime }, { flags: ['sendable'] }],
    attachments: [{ content: 'x' }, { message: { subject: ofType('errorCode', 1) } }],
    properties: [
      { tag: 0x6001001f, value: 'x' },
      { set: 'PSETID_Task', name: 1, value: 5n },
    ],
  });
});

test('a misspelt property does not compile, nor does a wrong value', () => {
  // @ts-expect-error: it is called subject
  buildMessage({ subjet: 'x' });
  // @ts-expect-error: PidTagBody
  buildMessage({ PidTagBdy: 'x' });
  // @ts-expect-error: emailAddress
  buildMessage({ recipients: [{ emailAdress: 'x' }] });
  // @ts-expect-error: it is called subject
  buildMessage({ attachments: [{ message: { subjet: 'x' } }] });
  // @ts-expect-error: a subject is a text
  buildMessage({ subject: 5 });
  // @ts-expect-error: it is called high
  buildMessage({ importance: 'hihg' });
  // @ts-expect-error: it is called sendable
  buildMessage({ recipients: [{ flags: ['sendible'] }] });
  // @ts-expect-error: a start is a time
  buildMessage({ appointmentStart: true });
  // @ts-expect-error: true or false
  buildMessage({ PidLidReminderSet: 1 });
  // @ts-expect-error: there is no such type
  ofType('text', 'x');
});

const meta = {
  id: 'own',
  title: 'own',
  severity: 'info',
  messages: { odd: ({ domain }: { domain: string }) => domain },
  kinds: { domain: 'text' },
} as const;

test('options have the type of the defaults', () => {
  const rule = defineRule({
    meta: { ...meta, schema: { type: 'object' }, defaultOptions: { days: 7, domains: ['x'] } },
    check(_, { options }) {
      expectTypeOf(options).toEqualTypeOf<Readonly<{ days: number; domains: string[] }>>();
      return judged('it', []);
    },
  });
  expectTypeOf(rule).toEqualTypeOf<Rule>();
  // @ts-expect-error: defaults without a schema
  defineRule({ meta: { ...meta, defaultOptions: { days: 7 } }, check: () => judged('it', []) });
});

test('rows: codes, cells and values are checked', () => {
  defineRule({
    meta,
    check: (message) =>
      forEachRow(message, (row) => {
        if (row.displayName === undefined) return undefined;
        return { code: 'odd', severity: 'info', cell: 'displayName', values: { domain: row.displayName } };
      }),
  });
  defineRule({
    meta,
    // @ts-expect-error: it is called odd
    check: (message) => forEachRow(message, () => ({ code: 'od', severity: 'info', values: { domain: '' } })),
  });
  defineRule({
    meta,
    // @ts-expect-error: the domain is missing
    check: (message) => forEachRow(message, () => ({ code: 'odd', severity: 'info' })),
  });
  const cell = 'displyName';
  const odd = { code: 'odd', severity: 'info', values: { domain: '' } } as const;
  // @ts-expect-error: displayName
  defineRule({ meta, check: (message) => forEachRow(message, () => ({ ...odd, cell })) });
});

test('a misspelt part of a case does not compile', () => {
  const rule = {} as Rule;
  // @ts-expect-error: it is called findings
  testRule(rule, { valid: [], invalid: [{ message: {}, errors: 1 }] });
  // @ts-expect-error: a valid message has no failure
  testRule(rule, { valid: [{ message: {}, outcome: 'fail' }], invalid: [] });
});
