import { readMessage } from '../../../../src/index';
import type { Message } from '../../../../src/index';
import { touch } from '../peer';
import type { Peer } from '../peer';
import { damageOf, isTypedError } from './mapilint-damage';

/** mapilint: recipients with all fields, the contents of attachments, and the same of embedded messages. */
export const peer: Peer = {
  read: async (bytes) => {
    const message = await readMessage(bytes);
    await readAll(message);
    return { rows: addressesOf(message), said: damageOf(message.anomalies) };
  },
  isOwnError: isTypedError,
};

async function readAll(message: Message): Promise<void> {
  touch({ ...message.values });
  for (const attachment of message.attachments) touch({ ...attachment }, await attachment.read());
  for (const embedded of message.embedded) await readAll(embedded);
}

function addressesOf({ recipients }: Message): string[] {
  return recipients.map(
    ({ displayName, emailAddress, smtpAddress }) =>
      `${displayName ?? ''} <${emailAddress ?? ''}> <${smtpAddress ?? ''}>`,
  );
}
