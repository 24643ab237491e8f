import { readFileSync } from 'node:fs';
import { decodeMessage } from '../../../src/index';
import type { Message } from '../../../src/index';
import { sumOf } from './mapilint-sum';
import type { Reader } from './reader';

/** mapilint as in `mapilint.ts`, and all that is wrong anywhere in the file. */
export const reader: Reader<Message> = {
  load: (path) => {
    const message = decodeMessage(readFileSync(path));
    if (message.anomalies.length > 0) throw new Error(`${path}: the files are sound`);
    return message;
  },
  sum: sumOf,
};
