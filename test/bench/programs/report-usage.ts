// Preloaded into every process that is measured as a whole: tells what it cost on file descriptor 3 when it ends.

import { readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** What a whole process cost, its start included. */
export interface Usage {
  readonly cpuMicroseconds: number;
  readonly wallMilliseconds: number;
  readonly peakBytes: number;
}

// preloaded into workers too, whose end is not the process's
if (isMainThread) process.on('exit', report);

function report(): void {
  const { user, system } = process.cpuUsage();
  const usage: Usage = {
    cpuMicroseconds: user + system,
    wallMilliseconds: performance.now(),
    peakBytes: peak(),
  };
  writeSync(3, JSON.stringify(usage));
}

/**
 * The largest resident set. QUIRK: getrusage(2) calls it that of the process; Linux carries over what the parent had
 * when it started it, so the process's own figure is taken where there is one.
 */
function peak(): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // not Linux
  }
  return process.resourceUsage().maxRSS * 1024;
}
