import type { MessageReaders } from './recognise-attached';

/** A page loads the readers of other formats than .msg when it meets one. */
export const readersAtHand: MessageReaders | undefined = undefined;
