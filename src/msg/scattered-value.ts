import type { FollowedStream } from '../cfb/compound-file';
import type { ExternalValue } from '../mapi/rows/property-columns';

/** From so many bytes on, to join the pieces of a value that nobody may ask for costs more than an object for it. */
export const WORTH_LEAVING = 1024;

/** A value at hand that lies in several pieces of a file in memory: it was followed and checked, and is joined when it is asked for. */
export class ScatteredValue implements ExternalValue {
  readonly content = 'loaded';
  readonly size: number;
  readonly #stream: FollowedStream;
  #bytes: Uint8Array | undefined;

  constructor(stream: FollowedStream) {
    this.#stream = stream;
    this.size = stream.byteLength;
  }

  get bytes(): Uint8Array {
    return (this.#bytes ??= this.#stream.bytes().slice());
  }

  read(): Promise<Uint8Array> {
    return Promise.resolve(this.bytes);
  }
}
