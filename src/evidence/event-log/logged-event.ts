import type { Anomaly } from '../../damage/anomaly';
import type { FileTime } from '../../mapi/values/file-time';
import type { StoreFailure } from './store-failure';

/** When an event was logged, and how far that is known. */
export interface EventTime {
  /** The moment: of UTC, or what the clock on the wall showed, written as if it were UTC. */
  readonly time: FileTime;
  /** The other reading of a date such as 3/5/2012 where nothing tells whether the day or the month comes first. */
  readonly alternative: FileTime | undefined;
  /** `utc`: exact; `unstated`: local time of a zone that the text does not name. */
  readonly zone: 'utc' | 'unstated';
}

/** Where an event stands in what it was read from. */
export interface EventOrigin {
  /** Byte offset of its record. */
  readonly offset?: number | undefined;
  /** Line of the text, counted from 1. */
  readonly line?: number | undefined;
}

/**
 * One event of a log. What the input does not say is undefined; what it says to be empty is `''`. Call, code, MDB, FID,
 * MID and file are there for events that have the template of event 327 of MSExchangeTransport.
 */
export interface LoggedEvent extends StoreFailure {
  readonly time: EventTime | undefined;
  readonly source: string | undefined;
  /** The number in .evt and .evtx files; in texts the category's name, in the language of the system. */
  readonly category: string | number | undefined;
  /** The event's number as Event Viewer shows it: the low 16 bits of its identifier. */
  readonly id: number | undefined;
  /** `warning` and the like from a binary log; in texts as it stands there. */
  readonly type: string | undefined;
  readonly computer: string | undefined;
  /** The record's number in its log. */
  readonly recordNumber: number | undefined;
  /** The insertion strings, in the order of the template; empty where the input has the text only. */
  readonly strings: readonly string[];
  /** The description as it stands in a text; binary logs have none. */
  readonly text: string | undefined;
  readonly origin: EventOrigin;
}

/**
 * The form in which a log was handed over: a binary log; a line for each field and then the text (`block`); XML; JSON;
 * columns with a delimiter, or filled up with blanks (`table`); names with values (`list`); nothing but the text.
 */
export type EventLogForm =
  'evt' | 'evtx' | 'block' | 'xml' | 'json' | 'delimited' | 'table' | 'list' | 'description';

/** An event log, and what was damaged in it: every intact event is there. */
export interface EventLog {
  readonly kind: 'event-log';
  readonly form: EventLogForm;
  readonly events: readonly LoggedEvent[];
  readonly anomalies: readonly Anomaly[];
  /** How many more anomalies there were than are kept. */
  readonly suppressedAnomalies: number;
}
