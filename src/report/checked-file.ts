import type { Message } from '../message/message';
import type { Diagnosis } from '../rules/diagnose';

/** A file that was read and judged. */
export interface CheckedFile {
  readonly path: string;
  readonly message: Message;
  readonly diagnosis: Diagnosis;
}

/** A file of which nothing could be read. */
export interface UnreadableFile {
  readonly path: string;
  readonly error: Error;
}
