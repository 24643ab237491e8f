import type { ReportDamage } from '../../damage/anomaly';
import { readDescriptions } from './bare-description';
import { readColumnTable } from './column-table';
import { readDelimited } from './delimited-text';
import { readDumpelLines } from './dumpel-lines';
import { readBlocks } from './event-block';
import { readEventJson } from './event-json';
import { readEventXml } from './event-xml';
import { toLoggedEvents } from './event-fields';
import type { EventFields } from './event-fields';
import { EventRoom } from '../worth-of-text';
import type { EventLogForm, LoggedEvent } from './logged-event';
import { readPropertyList } from './property-list';
import { readPslogBlocks } from './psloglist-block';
import { lineOfUnreadMoment } from './unread-moment';
import { readWmiCsv } from './wmi-csv';
import { readWmiList } from './wmi-list';

/** Events that a text held, and the form it had. */
export interface EventText {
  readonly form: EventLogForm;
  readonly events: readonly LoggedEvent[];
}

/** Reads events from a text, whichever of the known forms it has; undefined if it has none. */
export function readEventText(text: string, report: ReportDamage): EventText | undefined {
  const plain = withPlainLineEnds(text);
  const lines = plain.split('\n');
  const room = new EventRoom(text.length);
  const forms: readonly [EventLogForm, () => EventFields[]][] = [
    ['json', () => readEventJson(text, report, room)],
    ['block', () => readPslogBlocks(lines, room)],
    ['block', () => readBlocks(lines, room)],
    ['xml', () => readEventXml(text, room)],
    ['list', () => readWmiList(lines, room)],
    ['list', () => readPropertyList(lines, room)],
    ['delimited', () => readWmiCsv(lines, room)],
    ['table', () => readColumnTable(lines, room)],
    ['delimited', () => readDelimited(plain, report, room)],
    ['delimited', () => readDumpelLines(lines, room)],
    ['description', () => readDescriptions(lines, room)],
  ];
  for (const [form, read] of forms) {
    const rows = read();
    if (rows.length === 0) continue;
    if (rows.every(({ time }) => time === undefined)) reportUnreadMoment(lines, report);
    return { form, events: toLoggedEvents(rows, report) };
  }
  return undefined;
}

/** QUIRK: wmic ends its lines with CR CR LF where its output is redirected. */
function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\r?\n|\r/g, '\n') : text;
}

/** Says so where a time stands in a layout that is not known, instead of taking the event for one without a time. */
function reportUnreadMoment(lines: readonly string[], report: ReportDamage): void {
  const line = lineOfUnreadMoment(lines);
  if (line === undefined) return;
  const what = `Line ${line} has a date and a time, but the layout of the text is not known: its events are read without a time`;
  report('event-layout', what);
}
