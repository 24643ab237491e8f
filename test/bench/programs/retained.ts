// retained.mjs READER FILE: prints how many bytes stay in memory for each recipient that is kept, once all are decoded.

import type { Reader } from '../readers/reader';

/** As many are kept at once, so that what is made only once weighs little. */
const COPIES = 8;

const [readerUrl = '', path = ''] = process.argv.slice(2);
const { reader } = (await import(readerUrl)) as { reader: Reader };

/** Bytes on V8's heap and outside it, after everything that can be collected is. */
async function inUse(): Promise<number> {
  for (let time = 0; time < 4; time++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10)); // array buffers are freed in the background
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const first = reader.sum(await reader.load(path)); // whatever is loaded or made once, is now
const kept: unknown[] = [];
const before = await inUse();
for (let copy = 0; copy < COPIES; copy++) {
  const loaded = await reader.load(path);
  reader.sum(loaded);
  kept.push(loaded);
}
const bytes = (await inUse()) - before;
console.log(JSON.stringify({ bytesPerRow: bytes / (kept.length * (first?.rows ?? 0)), checksum: first }));
