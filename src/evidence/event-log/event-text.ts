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
  const lines = linesOf(text);
  const forms: readonly [EventLogForm, () => EventFields[]][] = [
    ['json', () => readEventJson(text, report)],
    ['block', () => readPslogBlocks(lines)],
    ['block', () => readBlocks(lines)],
    ['xml', () => readEventXml(text)],
    ['list', () => readWmiList(lines)],
    ['list', () => readPropertyList(lines)],
    ['delimited', () => readWmiCsv(lines)],
    ['table', () => readColumnTable(lines)],
    ['delimited', () => readDelimited(lines.join('\n'), report)],
    ['delimited', () => readDumpelLines(lines)],
    ['description', () => readDescriptions(lines)],
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
function linesOf(text: string): string[] {
  return text.replace(/\r\r?\n|\r/g, '\n').split('\n');
}

/** Says so where a time stands in a layout that is not known, instead of taking the event for one without a time. */
function reportUnreadMoment(lines: readonly string[], report: ReportDamage): void {
  const line = lineOfUnreadMoment(lines);
  if (line === undefined) return;
  const what = `Line ${line} has a date and a time, but the layout of the text is not known: its events are read without a time`;
  report('event-layout', what);
}
