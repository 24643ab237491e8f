import { AnomalyLog } from '../damage/anomaly';
import { Message } from '../message/message';
import type { ObjectContent } from '../mapi/object/attached-object';
import { readObjectContent } from '../msg/object-content';
import { readMsg, readStorages } from '../msg/read-msg';
import { checkedOptions } from '../reading/read-options';
import type { ReadOptions } from '../reading/read-options';
import { attachedBy } from '../reading/recognise-attached';
import { ContainerTree } from './cfb-container';
import type { CfbContainer } from './cfb-container';

/** Of what is attached as a file, .msg alone is read: whoever needs no other format would have its reader all the same. */
const readers = { msg: readMsg };

/**
 * Decodes the message in a container that SheetJS's `cfb` has read. It gives the same `Message` without parsing the
 * file again. mapilint cannot report what that library ignores, such as damaged sectors and entries that two storages
 * claim, and `origin.offset` is undefined. Throws a `FormatError` if the container does not hold a message.
 */
export function decodeCfb(container: CfbContainer, options: ReadOptions = {}): Message {
  if (!Array.isArray((container as Partial<CfbContainer> | undefined)?.FileIndex))
    throw new TypeError('decodeCfb expects a container of cfb: CFB.read(bytes, …)');
  const tree = new ContainerTree(container);
  const fetchNow = (stream: number): Uint8Array => tree.content(stream).slice();
  const fetch = (stream: number): Promise<Uint8Array> => Promise.resolve(fetchNow(stream));
  const checked = checkedOptions('decodeCfb', options);
  const all = { ...checked, recogniseAttached: attachedBy(readers, checked) };
  const fetchObject = (storage: number): Promise<ObjectContent> =>
    Promise.resolve().then(() => readObjectContent(tree, storage, new AnomalyLog(true, 0).at('')));
  return Message.of(readStorages(() => tree, all, { fetch, fetchNow, fetchObject }));
}
