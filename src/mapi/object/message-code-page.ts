import { isDecodable, UTF8 } from '../values/code-page';
import { windowsCodePageOfLocale } from '../values/locale-code-page';
import { windowsCodePageOf } from '../values/windows-code-page';
import { messageProperties } from '../definitions/message-properties';
import type { PropertyStore } from '../rows/property-store';

/** UTF-16LE, which 8-bit strings cannot be in. */
const UTF16 = 1200;

/**
 * What determined the code page of a message's 8-bit strings. `override`: the option `codePageOverride`; `container`:
 * attOemCodepage of TNEF ([MS-OXTNEF] 2.1.3.3.20); `messageCodePage`, `messageLocaleId` or `internetCodePage`: the
 * message's property of that name; `option`: the option `codePage`; `holder`: the message or store that contains the
 * message; `default`: nothing, so that the default applies.
 */
export type CodePageSource =
  | 'override'
  | 'container'
  | 'messageCodePage'
  | 'messageLocaleId'
  | 'internetCodePage'
  | 'option'
  | 'holder'
  | 'default';

/** The code page of a message's 8-bit strings, and what determined it. */
export interface CodePageDecision {
  /** The Windows number of the code page, such as 1252. */
  readonly codePage: number;
  readonly by: CodePageSource;
  /**
   * The value of the property that determined it: an LCID, or a code page to which `codePage` is the matching Windows
   * code page.
   */
  readonly stated?: number | undefined;
}

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
 * Chooses the code page of a message's 8-bit strings by what it says; undefined if it does not. `fitsUtf8` tells whether
 * all of them are UTF-8.
 */
export function decideCodePage(hints: CodePageHints, fitsUtf8: () => boolean): CodePageDecision | undefined {
  const { messageCodePage: stated = 0, localeId = 0 } = hints;
  if (stated > 0 && stated !== UTF16 && isKnown(stated))
    return { codePage: stated, by: 'messageCodePage', stated };
  // QUIRK: ExMerge states 1200 beside 8-bit strings, which are UTF-8 then
  if (stated === UTF16 && fitsUtf8()) return { codePage: UTF8, by: 'messageCodePage', stated };
  const ofLocale = windowsCodePageOfLocale(localeId);
  if (ofLocale !== undefined) return { codePage: ofLocale, by: 'messageLocaleId', stated: localeId };
  return byCharset(hints.internetCodePage ?? 0, fitsUtf8);
}

/** Of a page that nothing knows no text can be read, so that it decides nothing. */
function isKnown(codePage: number): boolean {
  return windowsCodePageOf(codePage) !== undefined || isDecodable(codePage);
}

/**
 * QUIRK: [MS-OXCMSG] 2.2.1.56.6 makes PidTagInternetCodepage the charset of the mail. The strings are in the Windows page
 * of the same language: 932 beside 50220 (`samples/field/ansi-cpid-mime-charset`). UTF-8 is that of no language, so it
 * counts only where all strings are UTF-8; others stand beside it, too (`samples/field/ansi-cpid-65001`).
 */
function byCharset(stated: number, fitsUtf8: () => boolean): CodePageDecision | undefined {
  const codePage = stated === UTF8 && fitsUtf8() ? UTF8 : windowsCodePageOf(stated);
  return codePage === undefined ? undefined : { codePage, by: 'internetCodePage', stated };
}

/** Whether a decision holds only because the strings of that message are UTF-8, so that it tells nothing of others. */
export function isFoundToFit({ codePage, by, stated }: CodePageDecision): boolean {
  return codePage === UTF8 && (by === 'internetCodePage' || (by === 'messageCodePage' && stated === UTF16));
}
