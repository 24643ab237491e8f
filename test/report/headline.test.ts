import { expect, test } from 'vitest';
import { allRules } from '../../src/rules/index';
import { diagnose } from '../../src/index';
import { formatText, headlineOf, toMessageReport } from '../../src/report/command';
import { headlineFor } from '../../src/viewer/page/words';
import { external, meeting } from '../support/meetings';

const delivery = 'cancellation-delivery';
const results = (verdict: 'likely' | 'undetermined' | 'unlikely') => [{ rule: delivery, verdict }];

test.each([
  ['the verdict is on what was found', 'likely', [{ rule: delivery }], 'likely'],
  ['another rule found something, all is well', 'unlikely', [{ rule: 'recurrence' }], 'findings'],
  ['another rule found something, the verdict is open', 'undetermined', [{ rule: 'recurrence' }], 'findings'],
  ['nothing was found', 'undetermined', [], 'undetermined'],
] as const)('%s', (_, verdict, findings, word) => {
  expect(headlineOf({ verdict, findings, results: results(verdict) })).toBe(word);
});

test('without a verdict', () => {
  expect(headlineOf({ verdict: null, findings: [], results: [] })).toBe('no findings');
  expect(headlineOf({ verdict: undefined, findings: [{ rule: 'x' }], results: [{ rule: 'x' }] })).toBe(
    'findings',
  );
});

test('text, report and page say the same of an attendee’s copy whose times are wrong', () => {
  const message = meeting([external], { stateFlags: 3, end: 0x0100000000000000n });
  const diagnosis = diagnose(message, { rules: allRules });
  expect(diagnosis.verdict).toBe('undetermined');
  expect(diagnosis.findings.length).toBeGreaterThan(0);
  expect(formatText({ path: 'x.msg', message, diagnosis })).toMatch(/^x\.msg: FINDINGS – /);
  const report = toMessageReport('x.msg', message, diagnosis);
  expect(headlineOf(report)).toBe('findings');
  expect(headlineFor(headlineOf(report)).code).toBe('findings');
});
