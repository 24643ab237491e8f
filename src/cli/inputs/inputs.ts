import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isIgnoredBy } from '../configuration/matching-paths';
import type { Arguments } from '../usage/arguments';
import { systemPath } from './file-name';
import type { BadInput, Input, PassedOver } from './input';
import { listedPaths } from './listed-paths';
import { isInShard } from './shard';
import { walk } from './walk';

/**
 * The files that a command line is about: those that it names, those in the folders that it names, and those that a list
 * on standard input names. What it names twice, or by itself beside its folder, comes once.
 */
export async function* inputsOf(
  { paths, listing, shard, ignored }: Pick<Arguments, 'paths' | 'listing' | 'shard' | 'ignored'>,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Input | BadInput | PassedOver, void> {
  const isIgnored = isIgnoredBy(ignored);
  for await (const found of everyInput(paths, listing, stdin)) {
    const input = isIgnored(found.path) ? leftOut(found) : found;
    if (input === undefined) continue;
    const isOther =
      shard !== undefined && !isInShard(shard, 'relativePath' in input ? input.relativePath : input.path);
    if (!isOther) yield input;
  }
}

/** What is said of a file that the configuration leaves out: nothing, unless somebody named it. */
function leftOut(input: Input | BadInput | PassedOver): PassedOver | undefined {
  const isNamed = 'relativePath' in input && input.relativePath === input.path;
  return isNamed ? { path: input.path, passedOver: IGNORED } : undefined;
}

/** What a file is called that the configuration leaves out. */
const IGNORED = 'ignored by the configuration';

async function* everyInput(
  paths: readonly string[],
  listing: Arguments['listing'],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Input | BadInput | PassedOver> {
  const byPlace = new Map(paths.map((path) => [resolve(path), path]));
  for (const path of byPlace.values()) {
    for await (const input of at(path, true)) {
      const isTwice =
        'isNamed' in input && !input.isNamed && byPlace.size > 1 && byPlace.has(resolve(input.path));
      if (!isTwice) yield input;
    }
  }
  if (listing === undefined) return;
  for await (const listed of listedPaths(stdin, listing)) {
    if ('error' in listed) yield { path: '-', error: listed.error };
    else yield* at(listed.path, false, listed.item);
  }
}

/** The file at a path, or those in the folder there. */
async function* at(
  path: string,
  isNamed: boolean,
  item?: string,
): AsyncGenerator<Input | BadInput | PassedOver> {
  try {
    if ((await stat(systemPath(path))).isDirectory()) yield* walk(path);
    else yield { path, relativePath: path, isNamed, item };
  } catch (error) {
    yield { path, error: error as Error };
  }
}
