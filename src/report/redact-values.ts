import type { Person, Values } from '../rules/rule';
import type { Redacted, Substitute } from '../rules/redacted';
import { valueKind } from '../rules/value-kinds';
import type { ValueKind, ValueKinds } from '../rules/value-kinds';

/** What is asked for each value once, however often it stands in a report. */
export function remembering(substitute: Substitute): Substitute {
  const known = new Map<Redacted, Map<string, string>>();
  return (kind, value) => {
    const ofKind = known.get(kind) ?? new Map<string, string>();
    known.set(kind, ofKind);
    const stands = ofKind.get(value) ?? substitute(kind, value);
    ofKind.set(value, stands);
    return stands;
  };
}

/** Endings of paths that say what a file is; any other may be a part of its name. */
const endings: ReadonlySet<string> = new Set(
  '.msg .oft .pst .ost .eml .emlx .mbox .tnef .dat .xml .ics .evt .evtx .log .txt .csv .json .zip .olm'.split(
    ' ',
  ),
);

/** The ending of a path that may be shown beside what stands for it; empty: there is none. */
export function shownEnding(path: string): string {
  const ending = path.slice(path.lastIndexOf('.')).toLowerCase();
  return path.includes('.') && endings.has(ending) ? ending : '';
}

/** A person with what stands for their name and address; who is called by the address is so still. */
export function redactPerson<P extends Person>(person: P, substitute: Substitute): P {
  const { name, address } = person;
  const isOne = name !== undefined && name === address;
  return {
    ...person,
    ...(name === undefined ? {} : { name: substitute(isOne ? 'address' : 'name', name) }),
    ...(address === undefined ? {} : { address: substitute('address', address) }),
  };
}

/** The values of a statement: figures and terms stay, of all else what stands for it. */
export function redactValues(
  values: Values | undefined,
  kinds: ValueKinds | undefined,
  substitute: Substitute,
): Values | undefined {
  if (values === undefined) return undefined;
  const isOne = values['name'] !== undefined && values['name'] === values['address'];
  const shown = Object.entries(values).map(([name, value]) => {
    const kind = isOne && name === 'name' ? 'address' : valueKind(name, kinds);
    return [name, shownValue(value, kind, substitute)] as const;
  });
  return Object.fromEntries(shown);
}

function shownValue(value: unknown, kind: ValueKind, substitute: Substitute): Values[string] {
  if (value === undefined || typeof value === 'number') return value;
  if (typeof value === 'string') return shownText(value, kind, substitute);
  if (!Array.isArray(value)) return substitute('text', String(value)); // of a rule without a compiler
  return value.map((each: unknown) =>
    typeof each === 'object' && each !== null
      ? listedPerson(each, substitute)
      : String(shownValue(each, kind, substitute)),
  ) as Values[string];
}

/** Somebody in a list: name, address and figures; whatever else a rule may have put there is hidden. */
function listedPerson(each: object, substitute: Substitute): Person {
  const shown = Object.entries(each).map(([name, value]: [string, unknown]) => {
    const kind: ValueKind = name === 'name' || name === 'address' ? name : 'text';
    return [name, name === kind ? value : shownValue(value, kind, substitute)] as const;
  });
  return redactPerson(Object.fromEntries(shown) as Person, substitute);
}

function shownText(text: string, kind: ValueKind, substitute: Substitute): string {
  if (kind === 'term') return text;
  if (typeof kind === 'function') return kind(text, (hidden) => substitute('text', hidden));
  return substitute(kind, text);
}
