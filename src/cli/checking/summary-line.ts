import type { Tally } from './tally';
import { jsonText } from '../../report/index';

const MILLISECONDS = 1000;

/** The last line of ndjson, and the only one that depends on when and where the run was. */
export function summaryLine(tally: Tally, started: Date, version: string, host: string): string {
  const { judged, unreadable, skipped, findings } = tally;
  const { meetings, attendees, alone } = tally.unreached;
  const verdicts = Object.fromEntries(
    [...tally.verdicts].map(([verdict, count]) => [verdict ?? 'none', count]),
  );
  const seconds = Math.round(Date.now() - started.getTime()) / MILLISECONDS;
  const summary = {
    judged,
    verdicts,
    findings,
    meetings,
    alone,
    attendees,
    unreadable,
    skipped,
    version,
    host,
    started: started.toISOString(),
    seconds,
  };
  return `${jsonText({ summary })}\n`;
}
