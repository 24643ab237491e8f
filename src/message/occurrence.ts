import type { Message } from './message';

/**
 * When an exception to a series begins, in ISO 8601; if it does not set its start, when the occurrence did that it replaces.
 * Undefined for other messages, and where nothing says when.
 */
export function occurrenceOf({ kind, appointmentStart, replaces }: Message): string | undefined {
  const start = appointmentStart ?? replaces;
  return kind === 'exception' && start?.kind === 'time' ? start.toString() : undefined;
}
