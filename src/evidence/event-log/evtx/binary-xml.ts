import { ByteReader } from '../../../bytes/byte-reader';
import { decodeUnits } from '../../../mapi/values/utf16';
import { TOKEN_STEPS, UnreadableRecord } from './evtx-chunk';
import type { EvtxChunk } from './evtx-chunk';
import type { SubstitutedValue, Substitution, TemplateInstance, XmlPart } from './binary-xml-parts';

// Binary XML of .evtx logs: tokens of elements, attributes and texts. [MS-EVEN6] 2.2.12 describes what is sent over a
// wire; in a file names and templates are offsets into the chunk.

const Token = {
  end: 0,
  openElement: 1,
  closeStart: 2,
  closeEmpty: 3,
  endElement: 4,
  value: 5,
  attribute: 6,
  cdata: 7,
  characterReference: 8,
  entityReference: 9,
  instructionTarget: 10,
  instructionData: 11,
  templateInstance: 12,
  substitution: 13,
  optionalSubstitution: 14,
  fragmentHeader: 15,
} as const;

/** Set where attributes, or more parts of a value, follow. */
const MORE = 0x40;
const STRING = 1;
/** Elements within elements; events have five. */
const DEEPEST = 32;
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

interface OpenElement {
  readonly name: string;
  readonly attributes: Map<string, XmlPart[]>;
  readonly parts: XmlPart[];
}

/** Reads a fragment that begins at `start` and ends before `end`, or at its end token. */
export function readFragment(chunk: EvtxChunk, start: number, end: number): XmlPart[] {
  return new FragmentReader(chunk, start, end, false).read();
}

/** Reads what a template consists of: elements there say what they depend on, and hold no other template. */
export function readTemplate(chunk: EvtxChunk, start: number, end: number): XmlPart[] {
  return new FragmentReader(chunk, start, end, true).read();
}

/** Next template's offset, identifier, and the size of what follows. */
const TEMPLATE_HEADER = 24;

/** Where the content of the template at an offset lies. */
export function templateRange(chunk: EvtxChunk, offset: number): { start: number; end: number } {
  const start = offset + TEMPLATE_HEADER;
  return { start, end: start + new ByteReader(chunk.bytes, start - 4).u32() };
}

class FragmentReader {
  readonly #chunk: EvtxChunk;
  readonly #reader: ByteReader;
  readonly #isTemplate: boolean;
  readonly #open: OpenElement[] = [];
  readonly #content: XmlPart[] = [];
  /** Where the next text goes. */
  #parts: XmlPart[] = this.#content;

  constructor(chunk: EvtxChunk, start: number, end: number, isTemplate: boolean) {
    this.#chunk = chunk;
    this.#reader = new ByteReader(chunk.bytes.subarray(0, end), start);
    this.#isTemplate = isTemplate;
  }

  read(): XmlPart[] {
    while (this.#reader.remaining > 0) {
      this.#chunk.charge(TOKEN_STEPS);
      const token = this.#reader.u8();
      const kind = token & ~MORE;
      if (kind === Token.end) break;
      if (kind <= Token.endElement || kind === Token.attribute) this.#readMarkup(kind, (token & MORE) !== 0);
      else this.#readContent(kind);
    }
    if (this.#open.length > 0) throw new UnreadableRecord();
    return this.#content;
  }

  #readMarkup(kind: number, hasMore: boolean): void {
    if (kind === Token.openElement) {
      this.#openElement(hasMore);
      return;
    }
    const element = this.#open.at(-1);
    if (element === undefined) throw new UnreadableRecord();
    if (kind === Token.attribute) {
      this.#parts = [];
      element.attributes.set(this.#name(), this.#parts);
    } else if (kind === Token.closeStart) {
      this.#parts = element.parts;
    } else {
      this.#open.pop();
      this.#parts = this.#open.at(-1)?.parts ?? this.#content;
    }
  }

  #openElement(hasAttributes: boolean): void {
    if (this.#open.length >= DEEPEST) throw new UnreadableRecord();
    if (this.#isTemplate) this.#reader.skip(2); // the gap that it depends on
    this.#reader.skip(4); // size
    const element: OpenElement = { name: this.#name(), attributes: new Map(), parts: [] };
    if (hasAttributes) this.#reader.skip(4); // size of the attributes
    this.#parts.push(element);
    this.#open.push(element);
    this.#parts = element.parts;
  }

  #readContent(kind: number): void {
    const reader = this.#reader;
    if (kind === Token.fragmentHeader) reader.skip(3);
    else if (kind === Token.templateInstance) this.#parts.push(this.#instance());
    else if (kind === Token.substitution || kind === Token.optionalSubstitution)
      this.#parts.push(this.#substitution());
    else if (kind === Token.instructionTarget) this.#name();
    else if (kind === Token.instructionData) this.#text();
    else this.#parts.push(this.#textOf(kind));
  }

  #textOf(kind: number): string {
    const reader = this.#reader;
    if (kind === Token.value && reader.u8() === STRING) return this.#text();
    if (kind === Token.cdata) return this.#text();
    if (kind === Token.characterReference) return String.fromCharCode(reader.u16());
    const entity = kind === Token.entityReference ? entities.get(this.#name()) : undefined;
    if (entity === undefined) throw new UnreadableRecord();
    return entity;
  }

  #text(): string {
    const units = this.#reader.bytes(this.#reader.u16() * 2);
    this.#chunk.charge(units.length);
    return decodeUnits(units, 0, units.length);
  }

  /** A name, by where it lies: the first that uses it carries it. */
  #name(): string {
    const offset = this.#reader.u32();
    if (offset === this.#reader.position) this.#reader.skip(this.#chunk.nameLength(offset));
    return this.#chunk.nameAt(offset);
  }

  #substitution(): Substitution {
    if (!this.#isTemplate) throw new UnreadableRecord();
    const index = this.#reader.u16();
    this.#reader.skip(1); // the type, which the value says, too
    return { index };
  }

  #instance(): TemplateInstance {
    if (this.#isTemplate) throw new UnreadableRecord(); // so none holds itself
    const reader = this.#reader;
    reader.skip(1); // unknown
    reader.skip(4); // identifier
    const definition = reader.u32();
    if (definition === reader.position) reader.seek(templateRange(this.#chunk, definition).end); // its first use carries it
    return { definition, values: this.#values() };
  }

  #values(): SubstitutedValue[] {
    const reader = this.#reader;
    const count = reader.u32();
    if (count * 4 > reader.remaining) throw new UnreadableRecord();
    let start = reader.position + count * 4;
    const values = Array.from({ length: count }, () => {
      const value = { size: reader.u16(), type: reader.u8(), start };
      reader.skip(1); // zero
      start += value.size;
      return value;
    });
    reader.skip(start - reader.position); // the values themselves, which must be there
    return values;
  }
}
