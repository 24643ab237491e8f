import type { Plugin } from 'esbuild';

/** A file of what some modules load at once. */
export interface CoreChunk {
  /** The module to build it from. */
  readonly entry: string;
  /** Lets all else load from it what is in it. */
  readonly plugin: Plugin;
}

export function coreChunk(name: string, doors: readonly string[]): Promise<CoreChunk>;
