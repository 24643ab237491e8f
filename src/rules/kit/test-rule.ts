import { checkArgument, checkOptions } from '../../arguments/check';
import type { OptionKinds } from '../../arguments/check';
import { aFunction, aListOf, anObject, aText, brandOf, either, oneWordOf } from '../../arguments/kinds';
import type { Kind } from '../../arguments/kinds';
import { isBytes } from '../../bytes/is-bytes';
import { aMessage } from '../../message/given-message';
import type { Message } from '../../message/message';
import { decodeMessage } from '../../reading/decode-message';
import { diagnose } from '../diagnose';
import type { Diagnosis } from '../diagnose';
import { aRule, checkRules } from '../given-rules';
import { checkBySchema } from '../option-schema';
import type { Rule } from '../rule';
import { RULE_FAILED } from '../statement-words';
import { buildMessage } from './build-message';
import { unlikeExpected } from './expected-findings';
import type { MessageDescription } from './message-description';
import type { InvalidCase, RuleCases, RunCase, ValidCase } from './rule-case';

const anything: Kind = ['anything', () => true];
const runKinds: OptionKinds<RunCase> = {
  name: aText,
  message: anObject,
  options: anObject,
  now: anything, // diagnose looks at it, and at the evidence
  evidence: anything,
};
const validKinds: OptionKinds<ValidCase> = {
  ...runKinds,
  outcome: oneWordOf(['pass', 'open', 'not-applicable']),
  reasons: aListOf('codes', aText),
};
const aCount: Kind = ['a number', (value) => Number.isInteger(value) && (value as number) > 0];
const aFinding = either(aText, [
  'an object with code',
  (value) => typeof (value as { code?: unknown } | null)?.code === 'string',
]);
const someFindings = either(aListOf('codes, or objects with code', aFinding), aCount);
const invalidKinds: OptionKinds<InvalidCase> = {
  ...runKinds,
  findings: someFindings,
};
const cases = aListOf('cases', ['a case', (value) => brandOf(value) === 'Object']);

/**
 * Tests a rule: it must not find anything in the messages of `valid`, and must find what you expect in those of
 * `invalid`. Throws an error that lists every case with another result, so you can call it in a test of any framework.
 * If you pass `test` of node:test, Vitest or Jest, or `it` of Mocha, as the third argument, each case becomes a test of
 * its own.
 *
 * @example
 * ```ts
 * import { test } from 'node:test';
 *
 * testRule(
 *   externalAttendee,
 *   {
 *     valid: [{ name: 'a colleague', message: meetingWith('bob@example.com') }],
 *     invalid: [{ name: 'somebody else', message: meetingWith('bob@partner.example'), findings: ['external-attendee'] }],
 *   },
 *   test,
 * );
 * ```
 */
export function testRule(
  rule: Rule,
  { valid, invalid }: RuleCases,
  test?: (name: string, run: () => void) => unknown,
): void {
  checkArgument('testRule', 'The rule', rule, aRule);
  checkArgument('testRule', 'The list valid', valid, cases);
  checkArgument('testRule', 'The list invalid', invalid, cases);
  if (test !== undefined) checkArgument('testRule', 'The third argument', test, aFunction);
  checkRules('testRule', [rule]);
  checkDefaults(rule);
  const tests = [
    ...valid.map((each, index) => testOf('valid', each, index, validKinds, () => wrongWithValid(rule, each))),
    ...invalid.map((each, index) => {
      const one = testOf('invalid', each, index, invalidKinds, () => wrongWithInvalid(rule, each));
      checkArgument(`invalid[${index}]`, 'The findings', each.findings, someFindings);
      return one;
    }),
  ];
  if (test === undefined) runAll(rule, tests);
  else for (const { name, run } of tests) test(`${rule.meta.id}: ${name}`, run);
}

interface CaseTest {
  readonly name: string;
  readonly run: () => void;
}

function testOf<C extends RunCase>(
  list: string,
  given: C,
  index: number,
  kinds: OptionKinds<C>,
  wrong: () => string | undefined,
): CaseTest {
  const place = `${list}[${index}]`;
  checkOptions(place, given, kinds);
  checkArgument(place, 'The message', given.message, anObject);
  const name = given.name === undefined ? place : `${list}, ${given.name}`;
  return {
    name,
    run() {
      const words = wrong();
      if (words !== undefined) throw new Error(words);
    },
  };
}

/** Runs all tests, and throws what came of those that failed. */
function runAll(rule: Rule, tests: readonly CaseTest[]): void {
  const failed: { readonly name: string; readonly error: unknown }[] = [];
  for (const { name, run } of tests) {
    try {
      run();
    } catch (error) {
      failed.push({ name, error });
    }
  }
  if (failed.length === 0) return;
  const words = failed.map(
    ({ name, error }) => `  ${name}:\n    ${wordsOf(error).replaceAll('\n', '\n    ')}`,
  );
  const cause =
    failed.find(({ error }) => error instanceof Error && error.cause !== undefined)?.error ??
    failed[0]?.error;
  throw new Error(
    `${rule.meta.id}: ${failed.length} of ${tests.length} cases had another result\n${words.join('\n')}`,
    { cause },
  );
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function checkDefaults({ meta }: Rule): void {
  if (meta.schema === undefined || meta.defaultOptions === undefined) return;
  checkBySchema(`defaultOptions of ${meta.id}`, '', meta.defaultOptions, meta.schema);
}

function wrongWithValid(rule: Rule, given: ValidCase): string | undefined {
  const diagnosis = apply(rule, given);
  const wrong = unlikeExpected([], diagnosis);
  if (wrong !== undefined) return wrong;
  const [result] = diagnosis.results;
  const { outcome = 'pass', reasons } = given;
  const found = result?.reasons ?? [];
  const codes = found.map(({ code }) => code);
  const why = found.map(({ message }) => message).join('; ');
  if (result?.outcome !== outcome)
    return `expected the outcome ${outcome}\nfound ${result?.outcome ?? 'none'}: ${why}`;
  const isAsExpected = reasons === undefined || String([...reasons].sort()) === String([...codes].sort());
  return isAsExpected ? undefined : `expected the reasons ${reasons.join(', ')}\nfound ${codes.join(', ')}`;
}

function wrongWithInvalid(rule: Rule, given: InvalidCase): string | undefined {
  return unlikeExpected(given.findings, apply(rule, given));
}

/** Applies a rule, and throws what the rule throws. */
function apply(rule: Rule, { message, options, now, evidence }: RunCase): Diagnosis {
  const { meta } = rule;
  if (options !== undefined && meta.schema !== undefined)
    checkBySchema(`the rule ${meta.id}`, '', options, meta.schema);
  let cause: unknown;
  const watched: Rule = {
    ...rule,
    meta,
    check(...given) {
      try {
        return rule.check(...given);
      } catch (error) {
        cause = error;
        throw error;
      }
    },
  };
  const diagnosis = diagnose(messageOf(message), {
    rules: [watched],
    now,
    evidence,
    ...(options && { options: { [meta.id]: options } }),
  });
  const failure = diagnosis.findings.find(({ code }) => code === RULE_FAILED);
  if (failure !== undefined) throw new Error(failure.message, { cause });
  return diagnosis;
}

function messageOf(given: RunCase['message']): Message {
  if (isBytes(given)) return decodeMessage(given);
  return aMessage[1](given) ? (given as Message) : buildMessage(given as MessageDescription);
}
