// node told-on-node.mjs LIST OUT: for each path in a file of paths, what is told of it, into OUT/<number>.jsonl.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toldOf } from './result.mjs';

const [list, out] = process.argv.slice(2);
for (const [index, path] of readFileSync(list, 'utf8').split('\n').entries())
  writeFileSync(join(out, `${index}.jsonl`), await toldOf(new Uint8Array(readFileSync(path))));
