import { describe, expect, test } from 'vitest';
import {
  buildMessage,
  buildMsg,
  defineRule,
  forEachRow,
  judged,
  notApplicable,
  testRule,
} from '../../../src/rules/kit/index';
import type { Person, Rule, RuleCases } from '../../../src/rules/kit/index';

const rule = defineRule({
  meta: {
    id: 'short-name',
    title: 'Names are long enough',
    severity: 'info',
    messages: {
      'short-name': ({ name, least }: Person & { least: number }) =>
        `${name ?? 'nobody'}: shorter than ${least}`,
      'no-rows-here': () => 'there is nobody to look at',
    },
    schema: {
      type: 'object',
      properties: { least: { type: 'integer', minimum: 1 } },
      additionalProperties: false,
    },
    defaultOptions: { least: 3 },
  },
  check(message, { options, now }) {
    if (now !== undefined) return notApplicable('no-rows-here');
    return forEachRow(message, ({ displayName }) => {
      const { least } = options;
      if ((displayName ?? '').length >= least) return undefined;
      return { code: 'short-name', severity: 'info', cell: 'displayName', values: { least } };
    });
  },
});
const named = (...names: string[]): { recipients: { displayName: string }[] } => ({
  recipients: names.map((displayName) => ({ displayName })),
});

/** What is thrown; undefined: nothing. */
function thrown(cases: Partial<RuleCases>, tried: Rule = rule): Error | undefined {
  try {
    testRule(tried, { valid: [], invalid: [], ...cases });
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

describe('what comes out as expected is silent', () => {
  test('of descriptions, messages and files', () => {
    for (const message of [named('Bob'), buildMessage(named('Bob')), buildMsg(named('Bob'))])
      expect(thrown({ valid: [{ message }] })).toBeUndefined();
  });

  test('with options, the present, outcomes and reasons', () => {
    expect(
      thrown({
        valid: [
          { message: named('Al'), options: { least: 2 } },
          { message: named(), outcome: 'not-applicable', reasons: ['no-rows'] },
          { message: named(), now: new Date(), outcome: 'not-applicable', reasons: ['no-rows-here'] },
        ],
        invalid: [{ message: named('Bob'), options: { least: 4 }, findings: 1 }],
      }),
    ).toBeUndefined();
  });

  test.each([
    [1],
    [['short-name']],
    [[{ code: 'short-name' }]],
    [[{ code: 'short-name', path: 'recipients[1].displayName', severity: 'info' }]],
    [[{ code: 'short-name', message: 'Al: shorter than 3', values: { least: 3 } }]],
    [[{ code: 'short-name', message: /^Al/, person: { name: 'Al' }, path: undefined }]],
  ])('of findings given as %j', (findings) => {
    expect(
      thrown({ invalid: [{ message: named('Bob', 'Al'), findings: findings as never }] }),
    ).toBeUndefined();
  });
});

describe('what comes out otherwise is told: the case, what was expected, what was found', () => {
  test.each<[string, Partial<RuleCases>, string]>([
    [
      'a finding in a valid message',
      { valid: [{ name: 'Al', message: named('Al') }] },
      'valid, Al:\n    expected nothing\n    found:\n      short-name (info) at recipients[0].displayName – Al: shorter than 3',
    ],
    [
      'another outcome than pass',
      { valid: [{ message: named() }] },
      'valid[0]:\n    expected the outcome pass\n    found not-applicable: the recipient table is empty',
    ],
    [
      'another reason',
      { valid: [{ message: named('Bob'), reasons: ['no-rows'] }] },
      'expected the reasons no-rows\n    found sound',
    ],
    [
      'nothing in an invalid message',
      { invalid: [{ message: named('Bob'), findings: ['short-name'] }] },
      'invalid[0]:\n    expected:\n      short-name\n    found nothing: the outcome is pass, nothing wrong with the rows',
    ],
    [
      'too many',
      { invalid: [{ message: named('Al', 'Bo'), findings: ['short-name'] }] },
      'at recipients[1].displayName',
    ],
    [
      'a number',
      { invalid: [{ message: named('Al'), findings: 2 }] },
      'expected 2 findings\n    found:\n      short-name',
    ],
    [
      'another path',
      { invalid: [{ message: named('Al'), findings: [{ code: 'short-name', path: 'recipients[1]' }] }] },
      'short-name at recipients[1]\n    found:\n      short-name (info) at recipients[0].displayName',
    ],
    [
      'other words',
      { invalid: [{ message: named('Al'), findings: [{ code: 'short-name', message: /^Bob/ }] }] },
      'short-name – /^Bob/',
    ],
    [
      'other values',
      { invalid: [{ message: named('Al'), findings: [{ code: 'short-name', values: { least: 4 } }] }] },
      'values {"least":4}\n    found:\n      short-name (info) at recipients[0].displayName – Al: shorter than 3 values {"name":"Al","least":3}',
    ],
    [
      'options that the rule does not take',
      { valid: [{ message: named('Al'), options: { lest: 3 } }] },
      'There is no option lest of the rule short-name; did you mean least?',
    ],
    [
      'a message that nobody can build',
      { valid: [{ message: { subjet: 'x' } as never }] },
      'did you mean subject?',
    ],
  ])('%s', (_, cases, words) => {
    expect(thrown(cases)?.message).toContain('short-name: 1 of 1 cases had another result');
    expect(thrown(cases)?.message).toContain(words);
  });

  test('all of them at once', () => {
    const cases = {
      valid: [{ message: named('Al') }, { message: named('Bob') }],
      invalid: [{ message: named('Bob'), findings: 1 }],
    };
    expect(thrown(cases)?.message).toMatch(
      /^short-name: 2 of 3 cases had another result\n {2}valid\[0\]:[^]*\n {2}invalid\[0\]:/,
    );
  });

  test('with what the rule threw as its cause', () => {
    const oops = new RangeError('oops');
    const error = thrown(
      { valid: [{ message: named('Bob') }] },
      {
        ...rule,
        check: () => {
          throw oops;
        },
      },
    );
    expect(error?.message).toContain('Rule short-name failed: RangeError: oops');
    expect((error?.cause as Error).cause).toBe(oops);
  });

  test('and what it may not return', () => {
    const late = { ...rule, check: () => Promise.resolve(judged('it', [])) as never };
    expect(thrown({ invalid: [{ message: named('Al'), findings: 1 }] }, late)?.message).toContain(
      'must not be async',
    );
    const lost = {
      ...rule,
      check: () => judged('it', [{ code: 'short-name', severity: 'info' as const, path: 'recipients[9]' }]),
    };
    expect(thrown({ invalid: [{ message: named('Al'), findings: 1 }] }, lost)?.message).toContain(
      'leads nowhere',
    );
  });
});

describe('each case is a test of a framework that is handed over', () => {
  const tests: [name: string, run: () => void][] = [];
  testRule(
    rule,
    {
      valid: [{ name: 'Bob', message: named('Bob') }, { message: named('Al') }],
      invalid: [{ message: named('Al'), findings: 1 }],
    },
    (name, run) => tests.push([name, run]),
  );

  test('by its name', () => {
    expect(tests.map(([name]) => name)).toEqual([
      'short-name: valid, Bob',
      'short-name: valid[1]',
      'short-name: invalid[0]',
    ]);
  });

  test('which throws where it comes out otherwise', () => {
    expect(() => {
      tests[0]?.[1]();
    }).not.toThrow();
    expect(() => {
      tests[1]?.[1]();
    }).toThrow('expected nothing');
  });

  // Vitest itself
  testRule(
    rule,
    { valid: [{ message: named('Bob') }], invalid: [{ message: named('Al'), findings: 1 }] },
    test,
  );
});

test.each<[unknown, unknown, unknown, string]>([
  [5, {}, undefined, 'The rule of testRule must be a rule'],
  [rule, {}, undefined, 'The list valid of testRule must be a list of cases, not undefined'],
  [rule, { valid: [], invalid: [5] }, undefined, 'The list invalid of testRule must be a list of cases'],
  [rule, { valid: [], invalid: [] }, 5, 'The third argument of testRule must be a function, not 5'],
  [
    rule,
    { valid: [{ message: {}, errors: 1 }], invalid: [] },
    undefined,
    'There is no option errors of valid[0]',
  ],
  [rule, { valid: [], invalid: [{ message: {}, findngs: 1 }] }, undefined, 'did you mean findings?'],
  [
    rule,
    { valid: [], invalid: [{ message: {}, findings: 0 }] },
    undefined,
    'The option findings of invalid[0] must be',
  ],
  [rule, { valid: [], invalid: [{ message: {} }] }, undefined, 'The findings of invalid[0] must be'],
  [rule, { valid: [{}], invalid: [] }, undefined, 'The message of valid[0] must be an object'],
  [
    rule,
    { valid: [{ message: {}, outcome: 'fail' }], invalid: [] },
    undefined,
    'The option outcome of valid[0]',
  ],
  [
    { ...rule, meta: { ...rule.meta, severity: 'fatal' } },
    { valid: [], invalid: [] },
    undefined,
    'The severity of the rule',
  ],
  [
    { ...rule, meta: { ...rule.meta, defaultOptions: { least: 0 } } },
    { valid: [], invalid: [] },
    undefined,
    'least of defaultOptions of short-name must be 1 or more',
  ],
])('what makes no sense is refused: %#', (tried, cases, framework, words) => {
  expect(() => {
    testRule(tried as Rule, cases as RuleCases, framework as never);
  }).toThrow(TypeError);
  expect(() => {
    testRule(tried as Rule, cases as RuleCases, framework as never);
  }).toThrow(words);
});
