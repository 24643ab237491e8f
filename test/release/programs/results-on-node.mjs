// node results-on-node.mjs LIST: a line "hash path" for each path in a file of paths.
import { readFileSync } from 'node:fs';
import { resultOf } from './result.mjs';

for (const path of readFileSync(process.argv[2], 'utf8').split('\n'))
  console.log(await resultOf(new Uint8Array(readFileSync(path))), path);
