import type { Message } from '../index';
import { propertyNames } from '../mapi/names/index';
import type { CheckedFile, PropertyReport } from '../report/command';
import { exportedAs } from './exported';
import type { Enclosed } from './protocol';
import { propertiesOf, readingOf } from './reading';

/** Rows of a table whose properties a copy of the page holds. */
const MOST_ROWS = 500;
/** Hexadecimal digits of a value that it holds. */
const MOST_RAW = 512;

/** A copy of the page with a message's reading in it, as data: nothing of it is ever run. */
export function withEnclosed(page: string, file: CheckedFile): string {
  const place = '<script id="enclosed" type="application/json">';
  // no text of a message can end the element: there is no < left in it
  const data = JSON.stringify(enclosedOf(file)).replaceAll('<', String.raw`\u003c`);
  return page.replace(place, () => place + data);
}

function enclosedOf(file: CheckedFile): Enclosed {
  const properties = placesOf(file.message, '').map((place) => [place, propertiesAt(file.message, place)]);
  return {
    reading: readingOf(file, propertyNames),
    properties: Object.fromEntries(properties) as Enclosed['properties'],
    exported: {
      json: exportedAs('json', file),
      csv: exportedAs('csv', file),
      ticket: exportedAs('ticket', file),
      'ticket-redacted': exportedAs('ticket-redacted', file),
    },
  };
}

function placesOf({ recipients, embedded }: Message, place: string): string[] {
  const start = place === '' ? '' : `${place}.`;
  const rows = recipients.slice(0, MOST_ROWS).map((_, index) => `${start}recipients[${index}]`);
  return [place, ...rows, ...embedded.flatMap((each, index) => placesOf(each, `${start}embedded[${index}]`))];
}

function propertiesAt(message: Message, place: string): PropertyReport[] {
  return propertiesOf(message, place, propertyNames).properties.map((property) =>
    property.raw.length <= MOST_RAW ? property : { ...property, raw: property.raw.slice(0, MOST_RAW) },
  );
}
