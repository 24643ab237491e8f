import { exceptionsOf } from './meeting';
import type { Message } from './message';

/** A recipient table of a meeting: its own, or that of one of its exceptions. */
export interface MeetingTable {
  /** The message whose `recipients` the table is. */
  readonly message: Message;
  /** The place of that message in the item, such as `embedded[0]`; empty for the item itself. */
  readonly path: string;
}

/** The recipient tables of a meeting: the item's own first, then those of its exceptions. */
export function tablesOf(item: Message): MeetingTable[] {
  const exceptions = exceptionsOf(item).map(({ exception, path }) => ({ message: exception, path }));
  return [{ message: item, path: '' }, ...exceptions];
}
