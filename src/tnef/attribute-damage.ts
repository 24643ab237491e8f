import type { ReportDamage } from '../damage/anomaly';
import type { Loss } from '../damage/damage';
import { formatTag, propertyTag, PropertyType } from '../mapi/values/property-type';
import { AttributeId, attributeName, isKnownAttribute } from './attribute';
import type { Attribute } from './attribute';

/** What may be wrong where the bytes of an attribute do not add up: in a list, identifiers and lengths as well. */
const losses = new Map<number, Loss>([
  [AttributeId.attMsgProps, 'property'],
  [AttributeId.attRecipTable, 'object'],
  [AttributeId.attAttachment, 'object'], // the message in it
]);
const classTag = formatTag(propertyTag(0x001a, PropertyType.string8));

/** Attributes that are no property of their own: of others `LegacyAttributes` knows which it has. */
const singles: ReadonlySet<number> = new Set([
  AttributeId.attOemCodepage,
  AttributeId.attMsgProps,
  AttributeId.attRecipTable,
]);

/** Whether something is wrong with an attribute whatever its value is; of a hundred thousand, nothing is made for the rest. */
export function isDoubtful(attribute: Attribute, isSeen: boolean): boolean {
  return (
    attribute.wrongSum !== undefined || (isSeen && singles.has(attribute.id)) || !isKnownAttribute(attribute)
  );
}

/**
 * Reports what is wrong with an attribute whatever its value is: an identifier of no attribute, or of one that was there
 * before, and its checksum.
 */
export function reportAttribute(attribute: Attribute, isSeen: boolean, report: ReportDamage): void {
  const { id, level, start, length, wrongSum } = attribute;
  const storage = attributeName(id);
  if (!isKnownAttribute(attribute)) {
    const message = `${storage} is not an attribute of level ${level}; its ${length} bytes were not read`;
    report('tnef-attribute-unknown', message, { storage, offset: start });
  }
  if (isSeen && singles.has(id)) {
    const message = `${storage} occurs twice: one of them may have been another attribute`;
    report('tnef-attribute-repeated', message, { storage, offset: start, loses: 'anything' });
  }
  if (wrongSum === undefined) return;
  // [MS-OXTNEF] 2.3.2 warns of old writers that sum up a class wrongly: none of the streams at hand does
  const tag = id === AttributeId.attMessageClass ? classTag : undefined;
  report('tnef-checksum', wrongSum, {
    storage,
    offset: start + length,
    tag,
    loses: losses.get(id) ?? 'value',
  });
}
