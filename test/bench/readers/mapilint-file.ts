import { fromFile, readMessage } from '../../../src/node';
import type { Message } from '../../../src/node';
import { sumOf } from './mapilint-sum';
import type { Reader } from './reader';

/** mapilint over a file that stays where it is: only what is needed is read. */
export const reader: Reader<Message> = { load: (path) => readMessage(fromFile(path)), sum: sumOf };
