import type { ReportDamage } from '../../damage/anomaly';
import { messageProperties } from '../definitions/message-properties';
import type { PropertyStore } from '../rows/property-store';
import type { PropertyTable } from '../rows/property-table';
import { LeftValue } from '../rows/left-value';
import { isAmongBytes, TextKind, ValuePlace } from '../rows/property-columns';
import { isUtf8, UTF8 } from '../values/code-page';
import { elementType, formatTag, isText8, PropertyType, typeOf } from '../values/property-type';
import { decodeValue, fits } from '../values/property-value';
import type { EncodedValue, TextContext } from '../values/property-value';
import { textWithTail } from '../values/text-tail';
import { hasPlausibleRtfHeader, RTF_COMPRESSED } from '../structures/compressed-rtf';
import { decodeUnsendableRecipients } from '../structures/unsendable-recipients';

const noBytes = new Uint8Array(0);

/** Reports the values of a row that are there and cannot be decoded. */
export function checkValues(
  table: PropertyTable,
  row: number,
  text: TextContext,
  report: ReportDamage,
): void {
  const end = table.start(row + 1);
  for (let index = table.start(row); index < end; index++) {
    if (table.tag(index) === RTF_COMPRESSED) checkRtf(table, row, index, report);
    if (!isSound(table, index, text)) reportMalformed(table, row, index, text, report);
  }
  if (table.columns.textKinds === (TextKind.text8 | TextKind.text16)) checkTextTwice(table, row, report);
}

/** Whether all 8-bit text of a table that is here is UTF-8. A table without such text is not looked through. */
export function isUtf8Throughout(table: PropertyTable): boolean {
  if ((table.columns.textKinds & TextKind.text8) === 0) return true;
  const end = table.start(table.rowCount);
  for (let index = 0; index < end; index++) {
    if (!isText8(typeOf(table.tag(index)))) continue;
    const isFit = isAmongBytes(table.place(index))
      ? isUtf8(table.bytes(index))
      : isSound(table, index, { codePage: UTF8 });
    if (!isFit) return false;
  }
  return true;
}

/** A value that is to be checked: one that was loaded, or stays in the file and is looked at all the same. */
function toCheck(table: PropertyTable, index: number): EncodedValue | undefined {
  const external = table.externalValue(index);
  if (external instanceof LeftValue) return external.unchecked;
  if (table.content(index) !== 'loaded') return undefined;
  return external ?? { bytes: table.bytes(index) };
}

/** Whether a value that is here can be decoded, all of it. */
function isSound(table: PropertyTable, index: number, text: TextContext): boolean {
  if (table.place(index) === ValuePlace.entry) return true;
  const type = typeOf(table.tag(index));
  if (isAmongBytes(table.place(index)))
    return fits(type, table.size(index)) ?? table.value(index, text) !== undefined;
  const encoded = toCheck(table, index);
  if (encoded === undefined) return true;
  const isFitting = encoded.items === undefined ? fits(type, encoded.bytes.length) : undefined;
  return isFitting ?? (decodeValue(type, encoded, text) !== undefined && !textWithTail(type, encoded));
}

/** Reports text that a row has as PtypString and as PtypString8, of which the former counts. */
function checkTextTwice(table: PropertyTable, row: number, report: ReportDamage): void {
  const [start, end] = [table.start(row), table.start(row + 1)];
  const wide = new Set<number>();
  for (let index = start; index < end; index++) {
    const tag = table.tag(index);
    if (elementType(typeOf(tag)) === PropertyType.string) wide.add(tag);
  }
  for (let index = start; index < end; index++) {
    const tag = table.tag(index);
    if (!isText8(typeOf(tag)) || !wide.has(tag + 1)) continue;
    const message = `Property ${formatTag(tag)} (${table.size(index)} bytes) is beside ${formatTag(tag + 1)}, which counts`;
    report('mapi-text-twice', message, table.origin(row, index));
  }
}

function reportMalformed(
  table: PropertyTable,
  row: number,
  index: number,
  { codePage }: TextContext,
  report: ReportDamage,
): void {
  const tag = table.tag(index);
  const what = `Property ${formatTag(tag)} (${table.size(index)} bytes)`;
  const origin = { ...table.origin(row, index), tag: formatTag(tag) };
  const encoded = toCheck(table, index) ?? { bytes: noBytes };
  const tail = textWithTail(typeOf(tag), encoded)?.at(-1);
  if (isText8(typeOf(tag))) {
    report('mapi-text-undecodable', `${what} is not text of code page ${codePage}; kept raw`, origin);
  } else if (tail === 0) {
    report('mapi-text-tail', `${what} ends in half a NUL, which is left out`, origin);
  } else if (tail !== undefined && decodeValue(typeOf(tag), encoded, { codePage }) !== undefined) {
    report('mapi-value-malformed', `${what} ends in half a character, which is left out`, origin);
  } else {
    report('mapi-value-malformed', `${what} does not fit its type; kept raw`, origin);
  }
}

function checkRtf(table: PropertyTable, row: number, index: number, report: ReportDamage): void {
  const encoded = toCheck(table, index);
  if (encoded === undefined || hasPlausibleRtfHeader(encoded.bytes)) return;
  const message = `Compressed RTF body (${table.size(index)} bytes) states sizes that it cannot have`;
  report('mapi-rtf-header', message, table.origin(row, index));
}

/** Reports a table of unsendable attendees that is none. */
export function checkUnsendableRecipients(properties: PropertyStore, report: ReportDamage): void {
  const blob = properties.peek(messageProperties.unsendableRecipients);
  if (blob === undefined || decodeUnsendableRecipients(blob, properties.codePage) !== undefined) return;
  const place = properties.raw(messageProperties.unsendableRecipients)?.origin;
  report(
    'mapi-unsendable-recipients',
    'The table of unsendable recipients cannot be decoded; kept raw',
    place,
  );
}
