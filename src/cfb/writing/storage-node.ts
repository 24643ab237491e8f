import type { StorageClass } from '../directory';

/** A stream that is to be written. */
export interface StreamNode {
  /** At most 31 UTF-16 units: [MS-CFB] 2.6.1. */
  readonly name: string;
  readonly data: Uint8Array;
}

/** A storage that is to be written, with what it holds in any order. */
export interface StorageNode extends Partial<StorageClass> {
  readonly name: string;
  readonly children: readonly (StreamNode | StorageNode)[];
}

export function isStorageNode(node: StreamNode | StorageNode): node is StorageNode {
  return 'children' in node;
}
