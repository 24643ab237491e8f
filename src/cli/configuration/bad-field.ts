import { nearestName } from '../../arguments/nearest-name';
import { UsageError } from '../usage/usage-error';

const MAX_SHOWN = 60;

/** What is wrong with a field of a configuration: what was found, and what was expected. */
export function badField(file: string, field: string, found: unknown, expected: string): UsageError {
  return new UsageError(`${file}: ${field}: found ${shown(found)}, expected ${expected}`);
}

/** Throws for the first field that does not exist. `within` ends with a dot, or is empty. */
export function refuseOthers(
  file: string,
  within: string,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const near = nearestName(stranger, known);
  const names = `${known.slice(0, -1).join(', ')} or ${known.at(-1) ?? ''}`;
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  throw badField(file, within + stranger, value[stranger], `no such field, but ${names}${hint}`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a sentence quotes it. JSON has none for a function. */
function shown(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined;
  }
  text ??= typeof value === 'object' ? 'an object that is not JSON' : `a ${typeof value}`;
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
