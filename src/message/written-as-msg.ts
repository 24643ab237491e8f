import { checkOptions } from '../arguments/check';
import type { OptionKinds } from '../arguments/check';
import { aFunction } from '../arguments/kinds';
import type { MessageObject } from '../mapi/object/message-object';
import type { ToMsgOptions } from '../msg/writing/left-out';

const toMsgKinds: OptionKinds<ToMsgOptions> = { leaveOut: aFunction };

/** A message as a .msg file. What writes it is loaded when somebody asks for the first. */
export async function writtenAsMsg(message: MessageObject, options: ToMsgOptions = {}): Promise<Uint8Array> {
  checkOptions('toMsg', options, toMsgKinds);
  const { writeMsg } = await import('../msg/writing/write-msg');
  return writeMsg(message, options);
}
