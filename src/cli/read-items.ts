import { fromFile, readMessage } from '../node';
import type { Message, ReadOptions } from '../node';
import type { Reported, UnreadableFile } from '../report/index';
import { openStore } from '../store';
import type { Store, StoreItem } from '../store';
import type { BadInput, Input } from './inputs';
import { isNoMessage } from './read-error';
import type { StoreArguments } from './usage/store-arguments';

/** A message: of a file, or of an item in a store. */
export interface ReadItem extends Reported {
  readonly message: Message;
}

/** A store whose items have all been given. */
export interface ReadStore {
  readonly path: string;
  readonly store: Pick<Store, 'anomalies' | 'suppressedAnomalies'>;
}

/** What a file gives, one after the other; `skipped`: it was found in a folder and is no message. */
export type Reading = ReadItem | UnreadableFile | ReadStore | 'skipped';

/** Reads the message of a file, or those items of a store that are asked for. */
export async function* readItems(
  input: Input | BadInput,
  options: ReadOptions,
  selection: StoreArguments,
): AsyncGenerator<Reading, void> {
  if ('error' in input) {
    yield input;
    return;
  }
  const { path } = input;
  try {
    const message = await readMessage(fromFile(path), options);
    const damage = lossOfEverything(message);
    yield damage === undefined ? { path, message } : { path, error: damage };
  } catch (error) {
    if (isStore(error)) yield* readStore(path, options, selection);
    else yield isNoMessage(error) && !input.isNamed ? 'skipped' : { path, error: error as Error };
  }
}

/** Whether a file was refused because it is a store. */
function isStore(error: unknown): boolean {
  return (error as { feature?: unknown }).feature === 'pst';
}

async function* readStore(
  path: string,
  options: ReadOptions,
  selection: StoreArguments,
): AsyncGenerator<Reading, void> {
  let store: Store;
  try {
    store = await openStore(fromFile(path), options);
  } catch (error) {
    yield { path, error: error as Error };
    return;
  }
  try {
    let count = 0;
    for await (const { id, folder, message, error } of selected(store, selection)) {
      count += 1;
      const place = { path, item: { id, folder: folder.path } };
      yield message === undefined ? { ...place, error } : { ...place, message };
    }
    if (count === 0 && isNarrow(selection)) yield { path, error: noSuchItem() };
    yield { path, store };
  } catch (error) {
    yield { path, error: error as Error };
  } finally {
    await store.close();
  }
}

function noSuchItem(): Error {
  return Object.assign(new Error('No folder that was looked into lists such an item'), {
    code: 'no-such-item',
  });
}

/** Whether certain items were asked for, which must be there then. */
function isNarrow({ item, subject }: StoreArguments): boolean {
  return item !== undefined || subject !== undefined;
}

/** The items that are asked for: one by its number, or all that fit. */
async function* selected(
  store: Store,
  { folders = 'all', item, subject }: StoreArguments,
): AsyncGenerator<StoreItem, void> {
  if (item === undefined) return yield* store.items({ folders, subject });
  for await (const { id, folder } of store.list({ folders, subject })) {
    if (Number(id) !== Number(item)) continue;
    yield { id, folder, message: await store.item(id) };
    return;
  }
}

/** The damage that left nothing of a message: for whoever asks about a file, that is a file that cannot be read. */
function lossOfEverything({ properties, recipients, anomalies }: Message): Error | undefined {
  if (properties.size > 0 || recipients.length > 0) return undefined;
  const first = anomalies.find(({ severity }) => severity === 'error');
  if (first === undefined) return undefined;
  const { message, ...place } = first;
  return Object.assign(new Error(`Nothing of the message is left: ${message}`), place);
}
