import { expectTypeOf, test } from 'vitest';
import { judged } from '../../src/rules/check-result';
import { checkRows } from '../../src/rules/check-rows';
import { defineRule } from '../../src/rules/define-rule';
import type { Person, Rule } from '../../src/rules/rule';

const meta = {
  id: 'meeting-length',
  title: 'A meeting lasts no longer than a week',
  severity: 'info',
  reference: '',
  aliases: [],
  messages: {
    'too-long': ({ days }: { days: number }) => `it lasts ${days} days`,
    'no-end': () => 'it does not end',
    'row-odd': ({ name, what }: Person & { what: string }) => `${name ?? ''}: ${what}`,
  },
  kinds: { what: 'term' },
} as const;
const problem = { severity: 'info', path: '' } as const;

test('a rule is a rule', () => {
  const rule = defineRule({
    meta,
    appliesTo: 'meeting',
    check: () => judged('the length', [{ ...problem, code: 'too-long', values: { days: 8 } }]),
  });
  expectTypeOf(rule).toEqualTypeOf<Rule>();
});

test('a misspelt code does not compile', () => {
  // @ts-expect-error: too-lnog
  defineRule({ meta, check: () => judged('', [{ ...problem, code: 'too-lnog', values: { days: 8 } }]) });
});

test('nor does a misspelt placeholder, one that is missing, or one of another type', () => {
  // @ts-expect-error: it is called days
  defineRule({ meta, check: () => judged('', [{ ...problem, code: 'too-long', values: { dayz: 8 } }]) });
  // @ts-expect-error: it has no values
  defineRule({ meta, check: () => judged('', [{ ...problem, code: 'too-long' }]) });
  // @ts-expect-error: days are a number
  defineRule({ meta, check: () => judged('', [{ ...problem, code: 'too-long', values: { days: '8' } }]) });
});

test('nor does a reason that neither the rule nor all rules word', () => {
  defineRule({ meta, check: () => judged('', [], [{ code: 'properties-lost', path: '' }]) });
  defineRule({ meta, check: () => judged('', [], [{ code: 'no-end', path: '' }]) });
  // @ts-expect-error: nobody words it
  defineRule({ meta, check: () => judged('', [], [{ code: 'property-lost', path: '' }]) });
});

test('nor does a text of which nobody says what it is', () => {
  const { kinds, ...unkind } = meta;
  expectTypeOf(kinds.what).toEqualTypeOf<'term'>();
  // @ts-expect-error: is what is odd a term, or somebody's?
  defineRule({ meta: unkind, check: () => judged('', []) });
  // @ts-expect-error: it is called what
  defineRule({ meta: { ...meta, kinds: { waht: 'term' } }, check: () => judged('', []) });
  // @ts-expect-error: there is no such kind
  defineRule({ meta: { ...meta, kinds: { what: 'terms' } }, check: () => judged('', []) });
});

test('rows: who it is about is added, the rest is asked for', () => {
  const odd = { code: 'row-odd', severity: 'info' } as const;
  defineRule({ meta, check: (message) => checkRows(message, () => [{ ...odd, values: { what: 'odd' } }]) });
  // @ts-expect-error: what is odd is not said
  defineRule({ meta, check: (message) => checkRows(message, () => [odd]) });
});
