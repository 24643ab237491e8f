import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { UsageError } from './usage/usage-error';

/** Where a report goes: standard output, or a file. */
export interface Output {
  readonly out: (text: string) => void;
  /** `isWhole`: all of the report was written. */
  readonly close: (isWhole: boolean) => void;
}

/**
 * A file that is there whole or not at all: it is written beside its place, and moved there when it is complete. One
 * that is appended to is written in its place, line by line.
 */
export function outputTo(path: string, isAppended: boolean): Output {
  const target = isAppended ? path : `${path}.${process.pid}.tmp`;
  let descriptor: number;
  try {
    descriptor = openSync(target, isAppended ? 'a' : 'w');
  } catch (error) {
    throw new UsageError(`--output ${path}: ${(error as Error).message}`);
  }
  return {
    out: (text) => void writeSync(descriptor, text),
    close: (isWhole) => {
      closeSync(descriptor);
      if (isAppended) return;
      if (isWhole) renameSync(target, path);
      else rmSync(target, { force: true });
    },
  };
}
