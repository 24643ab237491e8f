import { closeSync, writeFileSync } from 'node:fs';
import { openAppended, openStream } from './output/descriptors';
import { targetAt } from './output/output-target';
import { ReplacementFile } from './output/replacement-file';
import { writing } from './output/write-error';

/** Where a report goes: standard output, or a file. */
export interface Output {
  readonly out: (text: string) => void;
  /** `isWhole`: all of the report was written. */
  readonly close: (isWhole: boolean) => void;
}

export interface OutputFileOptions {
  /** Whether it is written behind what is there, line by line. */
  readonly isAppended: boolean;
  /** Of a file that is made anew; undefined: its owner alone may read and write it. */
  readonly mode: number | undefined;
  /** Aborted when nobody waits any more, such as for the reader of a pipe. */
  readonly signal: AbortSignal | undefined;
}

/** Does something with the file; what fails becomes a `UsageError` that names it. */
type Attempt = <T>(act: () => T) => T;

/**
 * A file that is there whole or not at all: it is written beside its place, and moved there when it is complete; where
 * nothing was written, what is there stays. One that is appended to is opened when the first line comes, and written in
 * its place, line by line. A pipe or device is written through. What cannot be written is a `UsageError`.
 */
export async function outputTo(path: string, options: OutputFileOptions): Promise<Output> {
  const attempt: Attempt = (act) => writing('--output', path, act);
  const target = attempt(() => targetAt(path));
  if (target.kind === 'stream') {
    const descriptor = await attempt(() => openStream(target, options.signal));
    return streamed(descriptor, target.descriptor !== undefined, attempt);
  }
  return options.isAppended ? appended(path, options, attempt) : replaced(target.path, options, attempt);
}

/** `isOwn`: it was open before. */
function streamed(descriptor: number | undefined, isOwn: boolean, attempt: Attempt): Output {
  return {
    out: (text) => {
      if (descriptor !== undefined)
        attempt(() => {
          writeFileSync(descriptor, text);
        });
    },
    close: () => {
      if (descriptor !== undefined && !isOwn) closeSync(descriptor);
    },
  };
}

function appended(path: string, { mode }: OutputFileOptions, attempt: Attempt): Output {
  let descriptor: number | undefined;
  return {
    out: (text) => {
      attempt(() => {
        writeFileSync((descriptor ??= openAppended(path, mode)), text);
      });
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}

function replaced(path: string, { mode }: OutputFileOptions, attempt: Attempt): Output {
  const file = attempt(() => new ReplacementFile(path, mode));
  let isEmpty = true;
  return {
    out: (text) => {
      isEmpty = false;
      attempt(() => {
        file.write(text);
      });
    },
    close: (isWhole) => {
      try {
        if (isWhole && !isEmpty)
          attempt(() => {
            file.commit();
          });
      } finally {
        file.close();
      }
    },
  };
}
