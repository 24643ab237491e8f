import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/index';
import {
  buildMessage,
  defineRule,
  smtpDomainOf,
  forEachRow,
  forEachTable,
  isSameAddress,
} from '../../../src/rules/kit/index';
import type { Person, RowOptions, Rule } from '../../../src/rules/kit/index';

const message = buildMessage({
  messageClass: 'IPM.Appointment',
  appointmentStateFlags: ['meeting', 'received'],
  recipients: [{ displayName: 'Bob' }, { displayName: 'Eve', emailAddress: 'eve@x.example' }],
  attachments: [
    {
      attachmentFlags: 2,
      message: { appointmentStateFlags: ['meeting', 'received'], recipients: [{ displayName: 'Ann' }] },
    },
  ],
});
const meta = {
  id: 'own',
  title: 'own',
  severity: 'info',
  messages: {
    row: ({ name }: Person) => `a row of ${name ?? 'nobody'}`,
    many: ({ count }: { count: number }) => `${count} rows`,
  },
} as const;

function rowRule(options?: RowOptions): Rule {
  return defineRule({
    meta,
    check: (item) =>
      forEachRow(
        item,
        ({ displayName }) => {
          if (displayName === 'Bob') return { code: 'row', severity: 'info' };
          if (displayName === 'Eve') return undefined;
          return [
            { code: 'row', severity: 'info', cell: 'displayName' },
            { code: 'row', severity: 'warning' },
          ];
        },
        options,
      ),
  });
}

test('each row is judged, those of exceptions too: one problem, several or nothing', () => {
  const { findings } = diagnose(message, { rules: [rowRule()] });
  expect(findings.map(({ path, message: words, severity }) => [path, words, severity])).toEqual([
    ['recipients[0]', 'a row of Bob', 'info'],
    ['embedded[0].recipients[0].displayName', 'a row of Ann', 'info'],
    ['embedded[0].recipients[0]', 'a row of Ann', 'warning'],
  ]);
  expect(findings[1]).toMatchObject({ person: { name: 'Ann' }, values: { name: 'Ann' } });
  expect(findings[1]?.origin?.storage).toContain('__substg1.0_3001001F');
});

test('attendees’ copies are left out where only the organizer’s counts', () => {
  expect(diagnose(message, { rules: [rowRule({ copies: 'organizer' })] }).results[0]).toMatchObject({
    outcome: 'not-applicable',
    reasons: [{ code: 'attendee-copy' }],
  });
});

test('each table is judged as a whole', () => {
  const rule = defineRule({
    meta,
    check: (item) =>
      forEachTable(item, ({ message: owner, path }) => {
        const { length: count } = owner.recipients;
        if (count < 2) return undefined;
        return { code: 'many', severity: 'info', path, values: { count } };
      }),
  });
  expect(diagnose(message, { rules: [rule] }).findings.map(({ message: words }) => words)).toEqual([
    '2 rows',
  ]);
});

describe('addresses', () => {
  test.each([
    ['Bob@Example.com ', 'bob@example.com', true],
    ['/O=X/CN=BOB', '/o=x/cn=bob', true],
    ['bob@example.com', 'eve@example.com', false],
    ['', '', false],
    [undefined, undefined, false],
    [undefined, 'x', false],
  ])('%j and %j', (one, other, isSame) => {
    expect(isSameAddress(one, other)).toBe(isSame);
  });

  test.each([
    ['Bob@Example.COM', 'example.com'],
    [' bob@example.com ', 'example.com'],
    ['/o=Example/cn=bob', undefined],
    ['bob@', undefined],
    ['@example.com', undefined],
    ['a@b@c', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the domain of %j', (address, domain) => {
    expect(smtpDomainOf(address)).toBe(domain);
  });
});
