import type { StoreReading } from './ndb/store-reading';
import { NodeId } from './ndb/node-id';
import { hex } from './ndb/store-bytes';
import { findNode } from './find-node';
import { readFolder, readSubFolders } from './folder';
import type { FolderProperties } from './folder';

/** A folder of the tree, with the node it is. */
export interface FolderNode extends FolderProperties {
  readonly nodeId: number;
  /** The names from the root on, joined by `/`; in a name `\` stands before `\` and `/`. */
  readonly path: string;
  readonly parent: FolderNode | undefined;
  readonly folders: FolderNode[];
}

/**
 * Reads the folders below the root folder, level by level: all of one level are independent, so that their pages are
 * awaited together. A folder counts where it is met first.
 */
export function readFolderTree(
  reading: StoreReading,
  codePage: number | undefined,
  maxDepth: number,
): FolderNode | undefined {
  const seen = new Set<number>([NodeId.rootFolder]);
  const root = readNode(reading, NodeId.rootFolder, undefined, codePage);
  let level = root === undefined ? [] : [root];
  for (let depth = 0; level.length > 0; depth++) {
    const children = level.map(() => [] as (FolderNode | undefined)[]);
    reading.database.source.gather(level.length, (index) => {
      const folder = level[index] as FolderNode;
      const ids = readSubFolders(reading, folder.nodeId, folderReport(reading, folder));
      if (ids.length > 0 && depth >= maxDepth) reportDepth(reading, folder, maxDepth);
      else children[index] = readChildren(reading, folder, ids, codePage);
    });
    level = children.flatMap((found, index) => adopt(reading, level[index] as FolderNode, found, seen));
  }
  return root;
}

/** A recorder for what is wrong with a folder. */
export function folderReport(
  reading: StoreReading,
  { path, nodeId }: FolderNode,
): ReturnType<StoreReading['at']> {
  return reading.at(path, `node ${hex(nodeId)}`);
}

function readChildren(
  reading: StoreReading,
  parent: FolderNode,
  ids: readonly number[],
  codePage: number | undefined,
): (FolderNode | undefined)[] {
  const children: (FolderNode | undefined)[] = [];
  reading.database.source.gather(ids.length, (index) => {
    children[index] = readNode(reading, ids[index] as number, parent, codePage);
  });
  return children;
}

function readNode(
  reading: StoreReading,
  nodeId: number,
  parent: FolderNode | undefined,
  codePage: number | undefined,
): FolderNode | undefined {
  const report = reading.at(parent?.path ?? '', `node ${hex(nodeId)}`);
  const entry = findNode(reading, nodeId, report);
  if (entry === undefined) return undefined;
  const properties = readFolder(reading, entry, codePage, report);
  return { ...properties, nodeId, path: pathOf(parent, properties.name), parent, folders: [] };
}

function pathOf(parent: FolderNode | undefined, name: string): string {
  if (parent === undefined) return '';
  const step = name.replaceAll(/[\\/]/g, '\\$&');
  return parent.path === '' ? step : `${parent.path}/${step}`;
}

/** Puts folders into their parent, those that have none yet. */
function adopt(
  reading: StoreReading,
  parent: FolderNode,
  children: readonly (FolderNode | undefined)[],
  seen: Set<number>,
): FolderNode[] {
  const adopted = children.filter((child) => {
    if (child === undefined) return false;
    if (!seen.has(child.nodeId)) return seen.add(child.nodeId).size > 0;
    const message = `Folder ${hex(child.nodeId)} is in the tree already`;
    folderReport(reading, parent)('pst-folder-cycle', message);
    return false;
  }) as FolderNode[];
  parent.folders.push(...adopted);
  return adopted;
}

function reportDepth(reading: StoreReading, folder: FolderNode, maxDepth: number): void {
  const message = `Folders are nested deeper than ${maxDepth}; the deeper ones were not read`;
  folderReport(reading, folder)('limit-storage-depth', message);
}

/** A folder and all folders in it, each before those in it. */
export function withDescendants(root: FolderNode): FolderNode[] {
  const found: FolderNode[] = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    found.push(folder);
    pending.push(...[...folder.folders].reverse());
  }
  return found;
}
