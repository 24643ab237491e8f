import { isNotInstalled } from '../../damage/missing-package';
import { decodeLossy } from '../../mapi/values/lossy-text';
import type { Encapsulated, RtfParser } from './body';
import { loadRtfParser } from './load-rtf-parser';
import { tidyRtf } from './tidy-rtf';

// [MS-OXRTFEX]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfex/411d0d58-49f7-496c-b8c3-5859b045f6cf

/** The package that takes HTML and text out of RTF. */
const PACKAGE = 'rtf-stream-parser';
/** How many control words may stand before the one that tells: 2.1.3.1.1 and 2.1.3.1.2 allow ten tokens. */
const WORDS_ASKED = 10;
/** How far these reach. */
const HEAD = 512;

/** What RTF encapsulates: HTML or plain text; undefined: it is RTF and nothing else. */
export function formatIn(rtf: string): 'html' | 'text' | undefined {
  const head = rtf.slice(0, HEAD);
  if (!/^\{\\rtf\d?/.test(head)) return undefined;
  const words = (head.slice(1).split(/[{};]/, 1)[0] ?? '').split('\\').slice(1, WORDS_ASKED);
  for (const word of words) {
    if (/^fromhtml1?(?:\s|$)/.test(word)) return 'html';
    if (/^fromtext(?:\s|$)/.test(word)) return 'text';
  }
  return undefined;
}

/** Why nothing was taken out. */
export type NotTakenOut =
  { readonly state: 'package-missing' } | Pick<Extract<Encapsulated, { reason: string }>, 'state' | 'reason'>;

/**
 * Takes HTML or text out of RTF. `codePage`: that of its 8-bit text where it names none; `given`: what does it, else it is
 * loaded.
 */
export async function takenOut(
  rtf: string,
  codePage: number,
  given: RtfParser | undefined,
): Promise<string | NotTakenOut> {
  const tidy = tidyRtf(rtf);
  if (typeof tidy === 'object') return { state: 'refused', reason: tidy.refused };
  try {
    const parser = given ?? parserIn(await loadRtfParser());
    const { text } = parser.deEncapsulateSync(tidy, {
      mode: 'either',
      warn: () => undefined,
      allowCp0: true,
      decode: (bytes, encoding) => decodeLossy(bytes, Number(encoding.replace(/^cp/, '')) || codePage),
    });
    return String(text);
  } catch (error) {
    return isNotInstalled(error, PACKAGE) ? { state: 'package-missing' } : failed(error);
  }
}

/** What a loader gives of a CommonJS package: its exports, or those as the default. */
function parserIn(loaded: unknown): RtfParser {
  const module = loaded as Partial<RtfParser> & { readonly default?: RtfParser };
  return typeof module.deEncapsulateSync === 'function'
    ? (module as RtfParser)
    : (module.default as RtfParser);
}

function failed(error: unknown): NotTakenOut {
  const why = error instanceof Error ? error.message : String(error);
  return { state: 'package-failed', reason: `${PACKAGE}: ${why}` };
}
