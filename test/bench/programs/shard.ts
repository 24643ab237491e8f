// A worker of workers.mjs: takes the next chunk of the list until there is none.

import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { ChecksumAdder } from '../checksum';
import type { Reader } from '../readers/reader';

/** How many files a worker takes at a time. */
const CHUNK = 50;

const {
  reader: url,
  list,
  next,
} = workerData as { reader: string; list: string; /** The first file that nobody took. */ next: Int32Array };
const { reader } = (await import(url)) as { reader: Reader };
const paths = readFileSync(list, 'utf8').split('\n');
const adder = new ChecksumAdder();
for (;;) {
  const first = Atomics.add(next, 0, CHUNK);
  if (first >= paths.length) break;
  for (const path of paths.slice(first, first + CHUNK)) {
    const loaded = reader.load(path);
    const sum = reader.sum(loaded instanceof Promise ? await loaded : loaded);
    if (sum !== undefined) adder.add(sum);
  }
}
parentPort?.postMessage(adder.result());
