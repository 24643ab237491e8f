import type { Message } from '../../../src/index';
import { fromFile } from '../../../src/node';
import { openStore } from '../../../src/store';
import { ChecksumAdder } from '../checksum';
import type { Reader } from './reader';

/** mapilint over a store that stays where it is: every item of its calendars, with its recipients. */
export const reader: Reader<readonly Message[]> = {
  load: async (path) => {
    const store = await openStore(fromFile(path));
    const messages: Message[] = [];
    for await (const { message } of store.items({ folders: 'calendar' }))
      if (message !== undefined) messages.push(message);
    await store.close();
    return messages;
  },
  sum: (messages) => {
    const adder = new ChecksumAdder();
    for (const { recipients } of messages) {
      for (const { displayName, emailAddress } of recipients) adder.person(displayName, emailAddress);
    }
    return adder.result();
  },
};
