import { DEFAULT_CODE_PAGE, UTF8 } from './code-page';

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

/** Chooses the code page of a message's 8-bit strings. */
export function chooseCodePage(hints: CodePageHints, fallback: number): number {
  const { messageCodePage, localeId, internetCodePage } = hints;
  // QUIRK: ExMerge states 1200 beside 8-bit strings, which are UTF-8 then
  if (messageCodePage === UTF16) return UTF8;
  if (messageCodePage !== undefined && messageCodePage > 0) return messageCodePage;
  const ofLocale = localeId === undefined ? undefined : ansiCodePageOfLocale(localeId);
  if (ofLocale !== undefined) return ofLocale;
  // QUIRK: [MS-OXOMSG] 2.2.1.5 makes this the charset of the mail. Messages of code page 932 state 50220 (ISO-2022-JP)
  // here, so it counts only where it could be the strings' own.
  if (internetCodePage !== undefined && ansiCodePages.has(internetCodePage)) return internetCodePage;
  return fallback;
}

/** Locales whose ANSI code page differs from that of their language. */
const codePageOfLocale = new Map<number, number>([
  [0x0404, 950],
  [0x0c04, 950],
  [0x1404, 950],
  [0x0c1a, 1251],
  [0x1c1a, 1251],
  [0x201a, 1251],
  [0x082c, 1251],
  [0x0843, 1251],
]);

/** ANSI code pages by primary language, the low ten bits of a locale; the rest of Europe has 1252. */
const codePageOfLanguage = new Map<number, number>([
  ...languages(874, 0x1e),
  ...languages(932, 0x11),
  ...languages(936, 0x04),
  ...languages(949, 0x12),
  ...languages(1250, 0x05, 0x0e, 0x15, 0x18, 0x1a, 0x1b, 0x1c, 0x24),
  ...languages(1251, 0x02, 0x19, 0x22, 0x23, 0x2f, 0x3f, 0x40, 0x44, 0x50),
  ...languages(1253, 0x08),
  ...languages(1254, 0x1f, 0x2c, 0x43),
  ...languages(1255, 0x0d),
  ...languages(1256, 0x01, 0x20, 0x29),
  ...languages(1257, 0x25, 0x26, 0x27),
  ...languages(1258, 0x2a),
]);

/** Languages without an ANSI code page: Windows knows them in Unicode only. */
const unicodeOnlyLanguages = new Set([
  0x2b, 0x37, 0x39, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f, 0x57, 0x5a, 0x61, 0x65,
]);

function languages(codePage: number, ...primary: number[]): [number, number][] {
  return primary.map((language) => [language, codePage]);
}

function ansiCodePageOfLocale(localeId: number): number | undefined {
  const language = localeId & 0x3ff;
  if (language === 0 || unicodeOnlyLanguages.has(language)) return undefined;
  return codePageOfLocale.get(localeId & 0xffff) ?? codePageOfLanguage.get(language) ?? DEFAULT_CODE_PAGE;
}
