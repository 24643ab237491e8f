import { asGiven, noSuch } from '../arguments/check';
import { brandOf } from '../arguments/kinds';

/**
 * What is looked at of a JSON Schema: that of a rule's options. What else a schema may say – the command knows all of it –
 * is neither checked nor refused here, where there is no validator.
 */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: unknown;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

const isType: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => brandOf(value) === 'Object',
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};
const quotedList = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(', ');

/** What a rule of this library checks its options by. */
// @__NO_SIDE_EFFECTS__
export function optionsBySchema(rule: string, schema: Schema): (options: object) => void {
  return (options) => {
    checkBySchema(`the rule ${rule}`, '', options, schema);
  };
}

/** Throws a `TypeError` for a value that is not as a schema says; `of`: the rule, in words, `path`: where the value is. */
export function checkBySchema(of: string, path: string, value: unknown, schema: Schema): void {
  const must = expectedBy(value, schema);
  if (must !== undefined)
    throw new TypeError(
      `${path === '' ? 'The options' : `The option ${path}`} of ${of} must be ${must}, not ${asGiven(value)}`,
    );
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items)
      value.forEach((item, index) => {
        checkBySchema(of, `${path}[${index}]`, item, items);
      });
  } else if (brandOf(value) === 'Object') checkMembers(of, path, value as Record<string, unknown>, schema);
}

/** What a value had to be and is not; undefined: it is well, apart from what is in it. */
function expectedBy(value: unknown, schema: Schema): string | undefined {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const isOfType = types.length === 0 || types.some((each) => isType[each]?.(value) ?? true);
  if (!isOfType) return types.map(called).join(' or ');
  if (schema.enum && !schema.enum.includes(value)) return `one of ${quotedList(schema.enum)}`;
  if (typeof value === 'number') return expectedNumber(value, schema);
  return expectedLength(value, schema);
}

function expectedNumber(value: number, { minimum, maximum }: Schema): string | undefined {
  if (minimum !== undefined && value < minimum) return `${minimum} or more`;
  return maximum !== undefined && value > maximum ? `${maximum} or less` : undefined;
}

function expectedLength(value: unknown, { minItems = 0, minLength = 0 }: Schema): string | undefined {
  if (Array.isArray(value) && value.length < minItems) return `a list of ${minItems} or more`;
  const isShort = typeof value === 'string' && value.length < minLength;
  return isShort ? `a text of ${minLength} or more characters` : undefined;
}

function called(type: string): string {
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    string: 'a text',
    integer: 'a whole number',
    boolean: 'true or false',
    null: 'null',
    object: 'an object',
  };
  return words[type] ?? `a ${type}`;
}

function checkMembers(
  of: string,
  path: string,
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
): void {
  const { properties = {}, required = [], additionalProperties, patternProperties } = schema;
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  for (const [name, member] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own) checkBySchema(of, at(name), member, own);
    else if (patternProperties === undefined && additionalProperties === false)
      throw noSuch(`option ${at(name)} of ${of}`, name, Object.keys(properties));
    else if (patternProperties === undefined && typeof additionalProperties === 'object')
      checkBySchema(of, at(name), member, additionalProperties);
  }
  for (const name of required)
    if (!Object.hasOwn(value, name)) throw new TypeError(`The option ${at(name)} of ${of} is missing`);
}
