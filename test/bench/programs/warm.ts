// warm.mjs: a process of its own for one reader, which takes samples when it is told to.

import { ChecksumAdder } from '../checksum';
import type { Checksum } from '../checksum';
import type { Reader } from '../readers/reader';

/** What the process is told first. */
export interface Preparation {
  readonly reader: string;
  readonly paths: readonly string[];
  /** CPU time that warming up, and then each sample, takes at least. */
  readonly warmUpMilliseconds: number;
  readonly sampleMilliseconds: number;
}

export type Request = { readonly prepare: Preparation } | 'sample';

export interface Prepared {
  /** Undefined of a reader that does not do the job. */
  readonly checksum: Checksum | undefined;
  /** How many times the files are read for a sample. */
  readonly repetitions: number;
}

/** CPU time per file. */
export interface Sample {
  readonly microseconds: number;
}

let reader: Reader;
let paths: readonly string[] = [];
let repetitions = 1;

/** Reads the files so many times, and gives the CPU time in microseconds; garbage collection is part of it. */
async function measure(times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) await readAll();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function readAll(): Promise<Checksum | undefined> {
  const adder = new ChecksumAdder();
  let doesTheJob = true;
  for (const path of paths) {
    const loaded = reader.load(path);
    const sum = reader.sum(loaded instanceof Promise ? await loaded : loaded);
    if (sum === undefined) doesTheJob = false;
    else adder.add(sum);
  }
  return doesTheJob ? adder.result() : undefined;
}

async function prepare(preparation: Preparation): Promise<Prepared> {
  ({ reader } = (await import(preparation.reader)) as { reader: Reader });
  ({ paths } = preparation);
  const checksum = await readAll();
  let spent = 0;
  let last: number;
  do {
    last = await measure(1);
    spent += last;
  } while (spent < preparation.warmUpMilliseconds * 1000);
  repetitions = Math.max(1, Math.ceil((preparation.sampleMilliseconds * 1000) / Math.max(last, 1)));
  return { checksum, repetitions };
}

process.on('message', (request: Request) => {
  const work: Promise<Prepared | Sample> =
    request === 'sample'
      ? measure(repetitions).then((cpu) => ({ microseconds: cpu / repetitions / paths.length }))
      : prepare(request.prepare);
  void work.then((answer) => process.send?.(answer));
});
