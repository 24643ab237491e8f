// Whole processes: started, run to their end, and what they cost.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { programPath, readerUrl, usageReporter } from './built-programs';
import type { Checksum } from './checksum';
import { cacheFolder } from './generate/cache';
import type { Usage } from './programs/report-usage';
import type { ReaderName } from './readers/reader';

export interface FinishedProcess extends Usage {
  readonly stdout: string;
}

/** Runs Node on a command line. `accepted` are the exit codes that are no failure. */
export async function runNode(
  args: readonly string[],
  accepted: readonly number[] = [0],
): Promise<FinishedProcess> {
  const child = spawn(process.execPath, ['--require', usageReporter, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  const [stdout, usage, code] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stdio[3] as Readable),
    ended,
  ]);
  if (code === null || !accepted.includes(code)) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return { stdout, ...(JSON.parse(usage) as Usage) };
}

/** A program that reads the files of a list with a reader, ready to be run again and again. */
export function wholeRun(reader: ReaderName, paths: readonly string[]): () => Promise<FinishedProcess> {
  const list = listFile(paths);
  return () => runNode([programPath('whole'), readerUrl(reader), list]);
}

/** What `--trace-opt` says of such a program. */
export async function tracedRun(reader: ReaderName, paths: readonly string[]): Promise<string> {
  const { stdout } = await runNode(['--trace-opt', programPath('whole'), readerUrl(reader), listFile(paths)]);
  return stdout;
}

/** The same by so many workers. */
export function workersRun(
  reader: ReaderName,
  paths: readonly string[],
  workers: number,
): () => Promise<FinishedProcess> {
  const list = listFile(paths);
  return () => runNode([programPath('workers'), readerUrl(reader), list, String(workers)]);
}

/** A process that does nothing. */
export function bareRun(): Promise<FinishedProcess> {
  return runNode([programPath('bare')]);
}

/** The checksum that a whole run prints. */
export function checksumOf({ stdout }: FinishedProcess): Checksum {
  return JSON.parse(stdout) as Checksum;
}

/** A file with these paths, named by them. */
function listFile(paths: readonly string[]): string {
  const folder = join(cacheFolder, 'lists');
  mkdirSync(folder, { recursive: true });
  const list = paths.join('\n');
  const file = join(folder, `${createHash('sha256').update(list).digest('hex').slice(0, 16)}.txt`);
  writeFileSync(file, list);
  return file;
}
