/** A stretch of the file that a test may want to find. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly kind: 'header' | 'page' | 'block' | 'field';
  /** Of pages and blocks. */
  readonly bid?: number;
  /** Of blocks: how many bytes are stored before the trailer. */
  readonly stored?: number;
}

/** By name, such as `nbt root`, `message 0 data` or `folder Calendar contents rows`. */
export type Places = ReadonlyMap<string, Place>;

/** Bytes and where in the file they belong. */
export interface Piece {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Named stretches of a node's own data, before it is cut into blocks or encoded. */
export interface Mark {
  readonly name: string;
  /** Which of the node's data blocks. */
  readonly block: number;
  readonly offset: number;
  readonly length: number;
}
