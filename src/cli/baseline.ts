import { createReadStream } from 'node:fs';
import type { BaselineCounts } from '../report/command';
import { visible } from '../report/command';
import { readline } from './builtin-modules';
import type { Tally } from './checking/tally';
import { pathOfLine } from './inputs/file-name';
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
  /** Undefined: the line is about the whole run. */
  readonly path: string | undefined;
  readonly prints: readonly string[];
}

/** Reads the output of `--format ndjson`. Throws a `UsageError` that names the line and what is wrong with it. */
export async function readBaseline(path: string, isRedacting: boolean): Promise<Baseline> {
  const prints = new Set<string>();
  let [count, isRedacted] = [0, true];
  try {
    for await (const text of linesIn(path)) {
      const line = lineOf(text, `--baseline ${path}: line ${++count}`);
      if (line.path !== undefined) isRedacted &&= /^path-[0-9a-f]{10}(?:\.|$)/.test(line.path);
      for (const print of line.prints) prints.add(print);
    }
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : baselineError(path, systemWordsOf(error as NodeJS.ErrnoException));
  }
  if (count === 0) throw baselineError(path, 'it is empty');
  const baseline = { path, prints, isRedacted: isRedacted && prints.size > 0 };
  if (baseline.isRedacted && !isRedacting)
    throw baselineError(path, 'it was made with --redact, so give --redact, and the same --redact-key');
  return baseline;
}

function linesIn(path: string): AsyncIterable<string> {
  return readline().createInterface({ input: createReadStream(path), crlfDelay: Infinity });
}

/** How a run stands to its baseline. */
export function countsAgainst({ path, prints }: Baseline, { standing, met }: Tally): BaselineCounts {
  return { path, known: standing.known, new: standing.new, gone: prints.size - met.size };
}

function systemWordsOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EISDIR' ? 'it is a folder' : message;
}

function baselineError(path: string, words: string): UsageError {
  return new UsageError(visible(`--baseline ${path}: ${words}`));
}

/** `where` names the line, in the words of an error. */
function lineOf(text: string, where: string): BaselineLine {
  const wrong = (what: string): UsageError => new UsageError(visible(`${where} ${what}: ${WANTED}`));
  const { path, pathBytes, summary, findings = [] } = fieldsIn(text, wrong);
  const lists = [findings, ...(isObject(summary) ? [summary['sets'] ?? []] : [])];
  if (typeof path !== 'string' && !isObject(summary)) throw wrong('has neither path nor summary');
  const all = lists.flatMap((list): unknown[] => {
    if (!Array.isArray(list)) throw wrong('has findings that are not a list');
    return list;
  });
  const prints = all.map((finding) => {
    const print = isObject(finding) ? finding['fingerprint'] : undefined;
    if (typeof print === 'string' && /^[0-9a-f]{16}$/.test(print)) return print;
    throw wrong('has a finding without a fingerprint');
  });
  return { path: typeof path === 'string' ? pathOfLine(path, pathBytes) : undefined, prints };
}

const WANTED = 'a baseline is the whole output of --format ndjson';

function fieldsIn(text: string, wrong: (what: string) => UsageError): Readonly<Record<string, unknown>> {
  try {
    const line = JSON.parse(text) as unknown;
    return isObject(line) ? line : {};
  } catch {
    throw wrong('is not JSON');
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
