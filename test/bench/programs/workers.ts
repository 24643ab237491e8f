// workers.mjs READER LIST COUNT: as whole.mjs, by so many workers that take chunks of the list.

import { Worker } from 'node:worker_threads';
import { ChecksumAdder } from '../checksum';
import type { Checksum } from '../checksum';

const [reader = '', list = '', count = '2'] = process.argv.slice(2);
const next = new Int32Array(new SharedArrayBuffer(4));
const adder = new ChecksumAdder();
const results = Array.from(
  { length: Number(count) },
  () =>
    new Promise<Checksum>((resolve, reject) => {
      const worker = new Worker(new URL('shard.mjs', import.meta.url), {
        workerData: { reader, list, next },
      });
      worker.on('message', resolve);
      worker.on('error', reject);
    }),
);
for (const result of await Promise.all(results)) adder.add(result);
console.log(JSON.stringify(adder));
