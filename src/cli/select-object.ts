import type { Message } from '../index';
import { UsageError } from './usage/usage-error';

/** An object of a message that has properties. */
type WithProperties = Pick<Message, 'properties'>;

/** The message that a path leads to or through last, and the rest of the path. */
export function ownerOf(message: Message, path: string): { owner: Message; rest: string } {
  const [embedded = ''] = /^(?:embedded\[\d+\](?:\.|$))*/.exec(path) ?? [];
  const owner = selectObject(message, embedded.replace(/\.$/, ''));
  return { owner: owner as Message, rest: path.slice(embedded.length) };
}

/** Finds what a path such as `embedded[0].recipients[1]` names; the empty path is the message itself. */
export function selectObject(message: Message, path: string): WithProperties {
  let at: WithProperties = message;
  for (const step of path === '' ? [] : path.split('.')) {
    const match = /^(recipients|attachments|embedded)\[(\d{1,9})\]$/.exec(step);
    if (match === null || !isMessage(at)) {
      throw new UsageError(
        `--of must be a path such as recipients[3] or embedded[0].recipients[1], not ${JSON.stringify(path)}`,
      );
    }
    const list: readonly WithProperties[] = at[match[1] as 'recipients' | 'attachments' | 'embedded'];
    const found = list[Number(match[2])];
    if (found === undefined)
      throw new UsageError(`The message has no ${path}: it has ${list.length} ${match[1] ?? ''}`);
    at = found;
  }
  return at;
}

function isMessage(object: WithProperties): object is Message {
  return 'recipients' in object;
}
