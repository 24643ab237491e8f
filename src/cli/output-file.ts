import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { UsageError } from './usage/usage-error';

/** Where a report goes: standard output, or a file. */
export interface Output {
  readonly out: (text: string) => void;
  /** `isWhole`: all of the report was written. */
  readonly close: (isWhole: boolean) => void;
}

/**
 * A file that is there whole or not at all: it is written beside its place, and moved there when it is complete; where
 * nothing was written, what is there stays. One that is appended to is opened when the first line comes, and written in
 * its place, line by line. What cannot be written is a `UsageError`.
 */
export function outputTo(path: string, isAppended: boolean): Output {
  const target = isAppended ? path : `${path}.${process.pid}.tmp`;
  const attempt = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw new UsageError(`--output ${path}: ${(error as Error).message}`);
    }
  };
  let opened: number | undefined;
  let isEmpty = true;
  const descriptor = (): number => (opened ??= attempt(() => openSync(target, isAppended ? 'a' : 'w')));
  if (!isAppended) descriptor();
  return {
    out: (text) => {
      isEmpty = false;
      attempt(() => {
        writeFileSync(descriptor(), text);
      });
    },
    close: (isWhole) => {
      if (opened !== undefined) closeSync(opened);
      if (isAppended) return;
      if (!isWhole || isEmpty) rmSync(target, { force: true });
      else
        attempt(() => {
          renameSync(target, path);
        });
    },
  };
}
