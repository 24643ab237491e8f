// [MS-OXMSG]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg/b046868c-9fbf-41ae-9ffb-8de2bd4eec82

import { writeCompoundFile } from '../../cfb/writing/write-compound-file';
import type { MessageObject } from '../../mapi/object/message-object';
import { encodeGuid } from '../../mapi/values/guid';
import { Losses } from './left-out';
import type { ToMsgOptions } from './left-out';
import { MessageWriter } from './message-writer';
import { nameMapStorage } from './name-map-storage';
import { NamesInUse } from './names-in-use';

/** The CLSID of a mail message, which Outlook gives to the root storage. */
const MAIL_MESSAGE = '00020D0B-0000-0000-C000-000000000046';

/**
 * Writes a message of any container as a .msg file: all its properties, recipients, attachments and embedded messages,
 * and the names that they use. The same bytes whenever it is given the same.
 */
export async function writeMsg(message: MessageObject, options: ToMsgOptions = {}): Promise<Uint8Array> {
  const losses = new Losses(options);
  const names = new NamesInUse(message);
  const nodes = await new MessageWriter(names, losses, message).nodes('');
  return writeCompoundFile({
    name: 'Root Entry',
    clsid: encodeGuid(MAIL_MESSAGE),
    children: [...nodes, nameMapStorage(names.names)],
  });
}
