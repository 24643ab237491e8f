import { checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFlag, aWholeNumber } from '../arguments/kinds';
import { defaultLimits } from '../damage/errors';
import type { Limits } from '../damage/errors';
import type { RecogniseAttached } from '../mapi/object/attached-file';
import { aCodePage } from '../mapi/values/given-code-page';
import type { Mailbox } from '../mapi/values/mailbox';

/** How to read a message. Every option has a default. */
export interface ReadOptions {
  /** Throw at the first damage of severity `error` instead of recording it. Default false. */
  readonly strict?: boolean | undefined;
  /**
   * The largest value, in bytes, to load at once. Larger values stay in the file until you call `properties.load` or
   * `read()`, unless they have a name in this library, belong to a named property, or the file is in memory. Default
   * 65,536.
   */
  readonly loadValuesUpTo?: number | undefined;
  /** The code page of 8-bit strings in messages that do not state one. Default 1252. */
  readonly codePage?: number | undefined;
  /**
   * The code page of 8-bit strings, whatever the messages state: use it if you know that they are wrong. Default: what
   * they state.
   */
  readonly codePageOverride?: number | undefined;
  /** Limits that protect against files made to exhaust memory or time. */
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

const aLimit = aWholeNumber(0);

/** What belongs into the options of everything that reads a message. */
export const readOptionKinds: OptionKinds<ReadOptions> = {
  strict: aFlag,
  loadValuesUpTo: ['a number of bytes from 0 up', (size) => typeof size === 'number' && size >= 0],
  codePage: aCodePage,
  codePageOverride: aCodePage,
  limits: {
    embeddedDepth: aWholeNumber(0, MAX_EMBEDDED_DEPTH),
    storageDepth: aLimit,
    recipients: aLimit,
    anomalies: aLimit,
  } satisfies OptionKinds<Limits>,
};

/** Fills in the defaults; throws a `TypeError` for what makes no sense. `of`: the function that was called. */
export function checkedOptions<O extends ReadOptions>(
  of: string,
  options: O,
  kinds: OptionKinds<O> | typeof readOptionKinds = readOptionKinds,
): CheckedOptions {
  checkOptions(of, options, kinds);
  const { strict = false, loadValuesUpTo = DEFAULT_LOAD_VALUES_UP_TO, codePage, codePageOverride } = options;
  return { strict, loadValuesUpTo, codePage, codePageOverride, limits: withDefaults(options.limits) };
}

function withDefaults(limits: Partial<Limits> | undefined): Limits {
  if (limits === undefined) return defaultLimits;
  const given = Object.entries(limits as Record<string, unknown>).filter(([, limit]) => limit !== undefined);
  return { ...defaultLimits, ...Object.fromEntries(given) };
}
