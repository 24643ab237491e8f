// How real writers scatter sectors, and the extremes.

import type { SectorOrder, UnplacedChain } from '../../support/sector-placement';

/** In how many runs `interleaved` breaks the metadata. */
const RUNS = 8;

/** Directory, mini FAT and mini stream grow in step; a large stream comes whenever it is written. So Outlook saves. */
export const growing: SectorOrder = {
  *sequence(chains) {
    const { metadata, streams } = sequences(chains);
    let written = 0;
    for (const [index, stream] of streams.entries()) {
      const until = Math.round((metadata.length * (index + 1)) / (streams.length + 1));
      yield* metadata.slice(written, until);
      yield* stream;
      written = until;
    }
    yield* metadata.slice(written);
  },
};

/** Everything but large streams stands at the head of the file. */
export const metadataFirst: SectorOrder = {
  *sequence(chains) {
    const { metadata, streams } = sequences(chains);
    yield* metadata;
    for (const stream of streams) yield* stream;
  },
};

/** Everything but large streams stands at the end of the file. */
export const metadataLast: SectorOrder = {
  *sequence(chains) {
    const { metadata, streams } = sequences(chains);
    for (const stream of streams) yield* stream;
    yield* metadata;
  },
};

/** A message saved in steps: runs of metadata among pieces of the large streams. */
export const interleaved: SectorOrder = {
  *sequence(chains) {
    const { metadata, streams } = sequences(chains);
    const content = streams.flat();
    for (let run = 0; run < RUNS; run++) {
      yield* content.slice(share(content, run), share(content, run + 1));
      yield* metadata.slice(share(metadata, run), share(metadata, run + 1));
    }
  },
};

function share(items: readonly number[], run: number): number {
  return Math.floor((items.length * run) / RUNS);
}

interface Sequences {
  /** Of the chains that hold no large stream, a sector at a time: always the one that is furthest behind. */
  readonly metadata: readonly number[];
  /** Of each large stream. */
  readonly streams: readonly (readonly number[])[];
}

function sequences(chains: readonly UnplacedChain[]): Sequences {
  const streams = chains.flatMap(({ holds, length }, index) =>
    holds === 'stream' ? [new Array<number>(length).fill(index)] : [],
  );
  const rest = chains.flatMap(({ holds, length }, index) =>
    holds === 'stream'
      ? []
      : Array.from({ length }, (_, sector) => ({ index, progress: (sector + 0.5) / length })),
  );
  rest.sort((a, b) => a.progress - b.progress);
  return { metadata: rest.map(({ index }) => index), streams };
}
