import type { ReportDamage } from '../../damage/anomaly';
import { messageProperties } from '../definitions/message-properties';
import type { PropertyStore } from '../rows/property-store';
import type { PropertyTable } from '../rows/property-table';
import { formatTag, isMultiValued, PropertyType, typeOf } from '../values/property-type';
import type { TextContext } from '../values/property-value';
import { hasPlausibleRtfHeader, RTF_COMPRESSED } from '../structures/compressed-rtf';
import { decodeUnsendableRecipients } from '../structures/unsendable-recipients';

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
    if (!table.isSound(index, text)) reportMalformed(table, row, index, text, report);
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
  const at = { ...table.origin(row, index), tag: formatTag(tag) };
  if (isText8(typeOf(tag))) {
    report('mapi-text-undecodable', `${what} is not text of code page ${codePage}; kept raw`, at);
  } else {
    report('mapi-value-malformed', `${what} does not fit its type; kept raw`, at);
  }
}

function isText8(type: number): boolean {
  return type === PropertyType.string8 || (isMultiValued(type) && (type & 0xfff) === PropertyType.string8);
}

function checkRtf(table: PropertyTable, row: number, index: number, report: ReportDamage): void {
  if (table.content(index) !== 'loaded' || hasPlausibleRtfHeader(table.bytes(index))) return;
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
