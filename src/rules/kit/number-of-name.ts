import { noSuch } from '../../arguments/check';
import type { PropertyKind } from '../../mapi/definitions/property';
import { elementType, isMultiValued, PropertyType } from '../../mapi/values/property-type';

/** The numbers that have names: small ones, and single bits. A kind only tells the name of a number, so they are tried. */
const candidates: readonly number[] = [
  ...Array.from({ length: 256 }, (_, number) => number),
  ...Array.from({ length: 24 }, (_, bit) => 1 << (bit + 8)),
];
const UNDOCUMENTED = /^0x[0-9a-f]{1,8}$/i;

/** A value of a kind in which names stand for numbers, in numbers; any other value as it is. */
export function withNumbers(what: string, kind: PropertyKind<unknown>, value: unknown): unknown {
  const [type = PropertyType.unspecified] = kind.types;
  if (elementType(type) !== PropertyType.integer32) return value;
  if (!isMultiValued(type)) return numberOf(what, kind.convert, value);
  const each = (number: number): unknown => (kind.convert([number]) as readonly unknown[])[0];
  return Array.isArray(value) ? value.map((item) => numberOf(what, each, item)) : value;
}

function numberOf(what: string, convert: (number: number) => unknown, value: unknown): unknown {
  const sample = convert(0);
  if (typeof sample === 'string' && typeof value === 'string') return codeOfName(what, convert, value);
  if (!Array.isArray(sample) || !Array.isArray(value)) return value;
  const nameOfBit = (bit: number): unknown => (convert(bit) as readonly unknown[]).at(-1);
  return value.reduce<number>((bits, name) => bits | codeOfName(what, nameOfBit, String(name)), 0);
}

function codeOfName(what: string, nameOf: (number: number) => unknown, name: string): number {
  if (UNDOCUMENTED.test(name)) return Number(name);
  const code = candidates.find((number) => nameOf(number) === name);
  if (code !== undefined) return code;
  const names = candidates
    .map(nameOf)
    .filter((each): each is string => typeof each === 'string' && !UNDOCUMENTED.test(each));
  throw noSuch(`value ${JSON.stringify(name)} of ${what.replace(/^The /, 'the ')}`, name, names);
}
