import type { ReportDamage } from '../../damage/anomaly';
import { readDescriptions } from './bare-description';
import { readDelimited } from './delimited-text';
import { readBlocks } from './event-block';
import { readEventXml } from './event-xml';
import { toLoggedEvents } from './event-fields';
import type { EventFields } from './event-fields';
import type { EventLogForm, LoggedEvent } from './logged-event';
import { readPropertyList } from './property-list';

/** Events that a text held, and the form it had. */
export interface EventText {
  readonly form: EventLogForm;
  readonly events: readonly LoggedEvent[];
}

/** Reads events from a text, whichever of the known forms it has; undefined if it has none. */
export function readEventText(text: string, report: ReportDamage): EventText | undefined {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const forms: readonly [EventLogForm, () => EventFields[]][] = [
    ['block', () => readBlocks(lines)],
    ['xml', () => readEventXml(text)],
    ['list', () => readPropertyList(lines)],
    ['delimited', () => readDelimited(lines.join('\n'), report)],
    ['description', () => readDescriptions(lines)],
  ];
  for (const [form, read] of forms) {
    const rows = read();
    if (rows.length > 0) return { form, events: toLoggedEvents(rows, report) };
  }
  return undefined;
}
