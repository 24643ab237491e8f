import type { RtfDamageCode } from '../../mapi/structures/decompress-rtf';

/** The bodies of a message. There is a key only for a body that the item has, or that its RTF contains. */
export interface MessageBody {
  /** PidTagBody: plain text. */
  readonly text?: string;
  /** PidTagHtml, decoded. It is not sanitized: it may contain anything that the sender wrote. */
  readonly html?: string;
  /** PidTagRtfCompressed, decompressed: one character for each byte, as RTF requires. */
  readonly rtf?: string;
  /** What the RTF encapsulates, and whether mapilint extracted it; absent if it encapsulates nothing. */
  readonly encapsulated?: Encapsulated;
  /** What is wrong with the bodies; absent if nothing is. What could be read is returned all the same. */
  readonly damage?: readonly BodyDamage[];
}

/**
 * RTF that contains the message's HTML or plain text ([MS-OXRTFEX]). `stored`: the item also has that body itself,
 * which is used; `derived`: mapilint extracted the body from the RTF. Otherwise it did not, because the package
 * `rtf-stream-parser` is not installed (`package-missing`), could not be loaded or failed on this RTF
 * (`package-failed`), or because the RTF exceeds what mapilint passes to the package (`refused`).
 */
export type Encapsulated =
  | { readonly format: 'html' | 'text'; readonly state: 'stored' | 'derived' | 'package-missing' }
  | {
      readonly format: 'html' | 'text';
      readonly state: 'package-failed' | 'refused';
      /** The reason, in words. */
      readonly reason: string;
    };

/** How to read bodies. Every option has a default. */
export interface BodyOptions {
  /**
   * The exports of the package `rtf-stream-parser`, which extracts HTML and text from RTF. Default: mapilint imports
   * the package if it is installed; a web page needs an import map for that.
   */
  readonly rtfParser?: RtfParser | undefined;
}

/** The part of `rtf-stream-parser` that mapilint uses. */
export interface RtfParser {
  /** Extracts HTML or text from RTF that encapsulates it, [MS-OXRTFEX]; throws for other RTF. */
  readonly deEncapsulateSync: (
    rtf: string,
    options: {
      readonly mode: 'either';
      readonly allowCp0: boolean;
      readonly warn: (message: string) => void;
      readonly decode: (bytes: Uint8Array, encoding: string) => string;
    },
  ) => { readonly text: unknown };
}

/** A piece of damage in a body. */
export interface BodyDamage {
  readonly body: 'text' | 'html' | 'rtf';
  readonly code: BodyDamageCode;
  /** The damage in words. */
  readonly message: string;
}

/**
 * What is wrong. `unreadable`: the file has the body, but its bytes are missing or do not fit their type;
 * `html-charset`: bytes do not fit the charset, and become U+FFFD in the text; for the others, see `RtfDamageCode`.
 */
export type BodyDamageCode = 'unreadable' | 'html-charset' | RtfDamageCode;
