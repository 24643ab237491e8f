import { readFileSync } from 'node:fs';
import { allRules } from '../../../src/rules/index';
import { decodeMessage, diagnose } from '../../../src/index';
import type { Message } from '../../../src/index';
import { sumOf } from './mapilint-sum';
import type { Reader } from './reader';

/** mapilint as in `mapilint.ts`, and what all rules say. */
export const reader: Reader<Message> = {
  load: (path) => {
    const message = decodeMessage(readFileSync(path));
    if (diagnose(message, { rules: allRules }).results.length === 0)
      throw new Error(`${path}: no rule said anything`);
    return message;
  },
  sum: sumOf,
};
