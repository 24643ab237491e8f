import type { JudgedTable } from './item-verdict';
import { isOfMessage } from './weighed-evidence';

/** What shows that it happened, and what else might have brought it about. */
export function confirmedBy(tables: readonly JudgedTable[]): string {
  const { eventBy, reports = [], tracked = [] } = tables[0]?.evidence ?? {};
  const isTracked = tables.some(({ rows }) =>
    rows.some(({ row }) => tracked.some(({ isKept }) => isKept(row))),
  );
  const seen = [
    ...(isOfMessage(eventBy) ? [confirmedByEvent[eventBy]] : []),
    ...(isTracked ? [confirmedByTracking] : []),
  ];
  if (reports.length === 0) return seen.join(' ');
  const isAlone = eventBy === undefined && !isTracked;
  return [...seen, confirmedByReport, ...(isAlone ? [RIVALS] : [])].join(' ');
}

const confirmedByEvent = {
  message: 'An event that names this item shows that it happened.',
  minute: 'An event of the minute in which this item was submitted shows that it happened.',
} as const;
const confirmedByTracking =
  "The server's tracking log shows it: the message waited for hours and came back, while the partner took others.";
const confirmedByReport =
  'A non-delivery report (4.4.7) came back for this subject and one of these recipients.';
const RIVALS =
  '4.4.7 has other causes on the same servers: KB 941060 (a full table of header names), KB 950757 (retries that ' +
  'stop until a restart); KB 284204 lists more.';
