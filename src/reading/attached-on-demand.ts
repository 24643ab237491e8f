import { saysItIsMessage } from '../mapi/object/attached-file';
import type { RecogniseAttached } from '../mapi/object/attached-file';
import { loadOtherFormats } from './load-other-formats';
import { mayBeMessage } from './message-format';
import type { CheckedOptions } from './read-options';
import { attachedBy } from './recognise-attached';

/** An attachment may be a message, so that more code is needed. */
class AttachedMessage extends Error {}

const loadFirst: RecogniseAttached = (file) => {
  if (mayBeMessage(file.content.head()) || saysItIsMessage(file))
    throw new AttachedMessage('an attached file');
  return undefined;
};

/** Does work that can begin anew; the readers of attached messages are loaded when it meets the first of them. */
export async function withAttached<T>(
  options: CheckedOptions,
  work: (recogniseAttached: RecogniseAttached) => Promise<T>,
): Promise<T> {
  try {
    return await work(loadFirst);
  } catch (error) {
    if (!(error instanceof AttachedMessage)) throw error;
    const { messageReaders } = await loadOtherFormats();
    return work(attachedBy(messageReaders, options));
  }
}
