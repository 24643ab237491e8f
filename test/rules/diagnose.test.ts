import { expect, test } from 'vitest';
import { cancellationDelivery } from '../../src/rules/index';
import { diagnose, FileTime } from '../../src/index';
import type { Rule } from '../../src/rules/index';
import { external, meeting } from '../support/meetings';

const rule = (id: string, check: Rule['check']): Rule => ({
  meta: {
    id,
    title: id,
    severity: 'warning',
    reference: '',
    aliases: [],
    messages: { seen: ({ what }: { what?: string }) => `saw ${what ?? ''}` },
  },
  check,
});

test('a rule of one’s own is another object in the array', () => {
  const own = rule('own', (message) => ({
    outcome: 'fail',
    reasons: [],
    problems: [
      {
        code: 'seen',
        path: 'recipients[1]',
        severity: 'warning',
        values: { what: message.recipients[1]?.displayName },
      },
    ],
  }));
  const { findings, verdict, results } = diagnose(meeting([external]), {
    rules: [own, cancellationDelivery],
  });
  expect(findings).toMatchObject([{ rule: 'own', code: 'seen', message: 'saw Eve', path: 'recipients[1]' }]);
  expect(verdict).toBe('unlikely');
  expect(results.map(({ rule: id }) => id)).toEqual(['own', 'cancellation-delivery']);
});

test('a rule that throws is a finding of its own and stops no other', () => {
  const broken = rule('broken', () => {
    throw new Error('oops');
  });
  const { findings, verdict } = diagnose(meeting([{ ...external, time: 0n }]), {
    rules: [broken, cancellationDelivery],
  });
  expect(findings.map(({ rule: id, code }) => [id, code])).toEqual([
    ['broken', 'rule-failed'],
    ['cancellation-delivery', 'track-status-time-zero'],
  ]);
  expect(findings[0]?.message).toBe('Rule broken failed: Error: oops');
  expect(verdict).toBe('likely');
});

test('the present is passed in, never read', () => {
  const seen: unknown[] = [];
  const looking = rule('looking', (_, { now }) => {
    seen.push(now);
    return { outcome: 'pass', reasons: [], problems: [] };
  });
  const moment = new Date('2004-03-15T14:00:00Z');
  diagnose(meeting([]), { rules: [looking] });
  diagnose(meeting([]), { rules: [looking], now: moment });
  expect(seen).toEqual([undefined, FileTime.fromDate(moment)]);
});

test('without rules there is no verdict', () => {
  expect(diagnose(meeting([external]), { rules: [] })).toEqual({
    verdict: undefined,
    findings: [],
    results: [],
    unreached: [],
  });
});

test('severities: what findings are given, and which rules are not applied', () => {
  const sick = meeting([{ ...external, time: 0n }]);
  const own = rule('own', () => ({ outcome: 'pass', reasons: [], problems: [] }));
  const rules = [own, cancellationDelivery];
  const { findings, verdict, results } = diagnose(sick, {
    rules,
    severities: { own: 'off', 'cancellation-delivery': 'info' },
  });
  expect(results.map(({ rule: id }) => id)).toEqual(['cancellation-delivery']);
  expect(findings.map(({ severity }) => severity)).toEqual(['info']);
  expect(verdict).toBe('likely'); // how sure it is does not depend on how much it matters
});

test('severities of rules or of kinds that there are not are refused', () => {
  expect(() => diagnose(meeting([]), { severities: { 'organizer-row': 'off' } })).toThrow(
    new TypeError(
      'There is no rule "organizer-row" among the rules of diagnose, which severities names; there are: cancellation-delivery',
    ),
  );
  const severities = { 'cancellation-delivery': 'warn' as 'warning' };
  expect(() => diagnose(meeting([]), { severities })).toThrow(
    'The severity of "cancellation-delivery" of diagnose must be one of "off", "info", "warning", "error", not "warn"',
  );
});

test('a rule that fails is an error, whatever its severity', () => {
  const broken = rule('broken', () => {
    throw Object.create(null) as Error; // what String() cannot show either
  });
  const { findings } = diagnose(meeting([]), { rules: [broken], severities: { broken: 'info' } });
  expect(findings).toMatchObject([
    { code: 'rule-failed', severity: 'error', message: 'Rule broken failed: something that is not an error' },
  ]);
});

test('a rule that gives nothing, a promise or words that throw fails alone', () => {
  const wrong = [
    rule('nothing', () => undefined as never),
    rule('promise', () => Promise.resolve() as never),
    rule('wordless', () => ({
      outcome: 'fail',
      reasons: [],
      problems: [{ code: 'seen', path: '', severity: 'info', values: { what: Symbol() as never } }],
    })),
  ];
  const { results } = diagnose(meeting([external]), { rules: [...wrong, cancellationDelivery] });
  expect(results.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
    ['rule-failed'],
    ['rule-failed'],
    ['rule-failed'],
    [],
  ]);
});

test('a rule costs nothing until it runs', () => {
  let calls = 0;
  const counting = rule('counting', () => {
    calls += 1;
    return { outcome: 'pass', reasons: [], problems: [] };
  });
  diagnose(meeting([]), { rules: [counting], severities: { counting: 'off' } });
  expect(calls).toBe(0);
  diagnose(meeting([]), { rules: [counting] });
  expect(calls).toBe(1);
});
