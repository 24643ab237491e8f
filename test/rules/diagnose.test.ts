import { expect, test } from 'vitest';
import { cancellationDelivery, diagnose, FileTime } from '../../src/index';
import type { Rule } from '../../src/index';
import { external, meeting } from '../support/meetings';

const rule = (id: string, check: Rule['check']): Rule => ({
  meta: {
    id,
    title: id,
    severity: 'warning',
    reference: '',
    aliases: [],
    messages: { seen: ({ what }) => `saw ${what ?? ''}` },
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
  });
});
