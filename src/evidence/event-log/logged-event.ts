import type { Anomaly } from '../../damage/anomaly';
import type { FileTime } from '../../mapi/values/file-time';
import type { StoreFailure } from './store-failure';

/** When an event was logged, as far as that is known. */
export interface EventTime {
  /** The moment in UTC; or, if `zone` is `unstated`, the local time as if it were UTC. */
  readonly time: FileTime;
  /**
   * The other reading of a date such as 3/5/2012, if it is unknown whether the day or the month comes first; otherwise
   * undefined.
   */
  readonly alternative: FileTime | undefined;
  /** `utc`: the moment is exact; `unstated`: local time in a zone that the text does not name. */
  readonly zone: 'utc' | 'unstated';
}

/** Where an event is in its file or text. */
export interface EventOrigin {
  /** Byte offset of the event's record. */
  readonly offset?: number | undefined;
  /** Line in the text, counted from 1. */
  readonly line?: number | undefined;
}

/**
 * One event of a log. A field that the input does not have is undefined; a field that is empty in the input is `''`.
 * Call, code, MDB, FID, MID and file are present for events with the template of event 327 of MSExchangeTransport.
 */
export interface LoggedEvent extends StoreFailure {
  readonly time: EventTime | undefined;
  readonly source: string | undefined;
  /** The category: its number in .evt and .evtx files; in texts, its name in the language of the system. */
  readonly category: string | number | undefined;
  /** The event ID as Event Viewer shows it: the low 16 bits of the identifier. */
  readonly id: number | undefined;
  /** The type: `warning` and the like from a binary log; from a text, as written there. */
  readonly type: string | undefined;
  readonly computer: string | undefined;
  /** The number of the record in its log. */
  readonly recordNumber: number | undefined;
  /** The insertion strings, in the order of the template; empty if the input has only the text. */
  readonly strings: readonly string[];
  /** The description as written in a text; binary logs do not have one. */
  readonly text: string | undefined;
  readonly origin: EventOrigin;
}

/**
 * The form of a log: a binary log (`evt`, `evtx`); one line for each field and then the text (`block`); `xml`; `json`;
 * columns with a delimiter (`delimited`) or padded with blanks (`table`); names with values (`list`); only the text
 * (`description`).
 */
export type EventLogForm =
  'evt' | 'evtx' | 'block' | 'xml' | 'json' | 'delimited' | 'table' | 'list' | 'description';

/** An event log with all intact events, and the damage in it. */
export interface EventLog {
  readonly kind: 'event-log';
  readonly form: EventLogForm;
  readonly events: readonly LoggedEvent[];
  readonly anomalies: readonly Anomaly[];
  /** How many anomalies were not kept, because there were too many. */
  readonly suppressedAnomalies: number;
}
