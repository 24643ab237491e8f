import { hostname } from 'node:os';
import type { FoundConfiguration } from '../../report/index';
import type { Tally } from './tally';

const MILLISECONDS = 1000;

/** The last line of ndjson, and the only one that depends on when and where the run was. */
export function summaryLine(
  tally: Tally,
  started: Date,
  version: string,
  configuration: FoundConfiguration | undefined,
): string {
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
    configuration,
    version,
    host: hostname(),
    started: started.toISOString(),
    seconds,
  };
  return `${JSON.stringify({ summary })}\n`;
}
