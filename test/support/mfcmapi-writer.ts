// Writes the XML that MFCMAPI exports, from the descriptions that msg-writer.ts takes.

import iconv from 'iconv-lite';
import { utf16 } from './encoded-names';
import type { WrittenMessage, WrittenProperty, WrittenValue } from './msg-writer';

export interface XmlOptions {
  /** How elements are called and values written. Default `current`. */
  readonly dialect?: '2012' | 'current';
  /** Default: `ansi` of 2012, else `utf-16le`. */
  readonly encoding?: 'ansi' | 'utf-8' | 'utf-16le';
  /** Whether the file begins with a byte order mark. Default: of UTF-16 only. */
  readonly hasMark?: boolean;
  /** The code page of an ANSI file, and of 8-bit strings. Default 1252. */
  readonly codePage?: number;
  /** The tags of columns that tables have beside those of their rows. Default: what recipient tables usually have. */
  readonly columns?: readonly number[];
  /** The identifiers of columns that were left out. */
  readonly without?: readonly number[];
  /** Leaves out the second form of every value. */
  readonly isWithoutAlternatives?: boolean;
}

/** What MFCMAPI's view of a recipient table asks for. */
const usualColumns: readonly number[] = [
  0x0c150003, 0x0ffe0003, 0x3001001f, 0x3002001f, 0x3003001f, 0x39fe001f, 0x5ffb0040, 0x5ffd0003, 0x5fff0003,
];
const NOT_FOUND = 0x8004010f;
const errorNames: Readonly<Record<number, string>> = {
  0x8004010f: 'MAPI_E_NOT_FOUND',
  0x8007000e: 'MAPI_E_NOT_ENOUGH_MEMORY',
  0x80004005: 'MAPI_E_CALL_FAILED',
};
const typeNames: Readonly<Record<number, string>> = {
  0x0001: 'PT_NULL',
  0x0002: 'PT_I2',
  0x0003: 'PT_LONG',
  0x0004: 'PT_R4',
  0x0005: 'PT_DOUBLE',
  0x0006: 'PT_CURRENCY',
  0x0007: 'PT_APPTIME',
  0x000a: 'PT_ERROR',
  0x000b: 'PT_BOOLEAN',
  0x000d: 'PT_OBJECT',
  0x0014: 'PT_I8',
  0x001e: 'PT_STRING8',
  0x001f: 'PT_UNICODE',
  0x0040: 'PT_SYSTIME',
  0x0048: 'PT_CLSID',
  0x0102: 'PT_BINARY',
};

/** A message with its tables: "Save message to file, XML". */
export function writeMessageXml(message: WrittenMessage, options: XmlOptions = {}): Uint8Array {
  const writer = new XmlWriter(options);
  return encode(`<message>\n${writer.message(message)}</message>\n`, options);
}

/** A recipient table: "Export table". */
export function writeTableXml(message: WrittenMessage, options: XmlOptions = {}): Uint8Array {
  return writeRowsXml(message.recipients ?? [], { columns: usualColumns, ...options });
}

/** Any table, whose rows are numbered anew after each twenty. */
export function writeRowsXml(
  rows: readonly (readonly WrittenProperty[])[],
  options: XmlOptions = {},
): Uint8Array {
  const writer = new XmlWriter({ columns: [], ...options });
  const lines = writer
    .rows(rows)
    .map((row, index) => `<row index = "${hex(index % 20)}">\n${row}</row>\n`)
    .join('');
  return encode(`<table>\n${lines}</table>\n`, options);
}

/** The property pane of one object: "Save properties". */
export function writePaneXml(properties: readonly WrittenProperty[], options: XmlOptions = {}): Uint8Array {
  const writer = new XmlWriter(options);
  const isOld = options.dialect === '2012';
  const [open, close] = isOld
    ? ['<propertypane>', '</propertypane>']
    : ['<properties listtype="propertypane">', '</properties>'];
  return encode(`${open}\n${writer.properties(properties)}${close}`, options);
}

/** A markup that is written as it is, in one of the encodings. */
export function encode(
  markup: string,
  { dialect, encoding, hasMark, codePage = 1252 }: XmlOptions,
): Uint8Array {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\n${markup}`.replaceAll('\n', '\r\n');
  const chosen = encoding ?? (dialect === '2012' ? 'ansi' : 'utf-16le');
  if (chosen === 'ansi') return new Uint8Array(iconv.encode(text, `cp${codePage}`));
  const marked = (hasMark ?? chosen === 'utf-16le') ? `\ufeff${text}` : text;
  return chosen === 'utf-8' ? new TextEncoder().encode(marked) : utf16(marked);
}

class XmlWriter {
  readonly #options: XmlOptions;
  readonly #isOld: boolean;
  readonly #names: (readonly [set: string, name: number | string])[] = [];

  constructor(options: XmlOptions) {
    this.#options = options;
    this.#isOld = options.dialect === '2012';
  }

  message({ properties, recipients = [], attachments = [] }: WrittenMessage): string {
    const summary = properties.filter(({ id }) => id === 0x001a || id === 0x0037);
    const rows = this.rows(recipients).map(
      (row, index) => `<recipient num="${hex(index)}">\n${row}</recipient>\n`,
    );
    const parts = attachments.map(
      ({ properties: own, message }, index) =>
        `<attachment num="${hex(index)}" filename="a "b" > c & d.txt">\n\t<tableprops>\n${this.properties(own.slice(0, 1))}` +
        `\t</tableprops>\n\t<getprops>\n${this.properties(own)}\t</getprops>\n</attachment>\n` +
        (message === undefined ? '' : `<embeddedmessage path="C:\\x-Attach${index}.xml"/>\n`),
    );
    return (
      `<properties listtype="summary">\n${this.properties(summary)}</properties>\n` +
      `<body property="PR_BODY">\n<![CDATA[if a < b & c ]]> d </body>e</property>\n]]></body>\n` +
      `<properties listtype="FullPropList">\n${this.properties(properties)}</properties>\n` +
      `<recipients>\n${rows.join('')}</recipients>\n<attachments>\n${parts.join('')}</attachments>\n`
    );
  }

  /** Rows with the columns of all of them: what one does not have is an error there. */
  rows(rows: readonly (readonly WrittenProperty[])[]): string[] {
    const { columns = usualColumns, without = [] } = this.#options;
    const ids = new Map(columns.map((tag) => [tag >>> 16, tag]));
    for (const row of rows) for (const { id, type } of row) ids.set(this.#idOf(id), type);
    return rows.map((row) => {
      const own = new Set(row.map(({ id }) => this.#idOf(id)));
      const missing = [...ids.keys()].filter((id) => !own.has(id));
      const cells = [...row, ...missing.map((id) => ({ id, type: 0x000a, value: NOT_FOUND }))];
      return this.properties(cells.filter(({ id }) => !without.includes(this.#idOf(id))));
    });
  }

  properties(properties: readonly WrittenProperty[]): string {
    return properties
      .map((property) => ({ property, tag: ((this.#idOf(property.id) << 16) | property.type) >>> 0 }))
      .sort((a, b) => a.tag - b.tag)
      .map(({ property, tag }) => this.#property(tag, property))
      .join('');
  }

  #idOf(id: WrittenProperty['id']): number {
    if (typeof id === 'number') return id;
    const [set, name] = id;
    const known = this.#names.findIndex(([s, n]) => s === set && n === name);
    return 0x8000 + (known >= 0 ? known : this.#names.push(id) - 1);
  }

  #property(tag: number, { id, type, value }: WrittenProperty): string {
    const isSeveral = (type & 0x1000) !== 0;
    const typeName = `${isSeveral ? 'PT_MV_' : ''}${(typeNames[type & ~0x1000] ?? '0x').slice(isSeveral ? 3 : 0)}`;
    const names = this.#isOld ? ['ExactNames', 'PartialNames'] : ['Name', 'OtherNames'];
    return (
      `\t<property tag = "${hex(tag)}" type = "${typeName}"${this.#isOld ? '' : ' '}>\n` +
      `\t\t<${names[0]}>PR_SOMETHING</${names[0]}>\n\t\t<${names[1]}>PR_A, PR_B</${names[1]}>\n` +
      this.#name(id) +
      (isSeveral
        ? this.#several(type & ~0x1000, value as readonly WrittenValue[])
        : this.#single(type, value)) +
      `\t\t<SmartView><![CDATA[Flags: a & b < c ]]> d\n</Value>\n e]]></SmartView>\n` +
      '\t</property>\n'
    );
  }

  #name(id: WrittenProperty['id']): string {
    if (typeof id === 'number') return '';
    const [set, name] = id;
    const shown =
      typeof name === 'number'
        ? `id: 0x${name.toString(16).toUpperCase().padStart(4, '0')}=${name} = dispid`
        : `sz: "${name}"`;
    return `\t\t<NamedPropGUID>{${set}} = PSETID_Some</NamedPropGUID>\n\t\t<NamedPropName>${shown}</NamedPropName>\n`;
  }

  #single(type: number, value: WrittenValue): string {
    const [shown, alternative] = this.#shown(type, value);
    const isText = type === 0x001e || type === 0x001f;
    return (
      this.#element('Value', shown, isText) +
      (this.#options.isWithoutAlternatives === true
        ? ''
        : this.#element('AltValue', alternative, type === 0x0102))
    );
  }

  #several(type: number, values: readonly WrittenValue[]): string {
    const shown = values.map((value) => this.#shown(type, value));
    const isText = type === 0x001e || type === 0x001f;
    if (!this.#isOld) {
      const rows = shown.map(
        ([text]) =>
          `\t\t\t<row>\n${this.#element('Value', text, isText)}${this.#element('AltValue', text, isText)}\t\t\t</row>\n`,
      );
      return `\t\t<Value mv="true" count="${values.length}">\n${rows.join('')}\t\t</Value>\n`;
    }
    const line = (index: 0 | 1): string =>
      `${values.length}: ${shown.map((each) => plain(each[index])).join('; ')}`;
    return this.#element('Value', line(0), isText) + this.#element('AltValue', line(1), type === 0x0102);
  }

  #element(name: string, shown: Shown, isWrapped: boolean): string {
    const { text, attribute = '' } = typeof shown === 'string' ? { text: shown } : shown;
    const inner = this.#isOld ? plain(shown) : text;
    if (inner === '') return '';
    const scrubbed = inner.replaceAll('\r', '');
    const open = `\t\t<${name}${this.#isOld ? '' : attribute}>`;
    return `${open}${isWrapped ? `<![CDATA[${scrubbed}]]>` : scrubbed}</${name}>\n`;
  }

  /** The value and its alternative. */
  #shown(type: number, value: WrittenValue): readonly [Shown, Shown] {
    const isText = type === 0x001e || type === 0x001f;
    if (isText && value instanceof Uint8Array) return [dots(value), bytes(value)];
    if (type !== 0x001e) return shownForms[type]?.(value) ?? [unshown(type, value), ''];
    const encoded = iconv.encode(value as string, `cp${this.#options.codePage ?? 1252}`);
    return [value as string, bytes(new Uint8Array(encoded))];
  }
}

const shownForms: Readonly<Record<number, (value: WrittenValue) => readonly [Shown, Shown]>> = {
  0x0002: integer,
  0x0003: integer,
  0x0006: (value) => [currency(value as bigint), halves(value as bigint)],
  0x0014: (value) => [halves(value as bigint), String(value)],
  0x000a: (value) => [error(Number(value) >>> 0), ''],
  0x000b: (value) => [value === true || value === 1 ? 'True' : 'False', ''],
  0x0040: (value) => [localTime(value as bigint), fileTime(value as bigint)],
  0x0048: (value) => [`{${value as string}} = Unknown GUID`, ''],
  0x001f: (value) => [value as string, bytes(utf16(value as string))],
  0x0102: (value) => [bytes(value as Uint8Array, true), dots(value as Uint8Array)],
};

/** As the tool shows a moment in the United States, in a zone of UTC. */
function localTime(ticks: bigint): string {
  const date = new Date(Number(ticks / 10_000n - 11_644_473_600_000n));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return 'Invalid systime';
  const [day, time] = date.toISOString().split(/[TZ]/);
  const [year, month, dayOfMonth] = (day ?? '').split('-').map(Number);
  return `${time} ${month}/${dayOfMonth}/${year}`;
}

function integer(value: WrittenValue): readonly [Shown, Shown] {
  return [String(value), `0x${(Number(value) >>> 0).toString(16).toUpperCase()}`];
}

function unshown(type: number, value: WrittenValue): string {
  return type === 0x000d ? 'Object' : value === null ? '' : Number(value).toFixed(6);
}

/** Text, or text whose number of bytes or error code was written before it once and is an attribute now. */
type Shown = string | { readonly text: string; readonly attribute: string; readonly plain: string };

function plain(shown: Shown): string {
  return typeof shown === 'string' ? shown : shown.plain;
}

function bytes(value: Uint8Array, isShownEmpty = false): Shown {
  if (value.length === 0 && !isShownEmpty) return '';
  const digits = value.length === 0 ? 'NULL' : Buffer.from(value).toString('hex').toUpperCase();
  return { text: digits, attribute: ` cb="${value.length}"`, plain: `cb: ${value.length} lpb: ${digits}` };
}

function error(code: number): Shown {
  const text = errorNames[code] ?? `0x${code.toString(16)}`;
  return { text, attribute: ` err="${hex(code)}"`, plain: `Err:${hex(code)}=${text}` };
}

function dots(value: Uint8Array): string {
  return Array.from(value, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(
    '',
  );
}

function currency(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

function halves(value: bigint): string {
  const unsigned = BigInt.asUintN(64, value);
  return `${hex(Number(unsigned >> 32n))}:${hex(Number(unsigned & 0xffffffffn))}`;
}

function fileTime(value: bigint): string {
  return `Low: ${hex(Number(value & 0xffffffffn))} High: ${hex(Number(value >> 32n))}`;
}

function hex(number: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(8, '0')}`;
}
