/** What a peer gave of an input that it read to the end. */
export interface Given {
  /**
   * What is compared with the sound file: a line for each recipient, or what a peer gives that reads no recipients. A
   * peer that gives other rows and says nothing has changed the message in silence.
   */
  readonly rows: readonly string[];
  /** The damage that a program is told of. */
  readonly said: readonly string[];
}

/** A library that reads a format, with all that a user would read of a file. */
export interface Peer {
  readonly read: (bytes: Uint8Array) => Given | Promise<Given>;
  /** Whether an error is one that the library documents. Absent: whether it is none of JavaScript's own kinds. */
  readonly isOwnError?: (error: unknown) => boolean;
}

/** Takes what accessors give, so that reading them is no dead code. */
const touched: { last: unknown } = { last: undefined };

export function touch(...values: readonly unknown[]): void {
  touched.last = values;
}
