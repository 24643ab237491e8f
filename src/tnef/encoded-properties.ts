import type { ReportDamage } from '../damage/anomaly';
import { EndOfBytes } from '../bytes/byte-reader';
import type { RangeReader } from '../bytes/range-reader';
import { decodeGuid, GUID_LENGTH } from '../mapi/values/guid';
import type { PropertyName } from '../mapi/values/named-property';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { FIRST_NAMED_ID, formatTag, propertyTag } from '../mapi/values/property-type';
import { SeenTags } from '../mapi/rows/seen-tags';
import { decodeUtf16 } from '../mapi/values/utf16';
import { UnknownType, EncodedValues } from './encoded-value';
import type { MessageNames } from './message-names';
import type { ValueRange } from './multiple-values';
import type { TnefFile } from './attribute-stream';
import { reportUncounted } from './uncounted-bytes';

// [MS-OXTNEF] 2.1.3.4: encapsulated properties

const NameKind = { lid: 0, string: 1 } as const;
const PADDED_TO = 4;
/** [MS-OXPROPS] allows 254 characters; this is generous. */
const MAX_NAME_BYTES = 2048;

/** A name that cannot be read, so that nobody knows where its property goes on. */
class UnreadableName extends Error {}

/** What came of a list of properties. */
export interface ReadProperties {
  /** Whether all of it was read, and what follows it can be. */
  readonly isWhole: boolean;
  /** Where the stream of the embedded message lies, if a value was one. */
  readonly embedded: ValueRange | undefined;
}

/** A counted list of properties while it is read into the row of a table. */
export class EncodedProperties {
  readonly #reader: RangeReader;
  readonly #names: MessageNames;
  readonly #report: ReportDamage;
  readonly #values: EncodedValues;
  readonly #seen = new SeenTags();
  #count = 0;

  constructor(
    file: TnefFile,
    reader: RangeReader,
    table: PropertyTableBuilder,
    names: MessageNames,
    report: ReportDamage,
  ) {
    this.#reader = reader;
    this.#names = names;
    this.#report = report;
    this.#values = new EncodedValues(file, reader, table, report);
  }

  /** Reads the list; of a damaged one as far as it goes. The row is not ended. */
  read(): ReadProperties {
    const isWhole = this.#readList();
    return { isWhole, embedded: this.#values.embedded };
  }

  /** Reads a list that fills its attribute: what follows it there was not counted. */
  readAll(): ReadProperties {
    const read = this.read();
    if (read.isWhole)
      reportUncounted(
        this.#reader,
        'tnef-properties-uncounted',
        `List counts ${this.#count} properties`,
        this.#report,
      );
    return read;
  }

  #readList(): boolean {
    let count: number | undefined;
    let done = 0;
    let offset = this.#reader.position;
    try {
      count = this.#reader.u32();
      this.#count = count;
      for (; done < count; done++) {
        offset = this.#reader.position;
        this.#readProperty();
      }
      return true;
    } catch (error) {
      const why = reasonFor(error);
      const subject = `List counts ${count ?? 'no'} properties`;
      this.#report('tnef-properties-lost', `${subject}, ${done} were read: ${why}`, { offset });
      return false;
    }
  }

  #readProperty(): void {
    const type = this.#reader.u16();
    const id = this.#reader.u16();
    const name = id < FIRST_NAMED_ID ? undefined : this.#readName();
    const ownId = name === undefined ? id : this.#names.identify(name);
    if (ownId === undefined) throw new UnreadableName();
    const tag = propertyTag(ownId, type);
    this.#values.read(tag);
    if (this.#seen.add(tag)) return;
    // QUIRK: [MS-OXTNEF] 2.1.3.4 does not speak of a tag that occurs twice; Exchange writes PidTagSendRichInfo for
    // each of two senders (`ukr.eml_part2.dat` of MimeKit)
    this.#report('tnef-duplicate-property', `Property ${formatTag(tag)} occurs twice; the first counts`);
  }

  #readName(): PropertyName {
    const reader = this.#reader;
    const set = decodeGuid(reader.view(GUID_LENGTH));
    const kind = reader.u32();
    if (kind === NameKind.lid) return { set, name: reader.u32() };
    if (kind !== NameKind.string) throw new UnreadableName();
    const length = reader.u32();
    if (length > MAX_NAME_BYTES) throw new UnreadableName();
    const text = decodeUtf16(reader.view(length));
    if (text === undefined) throw new UnreadableName();
    reader.skip(-length & (PADDED_TO - 1));
    return { set, name: text.endsWith('\0') ? text.slice(0, -1) : text };
  }
}

function reasonFor(error: unknown): string {
  if (error instanceof EndOfBytes) return 'the next one ends after the attribute';
  if (error instanceof UnknownType) return 'the next one has a type of unknown length';
  if (error instanceof UnreadableName) return 'the next one has a name that cannot be read';
  throw error;
}
