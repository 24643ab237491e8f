import { exceptionsOf } from './meeting';
import type { Message } from './message';

/** A recipient table of a meeting: its own, or that of an exception to it. */
export interface MeetingTable {
  /** The message whose `recipients` it is. */
  readonly message: Message;
  /** Where that message stands in the item: empty, or such as `embedded[0]`. */
  readonly path: string;
}

/** The recipient tables of a meeting: the item's own first, then those of its exceptions. */
export function tablesOf(item: Message): MeetingTable[] {
  const exceptions = exceptionsOf(item).map(({ exception, path }) => ({ message: exception, path }));
  return [{ message: item, path: '' }, ...exceptions];
}
