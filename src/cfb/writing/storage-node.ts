/** A stream that is to be written. */
export interface StreamNode {
  /** At most 31 UTF-16 units: [MS-CFB] 2.6.1. */
  readonly name: string;
  readonly data: Uint8Array;
}

/** What the entry of a storage says of it beside its name, [MS-CFB] 2.6.1. */
export interface StorageClass {
  /** The CLSID in its 16 bytes; absent: none. */
  readonly clsid?: Uint8Array | undefined;
  /** The state bits that an application has set. */
  readonly stateBits?: number | undefined;
  /** When it was created and modified, in 16 bytes; absent: not stated. */
  readonly times?: Uint8Array | undefined;
}

/** A storage that is to be written, with what it holds in any order. */
export interface StorageNode extends StorageClass {
  readonly name: string;
  readonly children: readonly (StreamNode | StorageNode)[];
}

export function isStorageNode(node: StreamNode | StorageNode): node is StorageNode {
  return 'children' in node;
}
