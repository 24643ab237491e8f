/**
 * The kind of a value that a report may hide, and the beginning of its substitute. `text`: any other text from a file.
 */
export type Redacted = 'address' | 'name' | 'subject' | 'path' | 'folder' | 'text';

/** Returns the substitute for a value: always the same one for the same value. */
export type Substitute = (kind: Redacted, value: string) => string;
