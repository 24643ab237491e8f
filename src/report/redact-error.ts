import type { Place } from '../damage/errors';
import type { Substitute } from '../rules/redacted';
import type { UnreadableFile } from './checked-file';
import { redactWhere, redactWords } from './redact-damage';
import { redactPlace } from './redact-place';

/** A file that could not be read: the error keeps its code and its place. */
export function redactUnreadable<F extends UnreadableFile>(file: F, substitute: Substitute): F {
  return { ...redactPlace(file, substitute), error: redactError(file.error, substitute) };
}

/** What an error may say beside its words, as far as reports tell it. */
interface ErrorFields extends Partial<Pick<Place, 'storage' | 'offset' | 'part'>> {
  readonly code?: string | undefined;
  readonly feature?: string | undefined;
}

/**
 * An error of this library quotes what it says of a file, so the rest of its words can stay. Any other – the system names
 * the path in its words – is told by its code, or not at all.
 */
function redactError(error: Error, substitute: Substitute): Error {
  const { code, feature, offset, storage, part } = error as ErrorFields;
  const fields = { code, feature, offset, ...redactWhere({ storage, part }, substitute) };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const words = isOwn(error) ? redactWords(error.message, substitute) : codeOrText(error, substitute);
  const Kind = error instanceof TypeError ? TypeError : Error;
  return Object.assign(new Kind(words), Object.fromEntries(given));
}

const ownNames: ReadonlySet<string> = new Set(['FormatError', 'UnsupportedError', 'LimitError']);

/** Whether an error is of this library or its command, whose codes are words with hyphens. */
function isOwn(error: Error): boolean {
  const { code } = error as ErrorFields;
  return ownNames.has(error.name) || (typeof code === 'string' && /^[a-z]+(?:-[a-z]+)*$/.test(code));
}

function codeOrText(error: Error, substitute: Substitute): string {
  const { code } = error as ErrorFields;
  const isOfSystem = typeof code === 'string' && /^E[A-Z\d_]{1,40}$/.test(code);
  return isOfSystem ? code : substitute('text', error.message);
}
