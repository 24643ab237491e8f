import { isTimeZone } from '../../evidence/index';
import { languages } from '../../letter/index';
import type { Language } from '../../letter/index';
import { oneOf } from './parsed-options';
import type { ParsedOptions } from './parsed-options';
import { UsageError } from './usage-error';

/** How a letter is written. */
export interface LetterArguments {
  readonly language: Language;
  /** The file of its template; undefined: mapilint's own. */
  readonly template: string | undefined;
  /** The zone of its times, as IANA names it; undefined: UTC. */
  readonly timeZone: string | undefined;
}

/** Throws a `UsageError` for a language or a zone that there is not. */
export function letterArguments(given: ParsedOptions): LetterArguments {
  const timeZone = given.value('time-zone');
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new UsageError(`--time-zone must be a zone such as Europe/Berlin, not ${JSON.stringify(timeZone)}`);
  return {
    language: oneOf('language', given.value('language') ?? 'en', languages),
    template: given.value('template'),
    timeZone,
  };
}
