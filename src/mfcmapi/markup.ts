/** The elements that hold a value. All others hold elements, each on a line of its own. */
const valueElements = new Set([
  'ExactNames',
  'PartialNames',
  'Name',
  'OtherNames',
  'NamedPropGUID',
  'NamedPropName',
  'Value',
  'AltValue',
  'SmartView',
  'body',
]);

const CDATA = '<![CDATA[';
const CDATA_END = ']]>';
/** As the tool writes them: at the beginning of a line. */
const PROPERTY_END = '\t</property>';
const PROPERTY_START = '\t<property tag';
const LONGEST_NAME = 32;

/** A piece of the markup, in the order of the file; `at` is its first unit. */
export type Markup =
  | {
      readonly kind: 'start' | 'end';
      readonly name: string;
      readonly attributes: string;
      readonly at: number;
    }
  | ({
      readonly kind: 'value';
      readonly name: string;
      readonly attributes: string;
      readonly at: number;
    } & Span)
  /** Text, a tag without end or a value without end: nothing that the tool writes. */
  | { readonly kind: 'stray'; readonly name: string; readonly at: number };

/** Units of the text, the last one excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Takes an export apart. It looks like XML and is none: values are not escaped, so `A & B <x@y.z>`, `]]>` and line breaks
 * stand in them as they are. A value ends where its end tag is followed by another tag, and before its property does. The work is linear in the text:
 * what was looked for in vain is not looked for again.
 */
export class MarkupScanner {
  readonly #units: string;
  #at = 0;
  /** Where each end was found the last time; -1: there is none any more. */
  readonly #found = new Map<string, number>();

  constructor(units: string) {
    this.#units = units;
  }

  /** The next piece; undefined at the end. Declarations and comments are passed over. */
  next(): Markup | undefined {
    for (;;) {
      const at = this.#skipBlanks(this.#at);
      this.#at = at;
      if (at >= this.#units.length) return undefined;
      if (this.#units[at] !== '<') return this.#stray('', at, at + 1);
      const end = this.#units.startsWith('<?', at) ? '?>' : this.#units.startsWith('<!--', at) ? '-->' : '';
      if (end === '') return this.#tag(at);
      const close = this.#find(end, at);
      if (close < 0) return this.#stray('', at, at + 1);
      this.#at = close + end.length;
    }
  }

  #tag(at: number): Markup {
    const isEnd = this.#units[at + 1] === '/';
    const from = at + (isEnd ? 2 : 1);
    const name = this.#name(from);
    const close = name === '' ? -1 : this.#tagEnd(name, from + name.length);
    if (close < 0) return this.#stray(name, at, at + 1);
    const attributes = this.#units.slice(from + name.length, close);
    this.#at = close + 1;
    if (isEnd) return { kind: 'end', name, attributes, at };
    const isOfSeveral = attributeOf(attributes, 'mv') === 'true';
    if (!valueElements.has(name) || isOfSeveral || attributes.endsWith('/'))
      return { kind: 'start', name, attributes, at };
    const span = this.#value(name, close + 1);
    return span === undefined
      ? { kind: 'stray', name, at }
      : { kind: 'value', name, attributes, at, ...span };
  }

  #name(from: number): string {
    let to = from;
    while (to < from + LONGEST_NAME && /^[A-Za-z]$/.test(this.#units[to] ?? '')) to++;
    return this.#units.slice(from, to);
  }

  /**
   * The `>` that ends a tag. QUIRK: the name of a file stands unescaped in the tag of an attachment, `>` and quotes with it,
   * so that tag ends with its line.
   */
  #tagEnd(name: string, from: number): number {
    let close = this.#find('>', from);
    while (name === 'attachment' && close >= 0 && !this.#isFollowedByTag(close + 1))
      close = this.#find('>', close + 1);
    return close;
  }

  /** What stands between the tags of a value; undefined if it has no end. */
  #value(name: string, from: number): Span | undefined {
    const isWrapped = this.#units.startsWith(CDATA, from);
    const start = isWrapped ? from + CDATA.length : from;
    const end = `${isWrapped ? CDATA_END : ''}</${name}>`;
    let close = this.#find(end, start);
    while (close >= 0 && !this.#isFollowedByTag(close + end.length)) close = this.#find(end, close + 1);
    if (close < 0 || (name !== 'body' && this.#leavesProperty(start, close))) return undefined;
    this.#at = close + end.length;
    return { from: start, to: close };
  }

  /**
   * Whether a property ends or begins between two places: then the end of a value before it is lost, and that of another
   * found.
   */
  #leavesProperty(from: number, to: number): boolean {
    return [PROPERTY_END, PROPERTY_START].some((border) => {
      const found = this.#find(border, from);
      return found >= 0 && found < to;
    });
  }

  #isFollowedByTag(at: number): boolean {
    const next = this.#skipBlanks(at);
    return next >= this.#units.length || this.#units[next] === '<';
  }

  #stray(name: string, at: number, from: number): Markup {
    const next = this.#find('<', from);
    this.#at = next < 0 ? this.#units.length : next;
    return { kind: 'stray', name, at };
  }

  #skipBlanks(from: number): number {
    let at = from;
    while (at < this.#units.length && isBlank(this.#units.charCodeAt(at))) at++;
    return at;
  }

  #find(text: string, from: number): number {
    const last = this.#found.get(text);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const found = this.#units.indexOf(text, from);
    this.#found.set(text, found);
    return found;
  }
}

/** The value of an attribute of a tag, with or without blanks around `=`; undefined if there is none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && !isBlank(attributes.charCodeAt(at - 1))) continue;
    const [opening] = /^ ?= ?"/.exec(attributes.slice(at + name.length, at + name.length + 4)) ?? [];
    if (opening === undefined) continue;
    const from = at + name.length + opening.length;
    const to = attributes.indexOf('"', from);
    return to < 0 ? undefined : attributes.slice(from, to);
  }
  return undefined;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff;
}
