// Enumerations and bit fields that keep what they do not list

/** A number that no specification documents, as unsigned 32 bits in lower-case hexadecimal: `0x2a`. */
export type Undocumented = `0x${string}`;

const UNDOCUMENTED = /^0x[0-9a-f]{1,8}$/i;

/** One row of an enumeration: the number on the wire and MAPI's own label for it. */
type Row = readonly [code: number, label: string];
type Rows = Readonly<Record<string, Row>>;

const rowsKey: unique symbol = Symbol('codes and MAPI labels');

/**
 * An enumeration whose names are their own values: `TrackStatus.accepted` is `'accepted'`. `codeOf` gives the number of
 * a name, and `labelOf` its MAPI label.
 */
export type Enumeration<R extends Rows = Rows> = { readonly [Name in keyof R]: Name } & {
  readonly [rowsKey]: EnumerationRows;
};

/** An enumeration with the given names. */
export type EnumerationOf<Name extends string> = Enumeration & { readonly [Each in Name]: Each };

/** An enumeration both ways, in the order of its rows. */
interface EnumerationRows {
  readonly byName: Rows;
  readonly byCode: ReadonlyMap<number, string>;
}

/** The names in an enumeration, as a type. */
export type NameOf<E> = Extract<keyof E, string>;

/** Makes an enumeration of rows `name: [number, MAPI's label]`. */
/* @__NO_SIDE_EFFECTS__ */
export function enumeration<const R extends Rows>(rows: R): Enumeration<R> {
  const result = Object.fromEntries(Object.keys(rows).map((name) => [name, name])) as Enumeration<R>;
  const byCode = new Map(Object.entries(rows).map(([name, [code]]) => [code, name]));
  return Object.defineProperty(result, rowsKey, { value: { byName: rows, byCode } }); // hidden: the object's own keys are the names
}

/** The name of a number; hexadecimal where it is not documented. */
export function nameOf<E extends Enumeration>(names: E, code: number): NameOf<E> | Undocumented {
  const name = names[rowsKey].byCode.get(code);
  return name === undefined ? undocumented(code) : (name as NameOf<E>);
}

/**
 * The number that is stored for a name, or for an undocumented value such as `0x2a`; undefined if the name is. Throws a
 * `TypeError` for anything else.
 */
export function codeOf<E extends Enumeration>(names: E, name: NameOf<E> | Undocumented): number;
export function codeOf<E extends Enumeration>(
  names: E,
  name: NameOf<E> | Undocumented | undefined,
): number | undefined;
export function codeOf(names: Enumeration, name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const code = rowOf(names, name)?.[0];
  if (code !== undefined) return code;
  if (UNDOCUMENTED.test(name)) return Number(name) | 0;
  throw new TypeError(
    `${JSON.stringify(name)} is not one of ${Object.keys(names).join(', ')}, nor a number such as 0x2a`,
  );
}

/**
 * MAPI's own label for a name, such as `respAccepted`; undefined for an undocumented value, and if the name is
 * undefined.
 */
export function labelOf<E extends Enumeration>(
  names: E,
  name: NameOf<E> | Undocumented | undefined,
): string | undefined {
  if (name === undefined) return undefined;
  const { byCode } = names[rowsKey];
  return rowOf(names, byCode.get(codeOf(names, name)) ?? '')?.[1];
}

/** The names of the bits that are set, lowest first, and what is left over as one number: `['sendable', '0x240']`. */
export function namesOfBits<E extends Enumeration>(names: E, bits: number): (NameOf<E> | Undocumented)[] {
  const found: (NameOf<E> | Undocumented)[] = [];
  let rest = bits;
  for (const [bit, name] of names[rowsKey].byCode) {
    if (bit === 0 || (bits & bit) !== bit) continue;
    found.push(name as NameOf<E>);
    rest &= ~bit;
  }
  if (rest !== 0) found.push(undocumented(rest));
  return found;
}

function rowOf(names: Enumeration, name: string): Row | undefined {
  const { byName } = names[rowsKey];
  return Object.hasOwn(byName, name) ? byName[name] : undefined;
}

function undocumented(code: number): Undocumented {
  return `0x${(code >>> 0).toString(16)}`;
}
