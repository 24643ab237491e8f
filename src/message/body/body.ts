import type { RtfDamageCode } from '../../mapi/structures/decompress-rtf';

/** The bodies of a message; a key is there only where the item has that body, or its RTF held it. */
export interface MessageBody {
  /** PidTagBody: plain text. */
  readonly text?: string;
  /** PidTagHtml, decoded. Not made safe: it may hold anything that its sender wrote. */
  readonly html?: string;
  /** PidTagRtfCompressed, decompressed: one character for each byte, as RTF is. */
  readonly rtf?: string;
  /** What the RTF encapsulates, and what came of it; absent where it encapsulates nothing. */
  readonly encapsulated?: Encapsulated;
  /** What is wrong with the bodies; absent where nothing is. What could be read of them is there all the same. */
  readonly damage?: readonly BodyDamage[];
}

/**
 * RTF that holds the message's HTML or plain text ([MS-OXRTFEX]). `stored`: the item has that body beside it, which counts;
 * `derived`: it was taken out of the RTF. It was not, because the package `rtf-stream-parser` is not installed
 * (`package-missing`), could not be loaded or failed on this RTF (`package-failed`), or because the RTF is beyond what is
 * handed to it (`refused`).
 */
export type Encapsulated =
  | { readonly format: 'html' | 'text'; readonly state: 'stored' | 'derived' | 'package-missing' }
  | {
      readonly format: 'html' | 'text';
      readonly state: 'package-failed' | 'refused';
      /** Why, in words. */
      readonly reason: string;
    };

/** How to read bodies. Everything has a default. */
export interface BodyOptions {
  /**
   * What takes HTML and text out of RTF: what the package `rtf-stream-parser` exports. Default: it is imported where it is
   * installed, which no page can do without an import map.
   */
  readonly rtfParser?: RtfParser | undefined;
}

/** What is used of `rtf-stream-parser`. */
export interface RtfParser {
  /** Takes HTML or text out of RTF that encapsulates it, [MS-OXRTFEX]; throws for RTF that does not. */
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

/** One thing that is wrong with a body. */
export interface BodyDamage {
  readonly body: 'text' | 'html' | 'rtf';
  readonly code: BodyDamageCode;
  /** The same in words. */
  readonly message: string;
}

/**
 * What is wrong. `unreadable`: the file has the body and its bytes cannot be had, or do not fit their type; `html-charset`:
 * bytes do not fit the charset, and are U+FFFD in the text; the others are `RtfDamageCode`'s.
 */
export type BodyDamageCode = 'unreadable' | 'html-charset' | RtfDamageCode;
