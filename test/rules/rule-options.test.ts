import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, diagnose, diagnoseEvidence } from '../../src/index';
import { buildMessage, buildMsg, defineRule, judged } from '../../src/rules/kit/index';
import { allRules, recipientAddress, responseTimeImplausible, rulesOf } from '../../src/rules/index';
import type { Rule } from '../../src/rules/index';
import { checkBySchema } from '../../src/rules/option-schema';

const message = buildMessage({ messageClass: 'IPM.Note' });
const seen: object[] = [];
const messages = {};
const defaults = { days: 7, names: ['Bob'], deep: { one: 1 } };
const rule = defineRule({
  meta: { id: 'own', title: 'own', severity: 'info', messages, schema: {}, defaultOptions: defaults },
  check(_, { options }) {
    seen.push(options);
    return judged('it', []);
  },
  checkEvidence(_, { options }) {
    seen.push(options);
    return judged('it', []);
  },
});
const without = defineRule({
  meta: { id: 'without', title: 'without', severity: 'info', messages },
  check(_, { options }) {
    seen.push(options);
    return judged('it', []);
  },
});

function optionsSeen(options?: Record<string, object>, rules: readonly Rule[] = [rule]): object {
  diagnose(message, { rules, options });
  return seen.at(-1)!;
}

describe('a rule is given its options', () => {
  test('as they are, and its defaults where they say nothing', () => {
    expect(optionsSeen()).toEqual(defaults);
    expect(optionsSeen({})).toEqual(defaults);
    expect(optionsSeen({ own: { days: 1 } })).toEqual({ ...defaults, days: 1 });
    expect(optionsSeen({ own: { days: undefined, names: [] } })).toEqual({ ...defaults, names: [] });
    expect(optionsSeen({ own: { deep: { two: 2 } } })).toEqual({ ...defaults, deep: { two: 2 } });
    expect(optionsSeen(undefined, [without])).toEqual({});
    expect(optionsSeen({ own: undefined as never }, [without, rule])).toEqual(defaults);
  });

  test('frozen to their depth, and nobody’s own', () => {
    const given = { own: { names: ['Eve'] } };
    const options = optionsSeen(given) as typeof defaults;
    expect(() => options.names.push('Ann')).toThrow(TypeError);
    expect(() => (options.days = 5)).toThrow(TypeError);
    expect(() => (options.deep.one = 5)).toThrow(TypeError);
    given.own.names.push('Ann');
    defaults.deep.one = 1;
    expect(options.names).toEqual(['Eve']);
  });

  test('by check, and where it judges evidence', async () => {
    const ndr = { kind: 'ndr', statuses: [] } as never;
    diagnoseEvidence(ndr, { rules: [rule], options: { own: { days: 2 } } });
    expect(seen.at(-1)).toMatchObject({ days: 2 });
    const bytes = buildMsg({ messageClass: 'IPM.Note' });
    await expect(check(bytes, { options: { own: {} } })).rejects.toThrow(
      'There is no rule "own" among the rules of diagnose, which options names',
    );
    await check(bytes, { preset: 'all', options: { 'recipient-address': { addressTypes: ['FAX'] } } });
  });

  test('by the id that a plugin gives it', () => {
    const [own] = rulesOf({ rules: { first: rule } }, 'house');
    expect(optionsSeen({ 'house/first': { days: 3 } }, [own!])).toMatchObject({ days: 3 });
  });
});

test.each<[object, string]>([
  [{ onw: {} }, 'There is no rule "onw" among the rules of diagnose, which options names; did you mean own?'],
  [{ without: {} }, 'The options of "without" are none: it takes no options'],
  [{ own: 5 }, 'The options of "own" of diagnose must be an object, not 5'],
  [{ own: [] }, 'The options of "own" of diagnose must be an object, not []'],
])('options that make no sense are refused: %j', (options, words) => {
  expect(() => optionsSeen(options as never, [rule, without])).toThrow(new TypeError(words));
});

describe('rules of this library', () => {
  test('with options have a schema, defaults that it takes, a check of their own and a table in their page', () => {
    const some = allRules.filter(({ meta }) => meta.schema !== undefined);
    expect(some.map(({ meta }) => meta.id)).toEqual(['recipient-address', 'response-time-implausible']);
    for (const { meta, checkOptions } of some) {
      expect(() => checkOptions?.(meta.defaultOptions as object)).not.toThrow();
      expect(() => checkOptions?.({ nonesuch: 1 })).toThrow(
        `There is no option nonesuch of the rule ${meta.id}`,
      );
      const page = readFileSync(new URL(`../../${meta.reference}`, import.meta.url), 'utf8');
      const { properties } = meta.schema as { readonly properties: object };
      for (const name of Object.keys(properties)) expect(page).toContain(`| ${name} |`);
      expect(Object.keys(properties)).toEqual(Object.keys(meta.defaultOptions as object));
    }
  });

  test('recipient-address: types that are delivered here', () => {
    const meeting = buildMessage({
      messageClass: 'IPM.Appointment',
      recipients: [{ displayName: 'Bob', addressType: 'fax', emailAddress: '123' }],
    });
    const codes = (options?: object): string[] =>
      diagnose(meeting, {
        rules: [recipientAddress],
        ...(options && { options: { 'recipient-address': options } }),
      }).findings.map(({ code }) => code);
    expect(codes()).toEqual(['address-type-unusual']);
    expect(codes({ addressTypes: ['NOTES'] })).toEqual(['address-type-unusual']);
    expect(codes({ addressTypes: ['NOTES', ' Fax'] })).toEqual([]);
    expect(() => codes({ addressTypes: 'FAX' })).toThrow(
      'addressTypes of the rule recipient-address must be a list',
    );
    expect(() => codes({ addressTypes: [''] })).toThrow('addressTypes[0] of the rule recipient-address');
  });

  test('response-time-implausible: how wrong clocks may be', () => {
    const meeting = buildMessage({
      messageClass: 'IPM.Appointment',
      messageDeliveryTime: '2004-03-10T12:00Z',
      creationTime: '2004-03-10T12:00Z',
      clientSubmitTime: '2004-03-10T12:00Z',
      recipients: [
        { displayName: 'Bob', trackStatus: 'accepted', trackStatusTime: '2004-03-10T00:00Z' },
        { displayName: 'Eve', trackStatus: 'accepted', trackStatusTime: '2004-03-20T00:00Z' },
      ],
    });
    const codes = (hours?: unknown): string[] =>
      diagnose(meeting, {
        rules: [responseTimeImplausible],
        now: new Date('2004-03-18T00:00Z'),
        ...(hours !== undefined && { options: { 'response-time-implausible': { toleranceHours: hours } } }),
      }).findings.map(({ code }) => code);
    expect(codes()).toEqual(['response-in-future']);
    expect(codes(48)).toEqual([]);
    expect(codes(47)).toEqual(['response-in-future']);
    expect(codes(11)).toEqual(['response-before-item', 'response-in-future']);
    expect(codes(12)).toEqual(['response-in-future']);
    for (const wrong of [-1, 1.5, '24', null, 9000]) expect(() => codes(wrong)).toThrow(TypeError);
  });
});

describe('a schema', () => {
  const looksAt = (schema: object, value: unknown): string => {
    try {
      checkBySchema('the rule x', '', value, schema);
      return 'well';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const inside = (schema: object, value: unknown): string =>
    looksAt({ properties: { a: schema } }, { a: value }).replace(' of the rule x', '');

  test.each<[object, unknown, string]>([
    [{ type: 'string' }, 5, 'The option a must be a text, not 5'],
    [{ type: 'integer' }, 1.5, 'The option a must be a whole number, not 1.5'],
    [{ type: 'number' }, NaN, 'The option a must be a number, not NaN'],
    [{ type: 'boolean' }, 'yes', 'The option a must be true or false, not "yes"'],
    [{ type: ['string', 'null'] }, 5, 'The option a must be a text or null, not 5'],
    [{ type: ['string', 'null'] }, null, 'well'],
    [{ type: 'array' }, {}, 'The option a must be a list, not Object'],
    [{ type: 'array', minItems: 1 }, [], 'The option a must be a list of 1 or more, not []'],
    [{ items: { type: 'string' } }, ['x', 5], 'The option a[1] must be a text, not 5'],
    [{ enum: ['to', 'cc'] }, 'bcc', 'The option a must be one of "to", "cc", not "bcc"'],
    [{ minimum: 1 }, 0, 'The option a must be 1 or more, not 0'],
    [{ maximum: 1 }, 2, 'The option a must be 1 or less, not 2'],
    [{ minLength: 2 }, 'x', 'The option a must be a text of 2 or more characters, not "x"'],
    [{ required: ['b'] }, {}, 'The option a.b is missing'],
    [
      { additionalProperties: false, properties: { name: {} } },
      { nam: 1 },
      'There is no option a.nam; did you mean name?',
    ],
    [{ additionalProperties: { type: 'string' } }, { x: 1 }, 'The option a.x must be a text, not 1'],
    [{ additionalProperties: false, patternProperties: {} }, { x: 1 }, 'well'],
    [{ type: 'duration', format: 'x', oneOf: [] }, 5, 'well'],
  ])('%j of %j', (schema, value, words) => {
    expect(inside(schema, value)).toBe(words);
  });
});
