import { dateOrderOf, parseMoment } from '../event-log/moment';
import type { EventTime } from '../event-log/logged-event';
import type { DeliveryReportContent } from './delivery-report';
import { deliveryStatus, statusCodesOf } from './delivery-status';
import type { DeliveryStatus } from './delivery-status';

// The text that Exchange writes into a report, and Outlook shows

/** How many lines above a status its recipient may stand. */
const LINES_ABOVE = 6;
const LONGEST_LINE = 2000;
/** What a server writes into a report is no longer. */
const LONGEST = 262_144;

/** What the text of a report says; undefined if no line of it has a status. */
export function readReportText(text: string): DeliveryReportContent | undefined {
  const lines = text
    .slice(0, LONGEST)
    .split(/\r\n?|\n/)
    .map((line) => line.slice(0, LONGEST_LINE));
  const action = lines.some((line) => DELAY.test(line)) ? 'delayed' : undefined;
  const statuses = lines.flatMap((line, index) => statusesOf(lines, line, index, action));
  if (statuses.length === 0) return undefined;
  const last = lines.flatMap((line) => dateAtEnd(line)?.time ?? []).at(-1);
  return { time: last, statuses, original: originalOf(lines) };
}

type Field = readonly [name: string, value: string];

/** What a report says of the undelivered message: in the last block of fields above the first status. */
function originalOf(lines: readonly string[]): DeliveryReportContent['original'] {
  const first = lines.findIndex((line) => statusCodesOf(line).length > 0);
  const block = blocksOf(lines.slice(0, first)).at(-1) ?? blocksOf(lines.slice(first)).at(0) ?? [];
  const all = lines.map(fieldOf).filter((field) => field !== undefined);
  const valueOf = (from: readonly Field[], name: string): string | undefined =>
    from.find(([each]) => each === name)?.[1];
  return {
    // the first field is the subject in every language
    subject: valueOf(block, 'subject') ?? block[0]?.[1],
    messageId: valueOf(all, 'message-id'),
    time: block.slice(1).flatMap(([, value]) => momentOf(value) ?? [])[0],
  };
}

/** The blocks of fields of a text: in Outlook the header of the report itself comes first. */
function blocksOf(lines: readonly string[]): Field[][] {
  const blocks: Field[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const field = fieldOf(line);
    if (field === undefined) isOpen &&= line.trim() === '';
    else if (isOpen) blocks.at(-1)?.push(field);
    else blocks.push([field]);
    if (field !== undefined) isOpen = true;
  }
  return blocks;
}

/** The time that a field has for its value, perhaps behind the day of the week. */
function momentOf(value: string): EventTime | undefined {
  return /^(\p{L}{1,12}\.?,? )?\d/u.test(value) ? parseMoment(value, dateOrderOf(value)) : undefined;
}

/** What a report says that only warns: the message is still tried. */
const DELAY =
  /warning message only|has been delayed|delivery is delayed|verz\u00f6gert|a \u00e9t\u00e9 retard|se ha retrasado|\u9045\u308c\u3066|\u9045\u5ef6/i;

function statusesOf(
  lines: readonly string[],
  line: string,
  index: number,
  action: string | undefined,
): DeliveryStatus[] {
  return statusCodesOf(line).map((code) => deliveryStatus(code, line, recipientAbove(lines, index), action));
}

/** The nearest line above that names someone: an address, or a name with the time of the attempt. */
function recipientAbove(lines: readonly string[], index: number): string | undefined {
  for (let above = index - 1; above >= Math.max(0, index - LINES_ABOVE); above--) {
    const line = (lines[above] ?? '').trim();
    if (line === '') continue;
    const dated = dateAtEnd(line);
    if (dated !== undefined && dated.before !== '') return dated.before;
    const address = line.split(/[\s<>"'();,]+/).find((word) => /^[^@]{1,128}@[^@]{1,128}$/.test(word));
    if (address !== undefined) return address;
  }
  return undefined;
}

/** `Name on 3/7/2012 2:15 PM`: what stands before the date and the word that leads to it, where there is one. */
function dateAtEnd(line: string): { before: string; time: EventTime } | undefined {
  const words = line.trim().split(/[ \u3000]+/);
  for (let count = 4; count >= 2; count--) {
    const from = words.length - count;
    if (from < 1) continue;
    const date = words.slice(from).join(' ');
    const time = /^\d/.test(date) ? parseMoment(date, dateOrderOf(date)) : undefined;
    if (time === undefined) continue;
    const leads = from > 1 && leadsToDate.has((words[from - 1] ?? '').toLowerCase());
    return { before: words.slice(0, leads ? from - 1 : from).join(' '), time };
  }
  return undefined;
}

/** The words between the recipient and the time of the attempt; Japanese has none. */
const leadsToDate: ReadonlySet<string> = new Set([
  ...['on', 'at', 'am', 'um', 'le', 'el', 'a', 'il', 'em', 'op', 'den', 'dnia', 'w', 'в', 'dne'],
]);

/** An indented `Label:  value` above the recipients. */
function fieldOf(line: string): Field | undefined {
  const trimmed = line.trim();
  const colon = trimmed.slice(0, 40).search(/[:\uff1a]/);
  const name = trimmed.slice(0, Math.max(colon, 0)).trim();
  const value = trimmed.slice(colon + 1).trim();
  return value !== '' && /^\p{L}[\p{L}\p{M} -]*$/u.test(name) ? [name.toLowerCase(), value] : undefined;
}
