import { plural, visible } from '../../report/command';

/** How far a run is. */
export interface RunProgress {
  readonly seen: number;
  /** How many files there are; undefined: not known yet. */
  readonly total: number | undefined;
  readonly findings: number;
  readonly seconds: number;
  /** What was read last. */
  readonly path: string;
}

const MINUTE = 60;
const HOUR = 3600;
/** Before that the rate says nothing. */
const SETTLED = 2;

/** `1200 of 5000 files, 400/s, 10 s left, 3 findings – path`. */
export function progressText({ seen, total, findings, seconds, path }: RunProgress): string {
  const rate = seen / Math.max(seconds, 0.001);
  const parts = [total === undefined ? `${seen} read` : `${seen} of ${total}`];
  if (seconds >= SETTLED) parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`);
  if (seconds >= SETTLED && total !== undefined && total > seen)
    parts.push(`${duration((total - seen) / rate)} left`);
  parts.push(plural(findings, 'finding'));
  return `${parts.join(', ')} – ${visible(path)}`;
}

function duration(seconds: number): string {
  if (seconds < MINUTE) return `${Math.ceil(seconds)} s`;
  if (seconds < HOUR) return `${Math.ceil(seconds / MINUTE)} min`;
  return `${(seconds / HOUR).toFixed(1)} h`;
}
