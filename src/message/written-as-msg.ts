import type { MessageObject } from '../mapi/object/message-object';
import type { ToMsgOptions } from '../msg/writing/left-out';

/** A message as a .msg file. What writes it is loaded when somebody asks for the first. */
export async function writtenAsMsg(message: MessageObject, options?: ToMsgOptions): Promise<Uint8Array> {
  const { writeMsg } = await import('../msg/writing/write-msg');
  return writeMsg(message, options);
}
