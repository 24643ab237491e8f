import { createReadStream } from 'node:fs';
import type { Finding, UnreachedMeeting, Verdict } from '../../index';
import type { StoreReport } from '../../report/command';
import { readline } from '../builtin-modules';
import type { Arguments } from '../usage/arguments';
import { failure, targetAt } from '../output/output-target';
import { ReplacementFile } from '../output/replacement-file';
import { writing } from '../output/write-error';
import { pathOfLine } from '../inputs/file-name';
import { NO_MESSAGE } from '../read-items';
import { isGrave } from './comparison';
import type { Comparison } from './comparison';
import { stampOf } from './file-stamp';
import type { FileOutcome } from './file-outcome';

/** What a line of ndjson says, as far as it matters here. */
interface Line {
  readonly path: string;
  readonly pathBytes?: string;
  readonly item?: object;
  readonly bytes?: number;
  readonly modified?: string;
  readonly verdict?: Verdict | null;
  readonly findings?: readonly Finding[];
  readonly unreached?: readonly UnreachedMeeting[];
  readonly error?: { readonly code: string | null };
  readonly store?: Omit<StoreReport, 'path'>;
  readonly passedOver?: string;
}

/** By what findings are counted. */
interface Counting {
  readonly args: Arguments;
  readonly comparison: Comparison;
}

/** Errors of the system and of a run, which may be over: the file itself may be sound. */
const passing = /^(E[A-Z0-9]+|timeout|worker-died|ERR_[A-Z_]+)$/;

/**
 * Takes the output of a run that came to no end: drops a torn line, lines about the whole, files that have changed since,
 * stores without their end and errors that may be over; gives what the other lines say, to be counted. `done` gets the
 * paths that need not be read again.
 */
export function resumed(
  path: string,
  args: Arguments,
  comparison: Comparison,
  done: Set<string>,
): Promise<FileOutcome[]> {
  return writing('--resume', path, async () => {
    const target = targetAt(path);
    if (target.kind === 'stream') throw failure('EINVAL', 'it is not a file that a run could continue');
    return target.existing === undefined ? [] : await keptLines(target.path, { args, comparison }, done);
  });
}

/** Writes the lines anew that stay, in the place of all. */
async function keptLines(path: string, counting: Counting, done: Set<string>): Promise<FileOutcome[]> {
  const kept: FileOutcome[] = [];
  const unfinished = await unfinishedIn(path);
  const output = new ReplacementFile(path);
  try {
    const isCurrent = stampChecker();
    for await (const text of linesOf(path)) {
      const line = lineOf(text);
      if (line === undefined || unfinished.has(line.path) || !isCurrent(line)) continue;
      done.add(line.path);
      kept.push(outcomeOf(line, counting));
      output.write(`${text}\n`);
    }
    output.commit();
  } finally {
    output.close();
  }
  return kept;
}

/** The files of which not everything is there: stores that were not read to their end, and errors that may be over. */
async function unfinishedIn(path: string): Promise<Set<string>> {
  const begun = new Set<string>();
  const finished = new Set<string>();
  const failed = new Set<string>();
  for await (const text of linesOf(path)) {
    const line = lineOf(text);
    if (line === undefined) continue;
    if (line.item !== undefined) begun.add(line.path);
    if (line.store !== undefined) finished.add(line.path);
    if (passing.test(line.error?.code ?? '')) failed.add(line.path);
  }
  return new Set([...[...begun].filter((each) => !finished.has(each)), ...failed]);
}

function linesOf(path: string): AsyncIterable<string> {
  return readline().createInterface({ input: createReadStream(path), crlfDelay: Infinity });
}

/** Undefined: torn, or about no file. */
function lineOf(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as Partial<Line> | null;
    if (typeof line?.path !== 'string') return undefined;
    return { ...line, path: pathOfLine(line.path, line.pathBytes) };
  } catch {
    return undefined;
  }
}

/** Tells whether a file is still as its line says; the lines of a store follow each other. */
function stampChecker(): (line: Line) => boolean {
  let last: { readonly path: string; readonly stamp: ReturnType<typeof stampOf> } | undefined;
  return ({ path, bytes, modified }) => {
    if (last?.path !== path) last = { path, stamp: stampOf(path) };
    const { stamp } = last;
    return stamp !== undefined && stamp.bytes === bytes && stamp.modified === modified;
  };
}

/** What a line says that is counted; it is written already. */
function outcomeOf(
  { path, item, error, store, passedOver, ...line }: Line,
  { args, comparison }: Counting,
): FileOutcome {
  const findings = (line.findings ?? []).map((finding) =>
    comparison.finding({ ...finding, known: undefined }),
  );
  const verdict = line.verdict ?? undefined;
  return {
    path,
    kind: kindOf({ error, store, passedOver }),
    isOfStore: item !== undefined,
    output: '',
    stderr: '',
    verdict,
    graveFindings: findings.filter((finding) => isGrave(finding, args)).length,
    standing: comparison.standingOf(findings),
    unreached: line.unreached ?? [],
    store: store && { path, store },
  };
}

function kindOf({
  error,
  store,
  passedOver,
}: { [K in 'error' | 'store' | 'passedOver']: Line[K] | undefined }): FileOutcome['kind'] {
  if (error !== undefined) return 'unreadable';
  if (store !== undefined) return 'store';
  if (passedOver === undefined) return 'item';
  return passedOver === NO_MESSAGE ? 'no-message' : 'passed-over';
}
