import type { ReadOptions } from '../index';
import { readItems } from './read-items';
import type { ReadItem } from './read-items';
import type { StoreArguments } from './usage/store-arguments';
import type { UnreadableFile } from '../report/command';
import { UsageError } from './usage/usage-error';

/** The one message that a command is about: of a file, or the item of a store that is asked for. */
export async function onlyMessage(
  path: string,
  options: ReadOptions,
  selection: StoreArguments,
): Promise<ReadItem | UnreadableFile> {
  let found: ReadItem | UnreadableFile | undefined;
  for await (const reading of readItems({ path, relativePath: path, isNamed: true }, options, selection)) {
    if ('passedOver' in reading || 'store' in reading) continue;
    if (found !== undefined)
      throw new UsageError(
        `${path} has several items: name one with --item; mapilint items and mapilint check show their numbers`,
      );
    found = reading;
  }
  return found ?? { path, error: new Error('It has no item that matches') };
}
