import { fromFile } from '../node';
import { readMessage } from '../index';
import type { Message, ReadOptions } from '../index';
import type { Reported, UnreadableFile } from '../report/command';
import type { ByteSource, Store, StoreItem } from '../store';
import { systemPath } from './inputs/file-name';
import type { BadInput, Input, PassedOver } from './inputs/input';
import { Patience } from './inputs/patience';
import { isNoMessage, unopened } from './read-error';
import type { ItemRange, StoreArguments } from './usage/store-arguments';

/** A message: of a file, or of an item in a store. */
export interface ReadItem extends Reported {
  readonly message: Message;
  /** Whether its store says that it lies in Sent Items. */
  readonly isInSentItems?: boolean | undefined;
}

/** A store whose items have all been given. */
export interface ReadStore {
  readonly path: string;
  readonly store: Pick<Store, 'anomalies' | 'suppressedAnomalies'>;
  /** How many items were given. */
  readonly items: number;
}

/** What a file gives, one after the other. */
export type Reading = ReadItem | UnreadableFile | ReadStore | PassedOver;

/** What a file that was found in a folder is called if it is no message. */
export const NO_MESSAGE = 'no message';

/** Reads the message of a file, or those items of a store that are asked for. */
export async function* readItems(
  input: Input | BadInput | PassedOver,
  options: ReadOptions,
  selection: StoreArguments,
  patience = new Patience(),
): AsyncGenerator<Reading, void> {
  if ('error' in input || 'passedOver' in input) {
    yield input;
    return;
  }
  const { path } = input;
  try {
    const message = await patience.opening(() => readMessage(fileAt(path), options));
    const damage = lossOfEverything(message);
    yield damage === undefined ? { path, message } : { path, error: damage };
  } catch (error) {
    if (isStore(error)) yield* readStore(path, options, narrowed(selection, input), patience);
    else if (isNoMessage(error, path) && !input.isNamed)
      yield { path, passedOver: unopened(error, path) ?? NO_MESSAGE };
    else yield { path, error: error as Error };
  }
}

function fileAt(path: string): ByteSource {
  return fromFile(systemPath(path), path);
}

/** The item that a line of a list names. */
function narrowed(selection: StoreArguments, { item }: Input): StoreArguments {
  return item === undefined ? selection : { ...selection, item };
}

/** Whether a file was refused because it is a store. */
function isStore(error: unknown): boolean {
  return (error as { feature?: unknown }).feature === 'pst';
}

async function* readStore(
  path: string,
  options: ReadOptions,
  selection: StoreArguments,
  patience: Patience,
): AsyncGenerator<Reading, void> {
  let store: Store;
  try {
    const { openStore } = await import('../store'); // when the first store is met
    store = await patience.opening(() => openStore(fileAt(path), options));
  } catch (error) {
    yield { path, error: error as Error };
    return;
  }
  try {
    let count = 0;
    for await (const { id, folder, message, error } of selected(store, selection)) {
      count += 1;
      const place = { path, item: { id, folder: folder.path } };
      yield message === undefined
        ? { ...place, error }
        : { ...place, message, isInSentItems: folder.isSentItems };
    }
    if (count === 0 && isNarrow(selection)) yield { path, error: noSuchItem() };
    yield { path, store, items: count };
  } catch (error) {
    yield { path, error: error as Error };
  } finally {
    await store.close();
  }
}

function noSuchItem(): Error {
  return Object.assign(new Error('The store was read, but no item in the searched folders matches'), {
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
  { folders = 'all', item, subject, range }: StoreArguments,
): AsyncGenerator<StoreItem, void> {
  if (item === undefined && range === undefined) return yield* store.items({ folders, subject });
  let place = 0;
  for await (const { id, folder } of store.list({ folders, subject })) {
    place += 1;
    const isWanted = item === undefined ? isIn(range, place) : Number(id) === Number(item);
    if (isWanted) yield await readOne(store, id, folder);
    if (isWanted && item !== undefined) return;
  }
}

function isIn(range: ItemRange | undefined, place: number): boolean {
  return range === undefined || (place >= range.from && place <= range.to);
}

async function readOne(store: Store, id: string, folder: StoreItem['folder']): Promise<StoreItem> {
  try {
    return { id, folder, message: await store.item(id) };
  } catch (error) {
    return { id, folder, error: error as Error };
  }
}

/** The damage that left nothing of a message: for whoever asks about a file, that is a file that cannot be read. */
function lossOfEverything({ properties, recipients, anomalies }: Message): Error | undefined {
  if (properties.size > 0 || recipients.length > 0) return undefined;
  const first = anomalies.find(({ severity }) => severity === 'error');
  if (first === undefined) return undefined;
  const { message, ...place } = first;
  return Object.assign(new Error(`No part of the message could be read: ${message}`), place);
}
