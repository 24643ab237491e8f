import type { ReportDamage } from '../damage/anomaly';
import { EndOfBytes } from '../bytes/byte-reader';
import { idOf, propertyTag, PropertyType, typeOf } from '../mapi/values/property-type';
import { keepingOf } from '../mapi/object/keeping';
import type { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { AttributeId, attributeName } from './attribute';
import type { Attribute } from './attribute';
import { addRange, DeferredRange } from './deferred-range';
import { countedAddress, oneOffAddress } from './legacy-address';
import { date } from './legacy-date';
import {
  binaryAttribute,
  flag,
  hexadecimal,
  long,
  messageClass,
  messageStatus,
  ofLength,
  priority,
  rendering,
  textAttribute,
} from './legacy-values';
import type { LegacyDecoder, LegacyProperty } from './legacy-values';
import type { TnefFile } from './attribute-stream';

const sentRepresenting = [0x0042, 0x0064, 0x0065] as const;
const receivedRepresenting = [0x0044, 0x0077, 0x0078] as const;
const ownerSent = countedAddress(sentRepresenting);
const ownerReceived = countedAddress(receivedRepresenting);

/** The attributes that stand for properties, [MS-OXTNEF] 2.1.3.3; an earlier one counts where two say the same. */
const decoders = new Map<number, LegacyDecoder>([
  [AttributeId.attMessageClass, messageClass(0x001a)],
  [AttributeId.attOriginalMessageClass, messageClass(0x004b)],
  [AttributeId.attOriginalMessageClassAsWritten, messageClass(0x004b)],
  [AttributeId.attSubject, textAttribute(0x0037)],
  [AttributeId.attBody, textAttribute(0x1000)],
  [AttributeId.attPriority, priority(0x0017)],
  [AttributeId.attMessageStatus, ofLength(1, messageStatus(0x0e07))],
  [AttributeId.attMessageID, hexadecimal(0x300b)],
  [AttributeId.attParentID, hexadecimal(0x0025)],
  [AttributeId.attConversationID, hexadecimal(0x000b)],
  [AttributeId.attDateSent, ofLength(14, date(0x0039))],
  [AttributeId.attDateRecd, ofLength(14, date(0x0e06))],
  [AttributeId.attDateModified, ofLength(14, date(0x3008))],
  [AttributeId.attDateStart, ofLength(14, date(0x0060))],
  [AttributeId.attDateEnd, ofLength(14, date(0x0061))],
  [AttributeId.attAidOwner, ofLength(4, long(0x0062))],
  [AttributeId.attRequestRes, ofLength(2, flag(0x0063))],
  [AttributeId.attDelegate, binaryAttribute(0x0043)],
  [AttributeId.attFrom, oneOffAddress([0x0c1a, 0x0c1e, 0x0c1f])],
  [AttributeId.attSentFor, countedAddress(sentRepresenting)],
  [AttributeId.attOwner, ownerSent],
  [AttributeId.attAttachRendData, ofLength(14, rendering(0x3705, 0x370b))],
  [AttributeId.attAttachData, binaryAttribute(0x3701)],
  [AttributeId.attAttachTitle, textAttribute(0x3704)],
  [AttributeId.attAttachTransportFilename, textAttribute(0x370c)],
  [AttributeId.attAttachMetaFile, binaryAttribute(0x3709)],
  [AttributeId.attAttachCreateDate, ofLength(14, date(0x3007))],
  [AttributeId.attAttachModifyDate, ofLength(14, date(0x3008))],
]);

/** Attributes that may be long: they can stay in the file. */
const deferrable = new Map<number, number>([
  [AttributeId.attBody, propertyTag(0x1000, PropertyType.string8)],
  [AttributeId.attDelegate, propertyTag(0x0043, PropertyType.binary)],
  [AttributeId.attAttachData, propertyTag(0x3701, PropertyType.binary)],
  [AttributeId.attAttachMetaFile, propertyTag(0x3709, PropertyType.binary)],
]);
/** Others this long are damaged: a subject of a million characters. */
const LONGEST_VALUE = 1 << 20;

/** The attributes of Microsoft Mail that a message or an attachment has, of each the first. */
export class LegacyAttributes {
  readonly #file: TnefFile;
  readonly #found = new Map<number, Attribute>();
  readonly #report: ReportDamage;

  constructor(file: TnefFile, report: ReportDamage) {
    this.#file = file;
    this.#report = report;
  }

  /** Keeps an attribute for later, if it stands for a property. */
  keep(attribute: Attribute): void {
    const { id, start } = attribute;
    if (!decoders.has(id)) return;
    if (!this.#found.has(id)) this.#found.set(id, attribute);
    else
      this.#report('tnef-attribute-repeated', `${attributeName(id)} occurs twice; the first counts`, {
        storage: attributeName(id),
        offset: start,
      });
  }

  /** Adds the properties that the row does not have yet. `isReply` decides whom attOwner means (2.2.3.11). */
  addTo(table: PropertyTableBuilder, isReply = false): void {
    for (const [id, usual] of decoders) {
      const attribute = this.#found.get(id);
      if (attribute === undefined) continue;
      const decode = usual === ownerSent && isReply ? ownerReceived : usual;
      if (!this.#defer(attribute, table)) this.#add(attribute, decode, table);
    }
  }

  /** The class that attMessageClass states, by its name of today. */
  get messageClass(): Uint8Array | undefined {
    const attribute = this.#found.get(AttributeId.attMessageClass);
    return attribute && this.#decode(attribute, messageClass(0x001a))?.[0]?.bytes;
  }

  #defer({ id, start, length, stated }: Attribute, table: PropertyTableBuilder): boolean {
    const tag = deferrable.get(id);
    if (tag === undefined || keepingOf(tag, length, this.#file) === 'keep') return false;
    if (!table.hasInRow(idOf(tag)))
      addRange(this.#file, table, tag, new DeferredRange(this.#file, start, length, stated));
    return true;
  }

  #add(attribute: Attribute, decode: LegacyDecoder, table: PropertyTableBuilder): void {
    const properties = this.#decode(attribute, decode);
    if (properties === undefined) {
      const name = attributeName(attribute.id);
      this.#report(
        'tnef-attribute-value',
        `The ${attribute.length} bytes of ${name} are not a value of its kind`,
        {
          storage: name,
          offset: attribute.start,
        },
      );
      return;
    }
    for (const { tag, bytes, at } of properties) {
      if (typeOf(tag) === PropertyType.string8 && isZeroInside(bytes)) this.#reportZero(attribute);
      if (table.hasInRow(idOf(tag))) continue;
      table.addValue(tag, 0, bytes, attribute.start + at);
    }
  }

  /** An identifier that is damaged makes an attribute of bytes one of text: what it was is lost. */
  #reportZero({ id, start }: Attribute): void {
    const name = attributeName(id);
    const message = `${name} has a zero inside its text: it may be another attribute`;
    this.#report('tnef-attribute-value', message, { storage: name, offset: start, loses: 'object' });
  }

  #decode({ start, length }: Attribute, decode: LegacyDecoder): readonly LegacyProperty[] | undefined {
    if (length > LONGEST_VALUE) return undefined;
    try {
      return decode(this.#file.bytes.view(start, length));
    } catch (error) {
      if (error instanceof EndOfBytes) return undefined;
      throw error;
    }
  }
}

/** Whether a zero stands before the terminators of a text. */
function isZeroInside(text: Uint8Array): boolean {
  let end = text.length;
  while (end > 0 && text[end - 1] === 0) end -= 1;
  return text.subarray(0, end).includes(0);
}
