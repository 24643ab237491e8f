import type { ReportDamage } from '../../damage/anomaly';
import { failureOfText, stringsOfList } from './failure-text';
import type { EventTime, LoggedEvent } from './logged-event';
import { dateOrderOf, parseMoment } from './moment';
import type { DateOrder } from './moment';
import { failureOfStrings, isStoreCall, noStoreFailure } from './store-failure';
import type { StoreFailure } from './store-failure';
import { quoted } from '../../damage/quoted';

/** The fields of one event as a text has them; a field that the text does not have is undefined. */
export interface EventFields {
  /** Where the event begins, counted from 1. */
  readonly line: number;
  readonly time?: string | undefined;
  readonly source?: string | undefined;
  readonly category?: string | undefined;
  /** The event's number, or the whole identifier whose low 16 bits it is. */
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly computer?: string | undefined;
  readonly recordNumber?: string | undefined;
  readonly description?: string | undefined;
  readonly strings?: readonly string[] | undefined;
}

const LONGEST_NUMBER = 12;
/** The part of an event's identifier that Event Viewer shows. */
const EVENT_CODE = 0xffff;

/** Makes typed events of what a text says; what cannot be read is reported and stays in the text. */
export function toLoggedEvents(rows: readonly EventFields[], report: ReportDamage): LoggedEvent[] {
  const order = commonOrder(rows);
  return rows.map((fields) => toLoggedEvent(fields, order, report));
}

/** The order that one unmistakable date settles for the whole text. */
function commonOrder(rows: readonly EventFields[]): DateOrder {
  const orders = new Set(rows.map(({ time }) => dateOrderOf(time ?? '')));
  orders.delete('unknown');
  const [order] = orders;
  return orders.size === 1 && order !== undefined ? order : 'unknown';
}

function toLoggedEvent(fields: EventFields, order: DateOrder, report: ReportDamage): LoggedEvent {
  const { description = '', line } = fields;
  const strings = fields.strings ?? stringsOfList(description);
  const id = numberOf(fields.id, 'event number', line, report);
  return {
    ...failureOf(strings, description, line, report),
    time: timeOf(fields.time, order, line, report),
    source: fields.source?.trim(),
    category: fields.category?.trim(),
    id: id === undefined ? undefined : id & EVENT_CODE,
    type: fields.type?.trim(),
    computer: fields.computer?.trim(),
    recordNumber: numberOf(fields.recordNumber, 'record number', line, report),
    strings,
    text: fields.description,
    origin: { line },
  };
}

function failureOf(
  strings: readonly string[],
  description: string,
  line: number,
  report: ReportDamage,
): StoreFailure {
  const listed = isStoreCall(strings[0]?.trim()) ? failureOfStrings(strings) : undefined;
  const failure = merged(listed, listed?.file === undefined ? failureOfText(description) : undefined);
  if (failure?.call !== undefined && failure.code === undefined)
    report('event-field', `The error code of the event in line ${line} cannot be read`);
  return failure ?? noStoreFailure;
}

/** What the strings say, and for the rest the text: PowerShell shows no more than four strings. */
function merged(
  listed: StoreFailure | undefined,
  described: StoreFailure | undefined,
): StoreFailure | undefined {
  if (listed === undefined || described === undefined) return listed ?? described;
  const said = Object.entries(listed).filter(([, value]) => value !== undefined);
  return { ...described, ...(Object.fromEntries(said) as Partial<StoreFailure>) };
}

function timeOf(
  text: string | undefined,
  order: DateOrder,
  line: number,
  report: ReportDamage,
): EventTime | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const time = parseMoment(text, order);
  if (time === undefined)
    report('event-field', `The time of the event in line ${line} cannot be read: ${quoted(text, 64)}`);
  return time;
}

/** A whole number. */
function numberOf(
  text: string | undefined,
  what: string,
  line: number,
  report: ReportDamage,
): number | undefined {
  const digits = text?.trim() ?? '';
  if (digits === '') return undefined;
  if (digits.length <= LONGEST_NUMBER && /^\d+$/.test(digits)) return Number(digits);
  report('event-field', `The ${what} of the event in line ${line} is not a number: ${quoted(digits, 64)}`);
  return undefined;
}
