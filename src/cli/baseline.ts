import { createReadStream } from 'node:fs';
import type { BaselineCounts } from '../report/command';
import { visible } from '../report/command';
import { readline } from './builtin-modules';
import type { Tally } from './checking/tally';
import { UsageError } from './usage/usage-error';

/** The findings of an earlier run. Plain data, which workers are given, too. */
export interface Baseline {
  readonly path: string;
  readonly prints: ReadonlySet<string>;
  /** Whether it was made with `--redact`: then so were its fingerprints. */
  readonly isRedacted: boolean;
}

/** What a line of ndjson says, as far as it matters here. */
interface BaselineLine {
  readonly path?: unknown;
  readonly findings?: unknown;
  readonly summary?: { readonly sets?: unknown };
}

/** Reads the output of `--format ndjson`. Throws a `UsageError` that names the line and what is wrong with it. */
export async function readBaseline(path: string, isRedacting: boolean): Promise<Baseline> {
  const prints = new Set<string>();
  let [count, isRedacted] = [0, true];
  try {
    for await (const text of readline().createInterface({
      input: createReadStream(path),
      crlfDelay: Infinity,
    })) {
      count += 1;
      const line = lineOf(text, path, count);
      if (line.path !== undefined) isRedacted &&= /^path-[0-9a-f]{10}(?:\.|$)/.test(String(line.path));
      for (const print of printsIn(line, path, count)) prints.add(print);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw baselineError(path, systemWords[code ?? ''] ?? message);
  }
  if (count === 0) throw baselineError(path, 'it is empty');
  const baseline = { path, prints, isRedacted: isRedacted && prints.size > 0 };
  if (baseline.isRedacted && !isRedacting)
    throw baselineError(path, 'it was made with --redact, so give --redact, and the same --redact-key');
  return baseline;
}

/** How a run stands to its baseline. */
export function countsAgainst({ path, prints }: Baseline, { standing, met }: Tally): BaselineCounts {
  return { path, known: standing.known, new: standing.new, gone: prints.size - met.size };
}

const systemWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
};

function baselineError(path: string, words: string): UsageError {
  return new UsageError(visible(`--baseline ${path}: ${words}`));
}

function lineOf(text: string, path: string, number: number): BaselineLine {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw baselineError(path, `line ${number} is no JSON: ${WANTED}`);
  }
  const { path: file, summary } = (line ?? {}) as BaselineLine;
  if (typeof file === 'string' || (typeof summary === 'object' && summary !== null))
    return line as BaselineLine;
  throw baselineError(path, `line ${number} has neither path nor summary: ${WANTED}`);
}

const WANTED = 'a baseline is what --format ndjson printed, whole';

function printsIn({ findings = [], summary }: BaselineLine, path: string, number: number): string[] {
  const lists: readonly unknown[] = [findings, summary?.sets ?? []];
  return lists.flatMap((list) => {
    if (!Array.isArray(list))
      throw baselineError(path, `the findings of line ${number} are no list: ${WANTED}`);
    return list.map((finding: unknown) => {
      const { fingerprint } = (finding ?? {}) as { readonly fingerprint?: unknown };
      if (typeof fingerprint === 'string' && /^[0-9a-f]{16}$/.test(fingerprint)) return fingerprint;
      throw baselineError(path, `a finding of line ${number} has no fingerprint: ${WANTED}`);
    });
  });
}
