import { latin1Text } from '../mapi/values/code-page';

// RFC 5322 2.2: the fields of a header; RFC 2045 5.1, RFC 2231: a field's value and its parameters

/** How much of a header is looked at: what describes a part comes first. */
const LOOKED_AT = 65_536;

/** The fields of a header, by lower-case name; of several with one name the first. */
export type HeaderFields = ReadonlyMap<string, string>;

/** Reads the fields of a header, lines that were folded joined. */
export function readHeaderFields(bytes: Uint8Array): HeaderFields {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of latin1Text(bytes.subarray(0, LOOKED_AT)).split(/\r\n?|\n/)) {
    const colon = line.indexOf(':');
    if (line.startsWith(' ') || line.startsWith('\t')) {
      const before = fields.get(name);
      if (before !== undefined) fields.set(name, `${before} ${line.trim()}`);
    } else if (colon > 0) {
      const next = line.slice(0, colon).trim().toLowerCase();
      name = fields.has(next) ? '' : next; // what is folded behind a second one belongs to nobody
      if (name !== '') fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return fields;
}

/** A field's value, in lower case, and the parameters behind it, by lower-case name. */
export interface ParameterizedValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Takes `multipart/mixed; boundary="b"` apart. Parameters in pieces (`name*0*=`) are joined and decoded. */
export function readParameters(field = ''): ParameterizedValue {
  const [value = '', ...rest] = splitAtSemicolons(field);
  const pieces = new Map<string, string[]>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (equals <= 0) continue;
    const [name = '', ...marks] = part.slice(0, equals).trim().toLowerCase().split('*');
    const isEncoded = marks.at(-1) === '';
    const text = unquoted(part.slice(equals + 1).trim());
    const piece = isEncoded ? percentDecoded(text) : text;
    const before = pieces.get(name);
    if (before === undefined) pieces.set(name, [piece]);
    else before.push(piece);
  }
  const parameters = new Map([...pieces].map(([name, parts]) => [name, parts.join('')]));
  return { value: value.trim().toLowerCase(), parameters };
}

/** The parts between semicolons that stand in no quoted string. */
function splitAtSemicolons(field: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < field.length; at++) {
    const character = field[at];
    if (character === '\\' && isQuoted) at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === ';' && !isQuoted) {
      parts.push(field.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, field.slice(start)];
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  let found = '';
  for (let at = 1; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\') at += 1;
    found += text[at] ?? '';
  }
  return found;
}

/** RFC 2231: `utf-8'en'%E2%82%AC`; a later piece has neither charset nor language. */
function percentDecoded(text: string): string {
  const encoded = text.slice(text.lastIndexOf("'") + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // of another charset than UTF-8: shown as it stands there
  }
}
