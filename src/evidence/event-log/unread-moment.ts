import { parseMoment } from './moment';

// A date and time that stands in a text of events and that no reader has taken.

/** How much of a text is looked at, and how much of a line may be a date and a time. */
const HEAD = 65_536;
const LONGEST_MOMENT = 48;
const DATE =
  /\b\d{14}\.\d{6}[+-][\d*]{3}|\/Date\(\d{9,15}\)|\b(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d))(?![\d./-]\d)|\b\d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4}\b|\b[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}\b/g;

/** The line, counted from 1, that has the first date with a time of day in it or in the next line; undefined: none. */
export function lineOfUnreadMoment(lines: readonly string[]): number | undefined {
  let looked = 0;
  for (let index = 0; index < lines.length && looked < HEAD; index += 1) {
    const line = (lines[index] as string).slice(0, HEAD - looked);
    looked += line.length + 1;
    for (const { 0: date, index: at } of line.matchAll(DATE)) {
      if (isMoment(date, line.slice(at, at + LONGEST_MOMENT), lines[index + 1] ?? '')) return index + 1;
    }
  }
  return undefined;
}

function isMoment(date: string, rest: string, next: string): boolean {
  if (/^(\d{14}|\/)/.test(date)) return true;
  return [rest, `${date} ${next.slice(0, LONGEST_MOMENT - date.length)}`].some(
    (text) => parseMoment(text) !== undefined,
  );
}
