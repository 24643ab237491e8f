// node out/worker-pool/main.js FOLDER: decodes the messages of a folder in threads, and compares what came back with what
// this thread reads itself.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { FileTime, readMessage } from 'mapilint';
import { fromFile } from 'mapilint/node';
import { doAll } from './pool.js';

const folder = process.argv[2] ?? '.';
const jobs = readdirSync(folder)
  .filter((name) => name.endsWith('.msg'))
  .sort()
  .map((name) => ({ path: join(folder, name) }));

for (const result of await doAll(jobs, 2)) {
  if ('error' in result) {
    console.log(result.path, result.error.code);
    continue;
  }
  const { path, values, diagnosis } = result;
  const message = await readMessage(fromFile(path));
  // a clone has no classes: times are given theirs again by FileTime.from
  const isSame = isDeepStrictEqual(values, structuredClone(message.values));
  const kinds = values.recipients.map(({ trackStatusTime }) =>
    trackStatusTime === undefined ? '-' : FileTime.from(trackStatusTime).kind,
  );
  console.log(path, isSame ? 'same' : 'DIFFERENT', diagnosis.verdict, kinds.join(' '));
}
