import { readFileSync } from 'node:fs';
import { decodeMessage } from '../../../src/index';
import type { Message } from '../../../src/index';
import { sumOf } from './mapilint-sum';
import type { Reader } from './reader';

/** mapilint over a whole file in memory: what a tool does that goes through many small ones. */
export const reader: Reader<Message> = { load: (path) => decodeMessage(readFileSync(path)), sum: sumOf };
