import { readMessage } from '../../index';
import type { Message } from '../../index';
import { openStore } from '../../store';
import type { Store } from '../../store';
import type { Source } from '../source';

/** Bytes of each store that are kept in memory. */
const CACHE = 16 << 20;

/** Reads messages and stores, and keeps what was read last: the next question is mostly about the same. */
export class OpenItems {
  readonly #stores = new Map<number, Promise<Store>>();
  #message: { readonly key: string; readonly message: Message } | undefined;

  async message(source: Source): Promise<Message> {
    const key = `${source.number} ${source.item?.id ?? ''}`;
    if (this.#message?.key === key) return this.#message.message;
    const message =
      source.item === undefined
        ? await readMessage(source.file)
        : await (await this.store(source)).item(source.item.id);
    this.#message = { key, message };
    return message;
  }

  store({ number, file }: Source): Promise<Store> {
    const known = this.#stores.get(number) ?? openStore(file, { cacheBytes: CACHE });
    this.#stores.set(number, known);
    return known;
  }
}
