import { defaultLimits } from '../damage/errors';
import type { Limits } from '../damage/errors';
import type { RecogniseAttached } from '../mapi/object/attached-file';
import type { Mailbox } from '../mapi/values/mailbox';

/** How to read. Everything has a default. */
export interface ReadOptions {
  /** Throw the first damage of severity error instead of recording it. Default false. */
  readonly strict?: boolean | undefined;
  /** Values with more bytes stay in the file until `read()` is called. Default 65,536. */
  readonly loadValuesUpTo?: number | undefined;
  /** The code page of 8-bit strings in messages that do not say. Default 1252. */
  readonly codePage?: number | undefined;
  /** The code page of 8-bit strings whatever messages say, for whoever knows that they are wrong. Default: what they say. */
  readonly codePageOverride?: number | undefined;
  /** Guards against files made to exhaust a reader. */
  readonly limits?: Partial<Limits> | undefined;
}

/** Deeper nesting than this would be a stack overflow for whoever walks the result. */
const MAX_EMBEDDED_DEPTH = 1000;
const DEFAULT_LOAD_VALUES_UP_TO = 65_536;

/** Options with nothing left open. */
export interface CheckedOptions {
  readonly strict: boolean;
  readonly loadValuesUpTo: number;
  readonly codePage: number | undefined;
  readonly codePageOverride: number | undefined;
  readonly limits: Limits;
  /** What recognises messages that are attached as files; undefined: nobody asks for them. */
  readonly recogniseAttached?: RecogniseAttached | undefined;
  /** The part of a mail, or the attached file, that is read; undefined: a file of its own. */
  readonly part?: string | undefined;
  /** Who sent the mail that it is a part of. */
  readonly mailFrom?: Mailbox | undefined;
}

/** Fills in the defaults; throws a `TypeError` for what makes no sense. */
export function checkedOptions(options: ReadOptions): CheckedOptions {
  return {
    strict: options.strict ?? false,
    loadValuesUpTo: checkedSize(options.loadValuesUpTo ?? DEFAULT_LOAD_VALUES_UP_TO),
    codePage: checkedCodePage('codePage', options.codePage),
    codePageOverride: checkedCodePage('codePageOverride', options.codePageOverride),
    limits: checkedLimits(options.limits),
  };
}

function checkedSize(loadValuesUpTo: number): number {
  const isSize = typeof loadValuesUpTo === 'number' && loadValuesUpTo >= 0;
  if (isSize) return loadValuesUpTo;
  throw new TypeError('loadValuesUpTo must be a number of bytes from 0 up');
}

/** A code page is a number that Windows gives to one. */
function checkedCodePage(name: string, codePage: number | undefined): number | undefined {
  if (codePage === undefined || (Number.isInteger(codePage) && codePage > 0 && codePage <= 0xffff))
    return codePage;
  throw new TypeError(`${name} must be a whole number from 1 to 65535, such as 1252`);
}

function checkedLimits(limits: Partial<Limits> | undefined): Limits {
  if (limits === undefined) return defaultLimits;
  const all = { ...defaultLimits, ...limits };
  for (const [name, value] of Object.entries(all)) {
    if (!Object.hasOwn(defaultLimits, name))
      throw new TypeError(`There is no limits.${name}: ${Object.keys(defaultLimits).join(', ')}`);
    if (!Number.isInteger(value) || value < 0)
      throw new TypeError(`limits.${name} must be a whole number from 0 up`);
  }
  if (all.embeddedDepth > MAX_EMBEDDED_DEPTH) {
    throw new TypeError(`limits.embeddedDepth must be at most ${MAX_EMBEDDED_DEPTH}`);
  }
  return all;
}
