import type { ReportDamage } from '../damage/anomaly';
import { elementText, mayHold } from './elements';
import type { ExportText } from './export-text';
import { attributeOf, MarkupScanner } from './markup';
import type { Markup } from './markup';
import { statedTag } from './exported-property';
import type { ExportedProperty } from './exported-property';
import type { ExportedValue, ValueElement } from './exported-value';

/** Hears of the elements of an export that hold others, as they end. */
export interface ExportListener {
  /** An element begins. `parent` is the one around it, empty for the root. */
  readonly begin: (name: string, attributes: string, parent: string, at: number) => void;
  /** It ends with these properties. `isWhole`: with its end tag, and nothing in it was out of place. */
  readonly end: (
    name: string,
    parent: string,
    properties: readonly ExportedProperty[],
    isWhole: boolean,
  ) => void;
}

interface OpenElement {
  readonly name: string;
  readonly properties: ExportedProperty[];
  isWhole: boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A property while it is read. */
type OpenProperty = Mutable<Omit<ExportedProperty, 'rows' | 'isWhole'>> & {
  rows: Mutable<ExportedValue>[] | undefined;
};

/** Puts the markup of an export together, whatever is missing or stands where it should not. */
export class ExportReader {
  readonly #text: ExportText;
  readonly #listener: ExportListener;
  readonly #report: ReportDamage;
  /** What is open; the grammar of the elements bounds its depth. */
  readonly #open: OpenElement[] = [];
  #property: OpenProperty | undefined;
  /** Whether the root has ended. */
  #isOver = false;

  constructor(text: ExportText, listener: ExportListener, report: ReportDamage) {
    this.#text = text;
    this.#listener = listener;
    this.#report = report;
  }

  read(): void {
    const scanner = new MarkupScanner(this.#text.units);
    for (let piece = scanner.next(); piece !== undefined; piece = scanner.next()) this.#take(piece);
    if (this.#isOver) return;
    const length = this.#text.offsetOf(this.#text.units.length);
    const message = `The export ends inside ${this.#parent === '' ? 'its declaration' : `<${this.#parent}>`}`;
    this.#report('mfcmapi-export-cut', message, { offset: length });
    while (this.#open.length > 0) this.#close(false);
  }

  get #parent(): string {
    return this.#open.at(-1)?.name ?? '';
  }

  #take(piece: Markup): void {
    switch (piece.kind) {
      case 'start':
        this.#start(piece.name, piece.attributes, piece.at);
        return;
      case 'end':
        this.#end(piece.name, piece.at);
        return;
      case 'value':
        this.#value(piece.name, piece);
        return;
      case 'stray':
        this.#misplace(piece.name === '' ? 'Text' : elementText(piece.name), piece.at);
    }
  }

  #start(name: string, attributes: string, at: number): void {
    if (this.#isOver || !this.#makeRoomFor(name, at)) {
      this.#misplace(elementText(name), at);
      return;
    }
    const parent = this.#parent;
    if (name === 'property') this.#property = propertyAt(attributes, at);
    else if (name === 'Value') this.#startSeveral(attributes);
    else if (parent === 'Value') this.#property?.rows?.push({ value: undefined, alternative: undefined });
    else this.#listener.begin(name, attributes, parent, at);
    if (!attributes.endsWith('/')) this.#open.push({ name, properties: [], isWhole: true });
  }

  /** Ends elements whose end tags are missing, until one may hold the next; false: none may. */
  #makeRoomFor(name: string, at: number): boolean {
    let depth = this.#open.length;
    while (depth > 0 && !mayHold(this.#open[depth - 1]?.name ?? '', name)) depth--;
    if (depth === 0 && this.#open.length > 0) return false;
    if (depth === 0) return mayHold('', name);
    while (this.#open.length > depth) {
      this.#damage(`${elementText(name)} begins before <${this.#parent}> has ended`, at);
      this.#close(false);
    }
    return true;
  }

  #startSeveral(attributes: string): void {
    if (this.#property === undefined) return;
    const count = Number(attributeOf(attributes, 'count') ?? Number.NaN);
    this.#property.count = Number.isInteger(count) ? count : undefined;
    this.#property.rows ??= [];
  }

  #end(name: string, at: number): void {
    const depth = this.#open.map((element) => element.name).lastIndexOf(name);
    if (depth < 0) {
      this.#misplace(`The end of ${elementText(name)}`, at);
      return;
    }
    while (this.#open.length > depth + 1) {
      this.#damage(`<${name}> ends before <${this.#parent}> has ended`, at);
      this.#close(false);
    }
    this.#close(true);
    this.#isOver = this.#open.length === 0;
  }

  #close(hasEnd: boolean): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    const { name, properties, isWhole } = element;
    if (name === 'property') this.#endProperty(hasEnd, isWhole);
    else if (name !== 'Value' && this.#parent !== 'Value')
      this.#listener.end(name, this.#parent, properties, isWhole && hasEnd);
  }

  /** A property that is cut has lost what would have stood behind, so it says nothing. */
  #endProperty(hasEnd: boolean, isWhole: boolean): void {
    const property = this.#property;
    this.#property = undefined;
    if (property === undefined || !hasEnd) this.#spoil();
    else if (Number.isNaN(property.tag)) {
      const message = 'A <property> has no property tag; it was left out';
      this.#report('mfcmapi-tag', message, { offset: this.#text.offsetOf(property.at) });
      this.#spoil();
    } else this.#open.at(-1)?.properties.push({ ...property, isWhole });
  }

  #value(name: string, element: ValueElement & { readonly at: number }): void {
    const property = this.#property;
    if (property === undefined) {
      if (name !== 'body' || this.#parent !== 'message') this.#misplace(elementText(name), element.at);
      return;
    }
    if (name === 'NamedPropGUID') property.set ??= element;
    else if (name === 'NamedPropName') property.name ??= element;
    else takeExported(this.#parent === 'row' ? property.rows?.at(-1) : property, name, element);
  }

  #misplace(what: string, at: number): void {
    const where = this.#parent === '' ? 'outside the export' : `in <${this.#parent}>`;
    this.#damage(`${what} is ${where}, where it does not belong`, at);
  }

  #damage(message: string, at: number): void {
    this.#report('mfcmapi-structure', message, { offset: this.#text.offsetOf(at) });
    this.#spoil();
  }

  /** What is around the damage may have lost something. */
  #spoil(): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.isWhole = false;
  }
}

function takeExported(shown: Mutable<ExportedValue> | undefined, name: string, element: ValueElement): void {
  if (shown === undefined) return;
  if (name === 'Value') shown.value ??= element;
  else if (name === 'AltValue') shown.alternative ??= element;
}

function propertyAt(attributes: string, at: number): OpenProperty {
  const tag = statedTag(attributes) ?? Number.NaN;
  const typeName = attributeOf(attributes, 'type');
  const nothing = { value: undefined, alternative: undefined, set: undefined, name: undefined };
  return { at, tag, typeName, ...nothing, rows: undefined, count: undefined };
}
