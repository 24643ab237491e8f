// Enumerations and bit fields that keep what they do not list

/** A number that no specification documents, as lower-case hexadecimal of its unsigned 32 bits: `0x2a`. */
export type Undocumented = `0x${string}`;

/** One row of an enumeration: the number on the wire and MAPI's own label for it. */
type Row = readonly [code: number, label: string];
type Rows = Readonly<Record<string, Row>>;

const labelsKey: unique symbol = Symbol('MAPI labels');

/** Names with their numbers (`TrackStatus.accepted` is 3); `codeOf` and `labelOf` tell the rest. */
export type Enumeration<R extends Rows = Rows> = { readonly [Name in keyof R]: R[Name][0] } & {
  readonly [labelsKey]: ReadonlyMap<number, readonly [name: string, label: string]>;
};

/** The names of an enumeration. */
export type NameOf<E> = Extract<keyof E, string>;

/** Makes an enumeration of rows `name: [number, MAPI's label]`. */
/* @__NO_SIDE_EFFECTS__ */
export function enumeration<const R extends Rows>(rows: R): Enumeration<R> {
  const names = Object.entries(rows).map(([name, [code]]) => [name, code]);
  const labels = new Map(Object.entries(rows).map(([name, [code, label]]) => [code, [name, label]] as const));
  const result = Object.fromEntries(names) as Enumeration<R>;
  return Object.defineProperty(result, labelsKey, { value: labels }); // hidden: the object's own keys are the names
}

/** The name of a number; hexadecimal where it is not documented. */
export function nameOf<E extends Enumeration>(names: E, code: number): NameOf<E> | Undocumented {
  const row = names[labelsKey].get(code);
  return row === undefined ? undocumented(code) : (row[0] as NameOf<E>);
}

/** The number on the wire of a name, documented or not. */
export function codeOf<E extends Enumeration>(names: E, name: NameOf<E> | Undocumented): number {
  return Object.hasOwn(names, name)
    ? ((names as unknown as Record<string, number>)[name] as number)
    : Number(name) | 0;
}

/** MAPI's own label of a name, such as `respAccepted`; undefined for a number that has none. */
export function labelOf<E extends Enumeration>(names: E, name: NameOf<E> | Undocumented): string | undefined {
  return names[labelsKey].get(codeOf(names, name))?.[1];
}

/** The names of the bits that are set, lowest first, and what is left over as one number: `['sendable', '0x240']`. */
export function namesOfBits<E extends Enumeration>(names: E, bits: number): (NameOf<E> | Undocumented)[] {
  const found: (NameOf<E> | Undocumented)[] = [];
  let rest = bits;
  for (const [bit, [name]] of names[labelsKey]) {
    if (bit === 0 || (bits & bit) !== bit) continue;
    found.push(name as NameOf<E>);
    rest &= ~bit;
  }
  if (rest !== 0) found.push(undocumented(rest));
  return found;
}

function undocumented(code: number): Undocumented {
  return `0x${(code >>> 0).toString(16)}`;
}
