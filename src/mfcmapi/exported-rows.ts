import { costing } from '../damage/anomaly';
import { quoted } from '../damage/quoted';
import type { ReportDamage } from '../damage/anomaly';
import type { NameTable } from '../mapi/object/name-table';
import { LoadedValues } from '../mapi/rows/loaded-values';
import { nameKey } from '../mapi/values/named-property';
import { ValuePlace } from '../mapi/rows/property-columns';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import {
  FIRST_NAMED_ID,
  formatTag,
  idOf,
  isKnownType,
  propertyTag,
  PropertyType,
  typeOf,
} from '../mapi/values/property-type';
import type { StoreContext } from '../mapi/rows/store-context';
import type { ExportText } from './export-text';
import { exactOf, exportedName } from './exported-property';
import type { ExportedProperty } from './exported-property';
import { MAPI_E_NOT_FOUND, shownError } from './exported-value';
import { isOtherType } from './type-names';
import { contradicts, isOtherError } from './contradictions';

/** MAPI_E_NOT_ENOUGH_MEMORY: the value is too large to be given with the others. */
const NOT_ENOUGH_MEMORY = 0x8007000e;
/** In the type of a column that gives each value of several a row of its own. */
const INSTANCE = 0x3000;

/** Objects of an export, turned into the rows of a property table. */
export class ExportedRows {
  readonly #text: ExportText;
  readonly #names: NameTable;
  readonly #builder: PropertyTableBuilder;
  /** Of each row what it says is not there; undefined: it shows all that is there. */
  readonly #absent: (ReadonlySet<number> | undefined)[] = [];

  constructor(text: ExportText, names: NameTable) {
    this.#text = text;
    this.#names = names;
    this.#builder = new PropertyTableBuilder(text.units.length * 2, 1);
  }

  get rowCount(): number {
    return this.#absent.length;
  }

  /** Adds an object; `isWhole`: what is not among its properties it does not have. */
  add(properties: readonly ExportedProperty[], isWhole: boolean, report: ReportDamage): void {
    const absent = new Set<number>();
    const seen = new Set<number>();
    for (const property of properties) {
      const at = { offset: this.#text.offsetOf(property.at) };
      const located: ReportDamage = (code, message, more) => {
        report(code, `Property ${formatTag(property.tag)} ${message}`, { ...at, ...more });
      };
      if (seen.has(property.tag)) located('mfcmapi-duplicate-property', 'occurs twice; the first counts');
      seen.add(property.tag);
      if (isOtherType(typeOf(property.tag), property.typeName))
        located(
          'mfcmapi-tag',
          `is labeled ${quoted(property.typeName ?? '')}, which disagrees with its tag`,
          {
            loses: 'property',
          },
        );
      this.#addName(property, located);
      this.#addProperty(property, absent, located);
    }
    this.#builder.endRow();
    this.#absent.push(isWhole ? undefined : absent);
  }

  /** The table; `storage` says where in the export each row stands. */
  finish(storage: (row: number) => string, context: StoreContext): PropertyTable {
    const absent = this.#absent;
    return this.#builder.finish(storage, context, {
      isPartial: (row) => absent[row] !== undefined,
      isAbsent: (row, id) => absent[row]?.has(id) ?? true,
    });
  }

  #addProperty(property: ExportedProperty, absent: Set<number>, report: ReportDamage): void {
    const { tag } = property;
    const type = typeOf(tag);
    const error = shownError(this.#text, property);
    if (!property.isWhole) this.#addMalformed(property, 'is damaged', report);
    else if (error !== undefined && isOtherError(this.#text, property, error))
      this.#addMalformed(
        property,
        'has an error number that does not match its error name',
        costing('property', report),
      );
    else if (error !== undefined) this.#addError(property, error, absent);
    else if (type === PropertyType.errorCode)
      this.#addMalformed(property, 'states no error', costing('property', report));
    else if ((type & INSTANCE) === INSTANCE)
      this.#addValue({ ...property, tag: (tag & ~INSTANCE) >>> 0 }, report);
    else if (isKnownType(type)) this.#addValue(property, report);
    else {
      report('mapi-type-unknown', 'has a type that does not exist');
      this.#builder.addWithoutValue(tag, 0, ValuePlace.leftOut);
    }
  }

  #addError({ tag, at }: ExportedProperty, error: number, absent: Set<number>): void {
    if (error === MAPI_E_NOT_FOUND) {
      absent.add(idOf(tag));
    } else if (error === NOT_ENOUGH_MEMORY) {
      this.#builder.addWithoutValue(tag, 0, ValuePlace.leftOut, this.#text.offsetOf(at));
    } else {
      const ofError = propertyTag(idOf(tag), PropertyType.errorCode);
      this.#builder.addInline(ofError, 0, error, 0, this.#text.offsetOf(at));
    }
  }

  #addValue(property: ExportedProperty, report: ReportDamage): void {
    const { tag, at } = property;
    const offset = this.#text.offsetOf(at);
    const exact = exactOf(this.#text, property);
    if (exact === 'left-out') this.#builder.addWithoutValue(tag, 0, ValuePlace.leftOut, offset);
    else if (exact === 'malformed')
      this.#addMalformed(property, 'has a value that does not fit its type', report);
    else if (exact === 'cut') {
      report('mfcmapi-value-cut', 'states more bytes or values than it shows');
      this.#builder.addWithoutValue(tag, 0, ValuePlace.missing, offset);
    } else if (exact instanceof Uint8Array) {
      if (contradicts(this.#text, property, exact))
        report('mfcmapi-value', 'is shown in two forms that disagree');
      this.#builder.addValue(tag, 0, exact, offset);
    } else if ('items' in exact) this.#builder.addExternal(tag, 0, new LoadedValues(exact.items), offset);
    else this.#builder.addValue(propertyTag(idOf(tag), PropertyType.string), 0, exact.unicode, offset);
  }

  #addMalformed({ tag, at }: ExportedProperty, what: string, report: ReportDamage): void {
    report('mfcmapi-value', what);
    this.#builder.addWithoutValue(tag, 0, ValuePlace.missing, this.#text.offsetOf(at));
  }

  /** One object after the other gives the names again; they must be the same. */
  #addName(property: ExportedProperty, report: ReportDamage): void {
    const id = idOf(property.tag);
    const name = id < FIRST_NAMED_ID ? undefined : exportedName(this.#text, property);
    if (name === undefined) return;
    const known = this.#names.nameOf(id);
    if (name === 'malformed') report('mfcmapi-named-property', 'has a name that cannot be read');
    else if (known === undefined) {
      const problem = this.#names.add(id, name);
      if (problem !== undefined) report('mfcmapi-named-property', problem);
    } else if (nameKey(known) !== nameKey(name)) report('mfcmapi-named-property', 'has two names');
  }
}
