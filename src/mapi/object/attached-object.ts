/** What the storage of an OLE object holds, with what its directory entry says. */
export interface ObjectContent {
  readonly name: string;
  /** 16 bytes: which application the object is of. */
  readonly clsid: Uint8Array;
  readonly stateBits: number;
  /** When it was created and modified, in 16 bytes. */
  readonly times: Uint8Array;
  readonly children: readonly (ObjectContent | { readonly name: string; readonly data: Uint8Array })[];
}

/**
 * Fetches an object in an attachment that is no message: a storage, or the bytes in which a container holds one. Rejects
 * with a `FormatError` if it is damaged.
 */
export type FetchObject = () => Promise<ObjectContent | Uint8Array>;
