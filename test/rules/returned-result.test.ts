import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/index';
import type { Diagnosis } from '../../src/index';
import { buildMessage } from '../../src/rules/kit/index';
import type { CheckResult, Rule } from '../../src/rules/index';

const message = buildMessage({
  messageClass: 'IPM.Appointment',
  subject: 'Weekly call',
  recipients: [{ displayName: 'Bob' }, { displayName: 'Eve' }],
  attachments: [
    { longFileName: 'a.txt', content: 'hello' },
    { message: { messageClass: 'IPM.Note', recipients: [{ displayName: 'Ann' }] } },
  ],
});

const other: Rule = ruleOf('other', () => ({ outcome: 'pass', reasons: [], problems: [] }));

function ruleOf(id: string, check: () => unknown): Rule {
  const messages = { odd: () => 'something is odd', 'no-text': () => 5 as unknown as string };
  return {
    meta: { id, title: id, severity: 'warning', reference: '', aliases: [], messages },
    check: check as Rule['check'],
  };
}

/** What comes of a rule that returns something, and of one beside it. */
function judged(returned: unknown): Diagnosis {
  return diagnose(message, { rules: [ruleOf('strange', () => returned), other] });
}

const odd = { code: 'odd', path: '', severity: 'info' };
const fail = (problem: object): object => ({
  outcome: 'fail',
  reasons: [],
  problems: [{ ...odd, ...problem }],
});
const pass: CheckResult = { outcome: 'pass', reasons: [], problems: [] };

function expectFailure(returned: unknown, words: string): void {
  const { findings, results } = judged(returned);
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual(
    findings.map(() => ['rule-failed', 'error']),
  );
  expect(findings[0]?.message).toContain(words);
  expect(findings[0]?.rule).toBe('strange');
  // the item and what is embedded in it, by both rules
  expect(results.filter(({ rule }) => rule === 'other').map(({ outcome }) => outcome)).toEqual([
    'pass',
    'pass',
  ]);
}

describe('what no rule may return is a finding in words, and the others go on', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'The result of the rule must be an object, not undefined'],
    ['a list of problems', [odd], 'The outcome of its result must be one of'],
    ['an outcome that there is not', { ...pass, outcome: 'failed' }, 'not "failed"'],
    ['a verdict that there is not', { ...pass, verdict: 'sure' }, 'The verdict of its result must be one of'],
    ['no reasons', { outcome: 'pass', problems: [] }, 'The reasons of its result must be a list'],
    ['problems that are texts', { ...pass, problems: ['odd'] }, 'The problems of its result must be a list'],
    ['a problem without a path', { ...pass, problems: [{ code: 'odd' }] }, 'objects with code and path'],
    ['evidence that is none', { ...pass, evidence: [5] }, 'The evidence of its result must be a list'],
    [
      'unreached that is no list',
      { ...pass, unreached: 'Bob' },
      'The unreached of its result must be a list',
    ],
    ['a severity that there is not', fail({ severity: 'fatal' }), 'The severity of odd must be one of'],
    ['no severity', fail({ severity: undefined }), 'The severity of odd must be one of'],
    ['problems and pass', { ...fail({}), outcome: 'pass' }, 'has problems, and the outcome pass'],
    [
      'problems and not-applicable',
      { ...fail({}), outcome: 'not-applicable' },
      'has problems, and the outcome',
    ],
    ['fail and no problem', { ...pass, outcome: 'fail' }, 'has no problems, and the outcome fail'],
    ['a code without words', fail({ code: 'strange' }), 'have no words for the code strange'],
    ['a code whose words are no text', fail({ code: 'no-text' }), 'have no words for the code no-text'],
    ['a reason without words', { ...pass, reasons: [{ code: 'strange', path: '' }] }, 'for the code strange'],
  ])('%s', (_, returned, words) => {
    expectFailure(returned, words);
  });

  test.each([
    'recipients[2]',
    'recipients[2].displayName',
    'recipients[0].emailAdress',
    'recipients.displayName',
    'recipient[0]',
    'embedded[1]',
    'embedded[0].recipients[1]',
    'attachments[2].longFileName',
    'subjekt',
    'subject.text',
    'constructor',
    '__proto__',
    'recipients[x]',
    '.',
    'recipients[0].',
    ' ',
  ])('the path %j', (path) => {
    const words = `has the path ${JSON.stringify(path)}, which leads nowhere in the message`;
    const { findings } = diagnose(message, { rules: [ruleOf('strange', () => fail({ path }))] });
    expect(findings[0]?.message).toContain(words);
    expect(
      diagnose(message, { rules: [ruleOf('strange', () => ({ ...pass, reasons: [{ code: 'odd', path }] }))] })
        .findings[0]?.message,
    ).toContain(words);
  });

  test.each([
    '',
    'subject',
    'appointmentEnd',
    'recipients',
    'recipients[1]',
    'recipients[1].displayName',
    'recipients[1].trackStatusTime',
    'recipients[1].PidTagOfficeLocation',
    'PR_BODY',
    'PidLidReminderSet',
    'attachments[0].longFileName',
    'attachments[0].contentId',
    'body',
  ])('but not the path %j, which leads to something or to its place', (path) => {
    const check = (item: { readonly kind: string }): unknown =>
      item.kind === 'message' ? fail({ path }) : pass;
    const rule = {
      ...other,
      meta: ruleOf('strange', () => 0).meta,
      check: check as unknown as Rule['check'],
    };
    expect(
      diagnose(message, { rules: [rule] }).findings.map(({ code, path: found }) => [code, found]),
    ).toEqual([['odd', path]]);
  });
});

describe('a rule that answers later', () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => {
    unhandled.push(error);
  };

  test('is refused in words, and its error is nobody else’s', async () => {
    process.on('unhandledRejection', note);
    try {
      expectFailure(Promise.resolve(pass), 'it returned a promise: its check must not be async');
      expectFailure(Promise.reject(new Error('later')), 'it returned a promise');
      await new Promise((done) => setTimeout(done, 5));
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});

test('a rule that throws is a finding, and the others go on', () => {
  const rule = ruleOf('strange', () => {
    throw new RangeError('oops');
  });
  const { findings, results } = diagnose(message, { rules: [rule, other] });
  expect(findings.map(({ message: words, path }) => [words, path])).toEqual([
    ['Rule strange failed: RangeError: oops', ''],
    ['Rule strange failed: RangeError: oops', 'embedded[0]'],
  ]);
  expect(results.filter(({ rule: id }) => id === 'other')).toHaveLength(2);
});
