import type { Message } from '../message/message';
import type { Diagnosis } from '../rules/diagnose';

/** A file that was read and judged. */
export interface CheckedFile {
  readonly path: string;
  readonly message: Message;
  readonly diagnosis: Diagnosis;
}

/** What SARIF and JUnit need of a file that was judged: its message may be let go. */
export type JudgedFile = Pick<CheckedFile, 'path' | 'diagnosis'>;

/** A file of which nothing could be read. */
export interface UnreadableFile {
  readonly path: string;
  readonly error: Error;
}
