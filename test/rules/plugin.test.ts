import { expect, test } from 'vitest';
import { diagnose } from '../../src/index';
import { buildMessage, defineRule, judged } from '../../src/rules/kit/index';
import { rulesOf } from '../../src/rules/index';

const rule = defineRule({
  meta: {
    id: 'subject-missing',
    title: 'A message has a subject',
    severity: 'info',
    messages: { 'subject-missing': () => 'it has no subject' },
  },
  check: (message) =>
    judged(
      'the subject',
      message.subject === undefined ? [{ code: 'subject-missing', severity: 'info', path: 'subject' }] : [],
    ),
});

test('rules of a plugin have the id by which settings name them', () => {
  const message = buildMessage({ messageClass: 'IPM.Note' });
  const rules = [
    ...rulesOf({ rules: { subject: rule } }, 'one'),
    ...rulesOf({ rules: { subject: rule } }, 'two'),
  ];
  expect(rules.map(({ meta }) => meta.id)).toEqual(['one/subject', 'two/subject']);
  expect(rule.meta.id).toBe('subject-missing');
  const { findings } = diagnose(message, {
    rules,
    severities: { 'one/subject': 'error', 'two/subject': 'off' },
  });
  expect(findings.map(({ rule: id, severity, code }) => [id, severity, code])).toEqual([
    ['one/subject', 'error', 'subject-missing'],
  ]);
});

test('what a rule leaves out of its meta has a value', () => {
  expect(rule.meta).toMatchObject({ reference: '', aliases: [] });
});

test.each<[unknown, unknown, string]>([
  [undefined, 'x', 'The plugin of rulesOf must be a plugin: an object with rules, not undefined'],
  [{ default: { rules: {} } }, 'x', 'must be a plugin'],
  [{ rules: [rule] }, 'x', 'must be a plugin'],
  [{ rules: {} }, 'a/b', 'The name of the plugin of rulesOf must be a word'],
  [{ rules: {} }, undefined, 'The name of the plugin of rulesOf must be a word'],
  [{ rules: { 'a/b': rule } }, 'x', 'The name of a rule of rulesOf must be a word'],
  [
    { rules: { a: 5 } },
    'x',
    'The rule a of rulesOf must be a rule, which is an object with meta and check, not 5',
  ],
])('what is no plugin is refused: %#', (plugin, name, words) => {
  expect(() => rulesOf(plugin as never, name as never)).toThrow(words);
});
