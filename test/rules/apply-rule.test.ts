import { describe, expect, test, vi } from 'vitest';
import { applyRule, wordsOfError } from '../../src/rules/apply-rule';
import { fingerprint } from '../../src/rules/fingerprint';
import type { Identified } from '../../src/rules/fingerprint';
import type { CheckResult, Messages, Problem, Rule } from '../../src/rules/rule';
import type { RuleResult } from '../../src/rules/rule-result';
import { resultWords } from '../../src/rules/result-words';
import { RULE_FAILED } from '../../src/rules/statement-words';

const item: Identified = { globalObjectId: undefined, messageClass: 'IPM.Appointment', subject: 'Meeting' };
const sound: CheckResult = { outcome: 'pass', reasons: [], problems: [] };
const problem: Problem = {
  code: 'seen',
  path: 'recipients[1]',
  severity: 'warning',
  values: { what: 'Eve' },
};

const unprintable = Object.create(null) as object;
const refusing = {
  toString(): string {
    throw new Error('no');
  },
};

function ruleWith(messages: Messages): Rule {
  return {
    meta: { id: 'own', title: '', severity: 'warning', reference: '', aliases: [], messages },
    check: () => sound,
  };
}
const own = ruleWith({
  seen: ({ what }: { what?: string }) => `saw ${what ?? 'nobody'}`,
  'no-rows': () => 'its own words',
});

function apply(changes: Partial<CheckResult>, path = ''): RuleResult {
  return applyRule(own, { item, path, meeting: () => 'm' }, () => ({
    ...sound,
    ...(changes.problems && { outcome: 'fail' }),
    ...changes,
  }));
}

describe('what was thrown, in words', () => {
  test.each([
    [new TypeError('oops'), 'TypeError: oops'],
    ['oops', 'oops'],
    ['', ''],
    [undefined, 'undefined'],
    [null, 'null'],
    [Symbol('s'), 'Symbol(s)'],
    [unprintable, 'something that is not an error'],
    [refusing, 'something that is not an error'],
  ])('of case %# are as String() gives them, or say that there are none', (error, words) => {
    expect(wordsOfError(error)).toBe(words);
  });
});

describe('a rule that holds', () => {
  test('gives its outcome, and nothing that it did not say', () => {
    expect(apply({}, 'embedded[0]')).toStrictEqual({
      rule: 'own',
      path: 'embedded[0]',
      outcome: 'pass',
      verdict: undefined,
      explanation: undefined,
      reasons: [],
      findings: [],
      evidence: [],
      unreached: undefined,
      [resultWords]: { meta: own.meta },
    });
  });

  test('takes along by what it was put into words, but into no JSON and no message to a worker', () => {
    const people = [{ name: 'Bob', address: 'bob@x' }];
    const explanation = { summary: ['Ask ', people, '.'] };
    const result = apply({ explanation });
    expect(result.explanation).toEqual({ summary: 'Ask Bob <bob@x>.' });
    expect({ ...result }[resultWords]).toEqual({ meta: own.meta, explanation });
    expect(JSON.stringify(result)).not.toContain('meta');
    expect(Object.getOwnPropertySymbols(structuredClone(result))).toEqual([]);
  });

  test('gives what it said beside', () => {
    const explanation = { summary: 'words' };
    expect(
      apply({ problems: [problem], verdict: 'likely', explanation, unreached: [{ name: 'Ann' }] }),
    ).toMatchObject({
      outcome: 'fail',
      verdict: 'likely',
      explanation: { summary: 'words' },
      unreached: { meeting: 'm', attendees: [{ name: 'Ann' }] },
    });
  });

  test('is applied once', () => {
    const check = vi.fn(() => sound);
    applyRule(own, { item, path: '' }, check);
    expect(check).toHaveBeenCalledTimes(1);
  });
});

describe('observations', () => {
  test('become words, and keep what they were', () => {
    const { reasons, evidence } = apply({
      reasons: [{ code: 'seen', path: '', values: { what: 'Ann' }, weight: 'quiet' }],
      evidence: [{ code: 'seen', path: '', verdict: 'silent', source: 2 }],
    });
    expect(reasons).toEqual([
      { code: 'seen', path: '', values: { what: 'Ann' }, weight: 'quiet', message: 'saw Ann' },
    ]);
    expect(evidence).toEqual([
      { code: 'seen', path: '', verdict: 'silent', source: 2, message: 'saw nobody' },
    ]);
  });

  test.each([
    ['', '', ''],
    ['', 'recipients[1]', 'recipients[1]'],
    ['embedded[0]', '', 'embedded[0]'],
    ['embedded[0]', 'recipients[1]', 'embedded[0].recipients[1]'],
  ])('of the item at "%s", at its "%s", are at "%s"', (item, path, expected) => {
    const { reasons, findings, evidence } = apply(
      {
        reasons: [{ code: 'seen', path }],
        problems: [{ ...problem, path }],
        evidence: [{ code: 'seen', path, verdict: 'silent', source: undefined }],
      },
      item,
    );
    expect([...reasons, ...findings, ...evidence].map((each) => each.path)).toEqual([
      expected,
      expected,
      expected,
    ]);
  });

  test('that all rules have in common need no words of the rule', () => {
    const [reason] = apply({ reasons: [{ code: 'never-sent', path: '' }] }).reasons;
    expect(reason?.message).toBe('never sent to anybody, as drafts and templates are not');
  });

  test('are worded by the rule where both have words', () => {
    expect(apply({ reasons: [{ code: 'no-rows', path: '' }] }).reasons[0]?.message).toBe('its own words');
  });
});

test('a problem becomes a finding with the rule and a fingerprint that does not depend on where the item is', () => {
  const [finding] = apply({ problems: [problem] }, 'embedded[0]').findings;
  expect(finding).toEqual({
    ...problem,
    rule: 'own',
    path: 'embedded[0].recipients[1]',
    message: 'saw Eve',
    fingerprint: fingerprint(item, 'own', problem),
  });
  expect(apply({ problems: [problem] }).findings[0]?.fingerprint).toBe(finding?.fingerprint);
});

describe('a rule that fails', () => {
  function failing(check: () => CheckResult, rule = own): RuleResult {
    return applyRule(rule, { item, path: 'embedded[0]' }, check);
  }

  test.each(['constructor', 'toString', '__proto__'])(
    'to word the code %s, which every object has',
    (code) => {
      const { findings } = failing(() => ({ ...sound, reasons: [{ code, path: '' }] }));
      expect(findings).toMatchObject([
        {
          code: 'rule-failed',
          message: `Rule own failed: TypeError: its messages have no words for the code ${code}`,
        },
      ]);
    },
  );
  const throwing = (error: unknown) => (): CheckResult => {
    throw error;
  };

  test('is a finding of severity error, and all else that it might have said is left out', () => {
    expect(failing(throwing(new Error('oops')))).toStrictEqual({
      rule: 'own',
      path: 'embedded[0]',
      outcome: 'open',
      verdict: undefined,
      explanation: undefined,
      reasons: [],
      findings: [
        {
          rule: 'own',
          code: RULE_FAILED,
          path: 'embedded[0]',
          severity: 'error',
          values: { error: 'Error: oops' },
          message: 'Rule own failed: Error: oops',
          fingerprint: fingerprint(item, 'own', { code: RULE_FAILED, path: '', severity: 'error' }),
        },
      ],
      evidence: [],
      unreached: undefined,
      [resultWords]: { meta: own.meta },
    });
  });

  test('has the code rule-failed', () => {
    expect(RULE_FAILED).toBe('rule-failed');
  });

  test.each([
    ['an object that cannot be a string', unprintable],
    ['an object that refuses to be one', refusing],
  ])('by throwing %s is told so', (_, error) => {
    const { findings } = failing(throwing(error));
    expect(findings.map(({ message }) => message)).toEqual([
      'Rule own failed: something that is not an error',
    ]);
  });

  test.each<[string, Partial<CheckResult>]>([
    ['reason', { reasons: [{ code: 'wordless', path: '' }] }],
    ['problem', { problems: [problem, { ...problem, code: 'wordless' }] }],
    ['piece of evidence', { evidence: [{ code: 'wordless', path: '', verdict: 'silent', source: 0 }] }],
  ])('to word the code of a %s says which code', (_, changes) => {
    const { outcome, verdict, findings, reasons } = failing(() => ({
      ...sound,
      outcome: 'open',
      verdict: 'confirmed',
      ...changes,
    }));
    expect({ outcome, verdict, reasons }).toEqual({ outcome: 'open', verdict: undefined, reasons: [] });
    expect(findings).toMatchObject([
      {
        code: 'rule-failed',
        severity: 'error',
        message: 'Rule own failed: TypeError: its messages have no words for the code wordless',
      },
    ]);
  });

  test('because its words throw', () => {
    const rule = ruleWith({
      seen: () => {
        throw new RangeError('no words');
      },
    });
    const { findings } = failing(() => ({ ...sound, outcome: 'fail', problems: [problem] }), rule);
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['rule-failed', 'Rule own failed: RangeError: no words'],
    ]);
  });
});
