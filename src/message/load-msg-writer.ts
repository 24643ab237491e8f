import type * as WriteMsg from '../msg/writing/write-msg';

/** What writes a message as .msg, loaded when somebody asks for it. */
export function loadMsgWriter(): Promise<typeof WriteMsg> {
  return import('../msg/writing/write-msg');
}
