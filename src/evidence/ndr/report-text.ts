import { dateOrderOf, parseMoment } from '../event-log/moment';
import type { EventTime } from '../event-log/logged-event';
import type { DeliveryReportContent } from './delivery-report';
import { deliveryStatus, statusCodesOf } from './delivery-status';
import type { DeliveryStatus } from './delivery-status';

// The text that Exchange writes into a report, and Outlook shows

/** How many lines above a status its recipient may stand. */
const LINES_ABOVE = 6;
const LONGEST_LINE = 2000;

/** What the text of a report says; undefined if no line of it has a status. */
export function readReportText(text: string): DeliveryReportContent | undefined {
  const lines = text.split(/\r\n?|\n/).map((line) => line.slice(0, LONGEST_LINE));
  const statuses = lines.flatMap((line, index) => statusesOf(lines, line, index));
  if (statuses.length === 0) return undefined;
  const fields = lines.map(fieldOf).filter((field) => field !== undefined);
  const valueOf = (...names: readonly string[]): string | undefined =>
    fields.find(([name]) => names.includes(name))?.[1];
  const sent = valueOf('sent', 'date');
  const last = lines.flatMap((line) => dateAtEnd(line)?.time ?? []).at(-1);
  return {
    time: last,
    statuses,
    original: {
      // the first field is the subject in every language
      subject: valueOf('subject') ?? fields[0]?.[1],
      messageId: valueOf('message-id'),
      time: sent === undefined ? undefined : parseMoment(sent, dateOrderOf(sent)),
    },
  };
}

function statusesOf(lines: readonly string[], line: string, index: number): DeliveryStatus[] {
  return statusCodesOf(line).map((code) => deliveryStatus(code, line, recipientAbove(lines, index)));
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

/** `Name on 3/7/2012 2:15 PM`: what stands before the date and the word that leads to it. */
function dateAtEnd(line: string): { before: string; time: EventTime } | undefined {
  const words = line.trim().split(/ +/);
  for (let count = 4; count >= 2; count--) {
    const from = words.length - count;
    if (from < 2) continue;
    const date = words.slice(from).join(' ');
    const time = /^\d/.test(date) ? parseMoment(date, dateOrderOf(date)) : undefined;
    if (time !== undefined) return { before: words.slice(0, from - 1).join(' '), time };
  }
  return undefined;
}

/** An indented `Label:  value` above the recipients. */
function fieldOf(line: string): [name: string, value: string] | undefined {
  const trimmed = line.trim();
  const colon = trimmed.slice(0, 40).indexOf(':');
  const value = trimmed.slice(colon + 1).trim();
  if (colon <= 0 || value === '' || !/^[\p{L}][\p{L} -]*$/u.test(trimmed.slice(0, colon))) return undefined;
  return [trimmed.slice(0, colon).toLowerCase(), value];
}
