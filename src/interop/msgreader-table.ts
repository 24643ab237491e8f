import type { ReportDamage } from '../damage/anomaly';
import { LoadedValues } from '../mapi/rows/loaded-values';
import { ValuePlace } from '../mapi/rows/property-columns';
import type { ExternalValue } from '../mapi/rows/property-columns';
import type { PropertyTable } from '../mapi/rows/property-table';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import type { EncodedValue } from '../mapi/values/property-value';
import { formatTag, idOf, isKnownType, PropertyType, typeOf } from '../mapi/values/property-type';
import type { StoreContext } from '../mapi/rows/store-context';
import { statesSize } from '../msg/stated-size';
import type { MsgReaderNames } from './msgreader-names';
import type { MsgReaderObject, MsgReaderValue } from './msgreader-object';
import { ATTACH_DATA } from '../mapi/definitions/attachment-properties';

/** What is not known of an object: how its properties without streams stand, or the names of some properties. */
interface Gap {
  readonly lacksEntries: boolean;
  readonly lostNames: 'none' | 'sets' | 'some';
}

/** The properties of one object after the other, as the rows of a property table. */
export class MsgReaderTable {
  readonly #builder = new PropertyTableBuilder(0, 1);
  readonly #gaps: Gap[] = [];
  readonly #names: MsgReaderNames;

  constructor(names: MsgReaderNames) {
    this.#names = names;
  }

  add(object: MsgReaderObject, hasStorage: boolean, report: ReportDamage): void {
    const losses = new Set<'set' | 'name' | undefined>();
    for (const [tag, value] of object) {
      losses.add(this.#names.lossOf(idOf(tag)));
      if (typeOf(tag) === PropertyType.object && hasStorage)
        this.#builder.addWithoutValue(tag, 0, ValuePlace.storage);
      else this.#add(tag, value, report);
    }
    this.#builder.endRow();
    const lostNames = losses.has('name') ? 'some' : losses.has('set') ? 'sets' : 'none';
    this.#gaps.push({ lacksEntries: !object.hasEntries, lostNames });
  }

  /** The table; `place` says what a row is called. */
  finish(place: (row: number) => string, context: StoreContext): PropertyTable {
    const gaps = this.#gaps;
    return this.#builder.finish(place, context, {
      isPartial: (row) => gaps[row]?.lacksEntries === true || gaps[row]?.lostNames !== 'none',
      isAbsent: (row) => gaps[row]?.lacksEntries === false,
      isNameAbsent: (row, { name }) =>
        gaps[row]?.lacksEntries === false &&
        (gaps[row].lostNames === 'none' || (gaps[row].lostNames === 'sets' && typeof name === 'number')),
    });
  }

  #add(tag: number, value: MsgReaderValue, report: ReportDamage): void {
    if (!isKnownType(typeOf(tag)))
      report('mapi-type-unknown', `Property ${formatTag(tag)} has a type that does not exist`);
    switch (value.kind) {
      case 'entry':
        if (value.isTwice)
          report('msg-duplicate-property', `Property ${formatTag(tag)} occurs twice; the first counts`);
        this.#builder.addValue(tag, 0, value.bytes, undefined);
        return;
      case 'stream':
        this.#addStream(tag, value.bytes, value.stated, report);
        return;
      case 'items':
        this.#builder.addExternal(tag, 0, new LoadedValues(value.items), undefined);
        return;
      case 'unordered':
        this.#builder.addWithoutValue(tag, 0, ValuePlace.leftOut);
        return;
      case 'missing':
        report('msg-value-stream-missing', `Property ${formatTag(tag)} has no value stream`);
        this.#builder.addWithoutValue(tag, 0, ValuePlace.missing);
    }
  }

  #addStream(tag: number, bytes: Uint8Array, stated: number | undefined, report: ReportDamage): void {
    if (stated !== undefined && !statesSize(stated, bytes.length, typeOf(tag))) {
      const message = `Property ${formatTag(tag)} states ${stated} bytes, but its stream has ${bytes.length}`;
      report('msg-value-size', message);
    }
    if (idOf(tag) === ATTACH_DATA) this.#builder.addExternal(tag, 0, new LeftThere(bytes), undefined);
    else this.#builder.addValue(tag, 0, bytes, undefined);
  }
}

/** The content of an attachment, which stays with the reader. */
class LeftThere implements ExternalValue {
  readonly content = 'left-in-file';
  readonly bytes = new Uint8Array(0);
  readonly #value: Uint8Array;

  constructor(value: Uint8Array) {
    this.#value = value;
  }

  get size(): number {
    return this.#value.length;
  }

  readNow(): EncodedValue {
    return { bytes: this.#value };
  }

  read(): Promise<Uint8Array> {
    return Promise.resolve(this.#value.slice());
  }
}
