import type { FoundConfiguration } from '../../report/command';
import type { Tally } from './tally';
import { jsonText } from '../../report/command';

const MILLISECONDS = 1000;

/** What is said of a run beside what it found. */
interface Run {
  readonly started: Date;
  readonly version: string;
  /** The computer, or what stands for it. */
  readonly host: string;
  readonly configuration: FoundConfiguration | undefined;
}

/** The last line of ndjson, and the only one that depends on when and where the run was. */
export function summaryLine(tally: Tally, { started, version, host, configuration }: Run): string {
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
    host,
    started: started.toISOString(),
    seconds,
  };
  return `${jsonText({ summary })}\n`;
}
