import { UTF8 } from '../values/code-page';
import { messageProperties } from '../definitions/message-properties';
import type { PropertyStore } from '../rows/property-store';

/** UTF-16LE, which 8-bit strings cannot be in. */
const UTF16 = 1200;

/** The code pages that Windows uses for 8-bit strings; the rest are charsets of mail. */
const ansiCodePages = new Set([
  874,
  932,
  936,
  949,
  950,
  1250,
  1251,
  1252,
  1253,
  1254,
  1255,
  1256,
  1257,
  1258,
  UTF8,
]);

/** What a message says about the code page of its 8-bit strings. */
export interface CodePageHints {
  /** PidTagMessageCodepage. */
  readonly messageCodePage: number | undefined;
  /** PidTagMessageLocaleId. */
  readonly localeId: number | undefined;
  /** PidTagInternetCodepage. */
  readonly internetCodePage: number | undefined;
}

/** What a message's own properties say of the code page of its strings. */
export function codePageHintsOf(properties: PropertyStore): CodePageHints {
  return {
    messageCodePage: properties.peek(messageProperties.messageCodePage),
    localeId: properties.peek(messageProperties.messageLocaleId),
    internetCodePage: properties.peek(messageProperties.internetCodePage),
  };
}

/**
 * Chooses the code page of a message's 8-bit strings; `fallback` if it does not say. `fitsUtf8` tells whether all of
 * them are UTF-8.
 */
export function chooseCodePage(hints: CodePageHints, fallback: number, fitsUtf8: () => boolean): number {
  const { messageCodePage = 0, localeId, internetCodePage } = hints;
  if (messageCodePage > 0 && messageCodePage !== UTF16) return messageCodePage;
  // QUIRK: ExMerge states 1200 beside 8-bit strings, which are UTF-8 then
  if (messageCodePage === UTF16 && fitsUtf8()) return UTF8;
  const ofLocale = localeId === undefined ? undefined : ansiCodePageOfLocale(localeId);
  if (ofLocale !== undefined) return ofLocale;
  // QUIRK: [MS-OXOMSG] 2.2.1.5 makes this the charset of the mail. Messages of code page 932 state 50220 (ISO-2022-JP)
  // here, so it counts only where it could be the strings' own.
  return internetCodePage !== undefined && ansiCodePages.has(internetCodePage) ? internetCodePage : fallback;
}

/** Locales whose ANSI code page differs from that of their language. */
const codePageOfLocale = new Map<number, number>([
  [0x0404, 950],
  [0x0c04, 950],
  [0x1404, 950],
  [0x7c04, 950], // traditional Chinese
  [0x0c1a, 1251],
  [0x1c1a, 1251],
  [0x201a, 1251],
  [0x281a, 1251],
  [0x301a, 1251],
  [0x641a, 1251],
  [0x6c1a, 1251], // Cyrillic
  [0x082c, 1251],
  [0x0843, 1251], // Azerbaijani and Uzbek in Cyrillic
]);

/** ANSI code pages by primary language, the low ten bits of a locale; languages that have none are not listed. */
// prettier-ignore
const codePageOfLanguage = new Map<number, number>([
  ...languages(874, 0x1e),
  ...languages(932, 0x11),
  ...languages(936, 0x04),
  ...languages(949, 0x12),
  ...languages(1250, 0x05, 0x0e, 0x15, 0x18, 0x1a, 0x1b, 0x1c, 0x24, 0x42),
  ...languages(1251, 0x02, 0x19, 0x22, 0x23, 0x28, 0x2f, 0x3f, 0x40, 0x44, 0x50, 0x6d, 0x85),
  ...languages(1252,
    0x03, 0x06, 0x07, 0x09, 0x0a, 0x0b, 0x0c, 0x0f, 0x10, 0x13, 0x14, 0x16, 0x17, 0x1d, 0x21, 0x2d,
    0x2e, 0x32, 0x34, 0x35, 0x36, 0x38, 0x3b, 0x3c, 0x3e, 0x41, 0x52, 0x56, 0x62, 0x64, 0x68, 0x6a,
    0x6b, 0x6c, 0x6e, 0x6f, 0x70, 0x7a, 0x7c, 0x7e, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x91),
  ...languages(1253, 0x08),
  ...languages(1254, 0x1f, 0x2c, 0x43),
  ...languages(1255, 0x0d),
  ...languages(1256, 0x01, 0x20, 0x29, 0x80, 0x8c),
  ...languages(1257, 0x25, 0x26, 0x27),
  ...languages(1258, 0x2a),
]);

function languages(codePage: number, ...primary: number[]): [number, number][] {
  return primary.map((language) => [language, codePage]);
}

function ansiCodePageOfLocale(localeId: number): number | undefined {
  return codePageOfLocale.get(localeId & 0xffff) ?? codePageOfLanguage.get(localeId & 0x3ff);
}
