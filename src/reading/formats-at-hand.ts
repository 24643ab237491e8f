import { messageReaders } from './other-formats';
import type { MessageReaders } from './recognise-attached';

/** The readers of all formats, where they need not be loaded first: on Node. */
export const readersAtHand: MessageReaders | undefined = messageReaders;
