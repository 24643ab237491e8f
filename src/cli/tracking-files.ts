import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isTrackingLog, TrackingReader } from '../evidence/index';
import { UnsupportedError } from '../index';
import type { TrackingLog } from '../evidence/index';
import { systemPath } from './inputs/file-name';
import { walk } from './inputs/walk';

/** Bytes: a log is read in pieces of this size. */
const PIECE = 1_048_576;

/** A log that could be read, or why one could not. */
export type TrackingFile = { readonly path: string } & (
  | { readonly evidence: TrackingLog; readonly error?: undefined }
  | { readonly evidence?: undefined; readonly error: Error }
);

/**
 * Reads tracking logs, of files and folders, as one: a message that is sent on one day may come back on another. Only lines
 * about these recipients are kept. What lies in a folder and is none is passed over.
 */
export async function readTracking(
  paths: readonly string[],
  recipients: ReadonlySet<string>,
  strict: boolean,
): Promise<TrackingFile[]> {
  const [first] = paths;
  if (first === undefined) return [];
  const reader = new TrackingReader({ recipients, strict });
  const failed: TrackingFile[] = [];
  let count = 0;
  for (const path of paths) {
    try {
      const found = await takeAll(path, reader);
      if (found === 0)
        throw new UnsupportedError('evidence-kind', `--tracking was given ${await kindOf(path)}`);
      count += found;
    } catch (error) {
      failed.push({ path, error: error as Error });
    }
  }
  if (count === 0) return failed;
  return [{ path: first, evidence: reader.log() }, ...failed];
}

/** Takes the log at a path, or those in the folder there; gives how many there were. */
async function takeAll(path: string, reader: TrackingReader): Promise<number> {
  if (!(await isFolder(path))) return (await take(path, reader)) ? 1 : 0;
  let count = 0;
  for await (const input of walk(path)) {
    if ('error' in input) throw input.error;
    if ('relativePath' in input && (await take(input.path, reader))) count += 1;
  }
  return count;
}

/** Takes a file, if it is a tracking log. */
async function take(path: string, reader: TrackingReader): Promise<boolean> {
  let isBegun = false;
  for await (const chunk of createReadStream(systemPath(path), { highWaterMark: PIECE })) {
    const bytes = chunk as Uint8Array;
    if (!isBegun && !isTrackingLog(bytes)) return false;
    if (!isBegun) reader.begin(path);
    isBegun = true;
    reader.take(bytes);
  }
  if (isBegun) reader.end();
  return isBegun;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(systemPath(path))).isDirectory();
}

async function kindOf(path: string): Promise<string> {
  return (await isFolder(path)) ? 'a folder without a message tracking log' : 'no message tracking log';
}
