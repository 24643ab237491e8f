// whole.mjs READER LIST: reads every file that a list names, and prints the checksum of them all.

import { readFileSync } from 'node:fs';
import { ChecksumAdder } from '../checksum';
import type { Reader } from '../readers/reader';

const [readerUrl = '', list = ''] = process.argv.slice(2);
const { reader } = (await import(readerUrl)) as { reader: Reader };
const adder = new ChecksumAdder();
for (const path of readFileSync(list, 'utf8').split('\n')) {
  const loaded = reader.load(path);
  const sum = reader.sum(loaded instanceof Promise ? await loaded : loaded);
  if (sum !== undefined) adder.add(sum);
}
console.log(JSON.stringify(adder));
