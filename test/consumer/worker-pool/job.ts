// What goes between the threads.
import type { Diagnosis, MessageContent } from 'mapilint';

/** A file to decode. */
export interface Job {
  readonly path: string;
}

/** What came of it: plain data, or the error in the form that survives a thread. */
export type Done =
  | { readonly path: string; readonly values: MessageContent; readonly diagnosis: Diagnosis }
  | { readonly path: string; readonly error: { readonly code: string; readonly message: string } };
