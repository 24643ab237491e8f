import { fromFile } from '../../../src/node';
import { readMessage } from '../../../src/index';
import type { Message } from '../../../src/index';
import { sumOf } from './mapilint-sum';
import type { Reader } from './reader';

/** mapilint over a file that stays where it is: only what is needed is read. */
export const reader: Reader<Message> = { load: (path) => readMessage(fromFile(path)), sum: sumOf };
