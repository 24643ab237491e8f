// Half a surrogate pair is no character: file names and old messages have some, and readers of JSON refuse them or put
// something else in their place. They are written `\u{DCFF}`, and beside the text is what leads back to it.

const half = /\p{Cs}/gu;
/** Bytes of a file name that are no UTF-8, each as U+DC80 to U+DCFF. */
const onlyBytes = /^[^\ud800-\udc7f\udd00-\udfff]*$/u;
const FIRST_BYTE = 0xdc00;

/** A tree of JSON without halves; every object on top has in `illFormed` what the texts in it were, by JSON Pointer. */
export function wellFormed(tree: unknown): unknown {
  return Array.isArray(tree) ? tree.map(withPointers) : withPointers(tree);
}

/** A tree of JSON without halves, where a form has no room for what they were. */
export function withoutHalves(tree: unknown): unknown {
  return copied(tree, '', undefined);
}

/** Code units of UTF-16 by JSON Pointer (RFC 6901), in hexadecimal. */
type Originals = Record<string, string>;

function withPointers(tree: unknown): unknown {
  const originals: Originals = {};
  const copy = copied(tree, '', originals);
  const isWhole = Object.keys(originals).length === 0 || typeof copy !== 'object';
  return isWhole ? copy : { ...copy, illFormed: originals };
}

function copied(tree: unknown, pointer: string, originals: Originals | undefined): unknown {
  if (typeof tree === 'string') return textOfHalves(tree, pointer, originals);
  if (Array.isArray(tree)) return tree.map((item, at) => copied(item, `${pointer}/${at}`, originals));
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).flatMap(([key, value]) => memberOf(key, value, pointer, originals));
  return Object.fromEntries(entries);
}

function memberOf(
  key: string,
  value: unknown,
  pointer: string,
  originals: Originals | undefined,
): [key: string, value: unknown][] {
  const name = shown(key);
  const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const bytes = key === 'path' && originals !== undefined ? bytesOfPath(value) : undefined;
  if (bytes === undefined) return [[name, copied(value, place, originals)]];
  return [
    [name, withoutHalves(value)],
    ['pathBytes', bytes],
  ];
}

function textOfHalves(text: string, pointer: string, originals: Originals | undefined): string {
  const copy = shown(text);
  if (copy !== text && originals !== undefined) originals[pointer] = unitsOf(text);
  return copy;
}

function shown(text: string): string {
  return text.replace(half, (unit) => `\\u{${hexadecimal(unit.charCodeAt(0)).toUpperCase()}}`);
}

function unitsOf(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    hexadecimal(text.charCodeAt(at)).padStart(4, '0'),
  ).join('');
}

/** The bytes by which a file system knows a path that is no UTF-8, in hexadecimal; undefined: it has none of those. */
function bytesOfPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || shown(path) === path || !onlyBytes.test(path)) return undefined;
  return Array.from(path, (character) => bytesOfCharacter(character).join('')).join('');
}

/** The bytes of a character of a path in hexadecimal; of an escaped byte, that byte. */
export function bytesOfCharacter(character: string): string[] {
  const code = character.codePointAt(0) ?? 0;
  const isByte = code >= FIRST_BYTE + 0x80 && code <= FIRST_BYTE + 0xff;
  const bytes = isByte ? [code - FIRST_BYTE] : [...new TextEncoder().encode(character)];
  return bytes.map((byte) => hexadecimal(byte).padStart(2, '0'));
}

function hexadecimal(number: number): string {
  return number.toString(16);
}
