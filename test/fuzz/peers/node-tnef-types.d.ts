// node-tnef has no declarations of its own; this is what of it is called here.

declare module 'node-tnef' {
  /** Hands over what it read, or `failed` with an error that it met or null for what is no TNEF. */
  export function parseBuffer(data: Uint8Array, callback: (failed: boolean, result: unknown) => void): void;
}
