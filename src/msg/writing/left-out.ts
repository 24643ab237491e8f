import { FormatError, LimitError, NotLoadedError, UnsupportedError } from '../../damage/errors';
import { formatTag } from '../../mapi/values/property-type';

/**
 * Why something is missing from a written .msg. `damaged`: the file that was read lacks its bytes; `not-captured`: an
 * export leaves it out; `repeated`: an object has one tag twice, and the first counts; `unread`: a message or an object
 * in a storage that was not read.
 */
export type LeftOutReason = 'damaged' | 'not-captured' | 'repeated' | 'unread';

/** Something that could not be written into a .msg, and is missing from it. */
export interface LeftOut {
  /** Where it would be in the message: `recipients[3]`, `embedded[0].attachments[1]`; empty for the message itself. */
  readonly path: string;
  /** The property's tag, such as `3001001F`; undefined for a table, or for properties that are unknown. */
  readonly tag: string | undefined;
  readonly reason: LeftOutReason;
  /** What is missing and why, in a sentence. */
  readonly message: string;
}

/** How to write a message as .msg. */
export interface ToMsgOptions {
  /**
   * Called for each part that cannot be written, which is then left out. Without it, `toMsg` rejects at the first such
   * part.
   */
  readonly leaveOut?: ((what: LeftOut) => void) | undefined;
}

/** Takes what cannot be written: tells it, or throws an `UnsupportedError` where nobody wants to be told. */
export class Losses {
  readonly #leaveOut: ToMsgOptions['leaveOut'];

  constructor({ leaveOut }: ToMsgOptions) {
    this.#leaveOut = leaveOut;
  }

  add(path: string, tag: number | undefined, reason: LeftOutReason, why: string): void {
    const where = path === '' ? 'the message' : path;
    const message =
      tag === undefined
        ? `Not all of ${where} can be written: ${why}`
        : `Property ${formatTag(tag)} of ${where} cannot be written: ${why}`;
    if (this.#leaveOut === undefined) throw new UnsupportedError('msg-incomplete', message);
    this.#leaveOut({ path, tag: tag === undefined ? undefined : formatTag(tag), reason, message });
  }

  /** Fetches what was left in the file; undefined, and told, if it is not whole there. Other errors are the source's own. */
  async fetch<T>(path: string, tag: number, fetch: () => Promise<T>): Promise<T | undefined> {
    try {
      return await fetch();
    } catch (error) {
      if (error instanceof FormatError) this.add(path, tag, 'damaged', error.message);
      else if (error instanceof LimitError) this.add(path, tag, 'unread', error.message);
      else if (error instanceof NotLoadedError) this.add(path, tag, 'not-captured', error.message);
      else throw error;
      return undefined;
    }
  }
}
