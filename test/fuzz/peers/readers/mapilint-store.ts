import type { Message } from '../../../../src/index';
import { openStore } from '../../../../src/store';
import { touch } from '../peer';
import type { Peer } from '../peer';
import { damageOf, isTypedError } from './mapilint-damage';

/** mapilint: every item of every folder, with recipients and the contents of attachments. */
export const peer: Peer = {
  read: async (bytes) => {
    const store = await openStore(bytes);
    const rows: string[] = [];
    const said: string[] = [];
    for await (const { id, message, error } of store.items({ folders: 'all' })) {
      if (message === undefined) {
        if (!isTypedError(error)) throw error;
        said.push(`${id} ${error.message}`);
      } else {
        rows.push(await peopleOf(message));
        said.push(...damageOf(message.anomalies));
      }
    }
    said.push(...damageOf(store.anomalies));
    await store.close();
    return { rows, said };
  },
  isOwnError: isTypedError,
};

async function peopleOf(message: Message): Promise<string> {
  touch({ ...message.values });
  for (const attachment of message.attachments) touch({ ...attachment }, await attachment.read());
  return message.recipients
    .map(({ displayName, emailAddress }) => `${displayName ?? ''} <${emailAddress ?? ''}>`)
    .join('; ');
}
