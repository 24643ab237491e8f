import type { ParsedOptions } from './parsed-options';
import { UsageError } from './usage-error';

/** Which items are judged; what is undefined does not restrict. */
export interface FilterArguments {
  /** Those that begin, or were sent, at this moment or later, in milliseconds. */
  readonly since: number | undefined;
  /** Those that begin, or were sent, before this moment. */
  readonly before: number | undefined;
  /** Those whose organizer's name or address has this text, in any case. */
  readonly organizer: string | undefined;
}

const DAY = 86_400_000;

/** Throws a `UsageError` for a day that is none. */
export function filterArguments(given: ParsedOptions): FilterArguments {
  const [since, until] = [momentOf(given, 'since'), momentOf(given, 'until')];
  // a day counts to its end, a moment is the last one
  const before = until && until.time + (until.isDay ? DAY : 1);
  if (since !== undefined && before !== undefined && since.time >= before)
    throw new UsageError('--since is after --until: no item can be between them');
  return { since: since?.time, before, organizer: given.value('organizer') };
}

function momentOf(
  given: ParsedOptions,
  name: 'since' | 'until',
): { readonly time: number; readonly isDay: boolean } | undefined {
  const text = given.value(name);
  if (text === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  const time = isDay || isMoment ? Date.parse(text) : NaN;
  const isReal = !isDay || new Date(Number.isNaN(time) ? 0 : time).toISOString().startsWith(text);
  if (Number.isNaN(time) || !isReal)
    throw new UsageError(
      `--${name} must be a day such as 2004-03-15, or a moment such as 2004-03-15T14:00Z, not ${JSON.stringify(text)}`,
    );
  return { time, isDay };
}
