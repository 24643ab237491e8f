// [MS-PST]: https://learn.microsoft.com/openspecs/office_file_formats/ms-pst/141923d5-15ab-4ef1-a524-6dce75aae546

import { AnomalyLog, isFormatDamage } from '../damage/anomaly';
import type { ByteSource } from '../bytes/byte-source';
import { FormatError } from '../damage/errors';
import type { RecogniseAttached } from '../mapi/object/attached-file';
import { ContainerMessages } from '../mapi/object/container-messages';
import type { DecodedMessage } from '../mapi/object/decoded-message';
import { reportLostNames } from '../mapi/object/lost-names';
import type { FinishReading } from '../mapi/object/lost-names';
import { PropertyStore } from '../mapi/rows/property-store';
import { PropertyTableBuilder } from '../mapi/rows/property-table-builder';
import { noNames } from '../mapi/values/named-property';
import { findNode } from './find-node';
import { readProperties } from './folder';
import { readFolderTree, withDescendants } from './folder-tree';
import type { FolderNode } from './folder-tree';
import { listFolder, peekFields } from './item-list';
import type { ContentsRow } from './item-list';
import { MessageNode } from './message-node';
import type { NodePlace } from './message-node';
import { NodeId } from './ndb/node-id';
import { hex } from './ndb/store-bytes';
import type { Allowance, StoreReading } from './ndb/store-reading';
import { MessageCensus } from './orphans';
import { findSpecialFolders } from './special-folders';
import type { SpecialFolders } from './special-folders';
import { statedCodePage, votedCodePage } from './store-code-page';
import { StoreSession } from './store-session';
import type { PstOptions } from './store-session';

/** A store that is open: its folders, and its items one by one. */
export class PstStore {
  readonly session: StoreSession;
  readonly root: FolderNode;
  /** All folders, each before those in it. */
  readonly folders: readonly FolderNode[];
  readonly special: SpecialFolders;
  readonly #codePage: number | undefined;

  private constructor(
    session: StoreSession,
    root: FolderNode,
    special: SpecialFolders,
    codePage: number | undefined,
  ) {
    this.session = session;
    this.root = root;
    this.folders = withDescendants(root);
    this.special = special;
    this.#codePage = codePage;
  }

  /** Opens a store and reads its names and folders. Rejects with a `FormatError` if damage left nothing of it. */
  static async open(source: ByteSource, options: PstOptions): Promise<PstStore> {
    const session = await StoreSession.open(source, options);
    try {
      await session.readNames();
      const codePage = await codePageOf(session);
      const root = await session.runShared((reading) =>
        readFolderTree(reading, codePage, options.limits.storageDepth),
      );
      if (isLost(root, session) && (await MessageCensus.take(session)).count === 0) refuse(session);
      const own = await session.runShared((reading) => readStoreProperties(reading, codePage));
      const top = root ?? lostRoot;
      return new PstStore(session, top, findSpecialFolders(withDescendants(top), own), codePage);
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Lists the items of folders; with `orphans`, also those that no contents table of any folder lists. */
  async *list(
    folders: readonly FolderNode[],
    pool: Allowance,
    orphans: boolean,
  ): AsyncGenerator<ContentsRow, void> {
    const census = orphans ? await MessageCensus.take(this.session) : undefined;
    for (const folder of folders) {
      for await (const item of listFolder(this.session, folder, this.#codePage, pool)) {
        census?.markListed(item.nodeId);
        yield item;
      }
    }
    for (const orphan of census?.orphans(this.session, this.root, folders) ?? []) {
      const fields = await this.session.runShared(
        (reading) => peekFields(this.session, reading, orphan.nodeId, this.#codePage),
        pool,
      );
      yield { ...orphan, ...fields };
    }
  }

  /**
   * Reads an item, and the messages that are attached to it as files if `recogniseAttached` finds any. Rejects with a
   * `FormatError` if nothing of it can be read.
   */
  read(nodeId: number, recogniseAttached: RecogniseAttached, pool?: Allowance): Promise<DecodedMessage> {
    const { names, lostNames, fetch } = this.session;
    const options = { ...this.session.options, recogniseAttached };
    const { strict, loadValuesUpTo } = options;
    const values = { loadValuesUpTo, fetch };
    return this.session.run(
      (reading) => {
        const must = new AnomalyLog(true, 0).at('');
        const entry = findNode(reading, nodeId, (code, message, at) => {
          must(code, message, { storage: `node ${hex(nodeId)}`, ...at });
        });
        if (entry === undefined) throw new Error('a missing node is an error in strict mode');
        const messages: ContainerMessages<NodePlace> = new ContainerMessages(
          reading.log,
          options,
          (place, message) => new MessageNode(reading, names, values, place, message, messages),
        );
        const where = { blocks: entry, storage: `node ${hex(nodeId)}` };
        const { log } = reading;
        const reportNames: FinishReading = (all) => {
          // QUIRK: [MS-PST] 2.4.7 names every identifier; sound stores have items with some that have none (`Test_part0.pst`
          // of Aspose.Email-for-Java), and checksums tell whether the map is damaged
          reportLostNames({ lost: lostNames }, all, 'pst-named-property-map', (path) => log.at(path));
        };
        const item = messages.decode(where, reportNames, this.#codePage);
        messages.readAll(); // while the pages are there
        if (item.message.properties.size === 0) refuseItem(nodeId, reading);
        if (strict) item.readAll();
        return item;
      },
      strict,
      pool,
    );
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

/** The code page of the names of folders, and of messages that do not say: what the store states, the caller knows, most messages say. */
async function codePageOf(session: StoreSession): Promise<number | undefined> {
  const { codePage, codePageOverride } = session.options;
  return (
    codePageOverride ?? (await session.run(statedCodePage)) ?? codePage ?? (await session.run(votedCodePage))
  );
}

function readStoreProperties(reading: StoreReading, codePage: number | undefined): PropertyStore {
  const report = reading.at('', `node ${hex(NodeId.messageStore)}`);
  const entry = findNode(reading, NodeId.messageStore, report);
  if (entry !== undefined) return readProperties(reading, entry, codePage, report);
  const table = new PropertyTableBuilder(0, 0);
  table.endRow();
  return new PropertyStore(
    table.finish(() => '', { codePage: 0, names: noNames }),
    0,
  );
}

/** Stands for the root folder of a store that has messages and has lost their folders. */
const lostRoot: FolderNode = {
  nodeId: NodeId.rootFolder,
  name: '',
  path: '',
  containerClass: undefined,
  itemCount: 0,
  calendarEntryId: undefined,
  serverId: undefined,
  parent: undefined,
  folders: [],
};

/** Whether damage has left no folder but the root, or not even that. */
function isLost(root: FolderNode | undefined, { log }: StoreSession): boolean {
  if (root === undefined) return true;
  return root.folders.length === 0 && log.anomalies.some(({ severity }) => severity === 'error');
}

function refuse({ log }: StoreSession): never {
  const cause = log.anomalies.find(isFormatDamage);
  const lost = 'neither a folder in the root folder (node 0x122) nor a message can be found';
  const message = cause === undefined ? `In this store ${lost}` : `${cause.message}: ${lost}`;
  throw new FormatError(cause?.code ?? 'pst-node-missing', message, { path: '', offset: cause?.offset });
}

/** Of an item without a single property nothing was read; why is in the log. */
function refuseItem(nodeId: number, { log }: StoreReading): never {
  const cause = log.anomalies.find(isFormatDamage);
  const place = { path: '', storage: `node ${hex(nodeId)}`, offset: cause?.offset };
  throw new FormatError(cause?.code ?? 'pst-heap', cause?.message ?? 'The message has no properties', place);
}
