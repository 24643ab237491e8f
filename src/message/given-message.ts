import type { Kind } from '../arguments/kinds';

/** A message of any copy of this library, by what only a message has: nothing of it is read. */
export const aMessage: Kind = [
  'a Message: await the result of readMessage',
  (value) => typeof value === 'object' && value !== null && 'recipients' in value && 'inherited' in value,
];
