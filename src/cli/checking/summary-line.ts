import type { SetFinding } from '../../index';
import type { BaselineCounts, FoundConfiguration } from '../../report/command';
import type { Tally } from './tally';
import { jsonText, toSetReport } from '../../report/command';

const MILLISECONDS = 1000;

/** What is said of a run beside what it found. */
interface Run {
  readonly started: Date;
  readonly version: string;
  /** The computer, or what stands for it. */
  readonly host: string;
  /** What is wrong between files, which belongs to no line of one. */
  readonly sets: readonly SetFinding[];
  readonly configuration: FoundConfiguration | undefined;
  readonly baseline: BaselineCounts | undefined;
}

/** The last line of ndjson, and the only one that depends on when and where the run was. */
export function summaryLine(
  tally: Tally,
  { started, version, host, sets, configuration, baseline }: Run,
): string {
  const { judged, unreadable, skipped, leftOut, findings } = tally;
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
    leftOut: leftOut === 0 ? undefined : leftOut,
    sets: sets.length === 0 ? undefined : sets.map(toSetReport),
    configuration,
    baseline,
    version,
    host,
    started: started.toISOString(),
    seconds,
  };
  return `${jsonText({ summary })}\n`;
}
