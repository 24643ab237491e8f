/** What a value is that a report may hide: the beginning of what stands for it. `text`: anything else that a file says. */
export type Redacted = 'address' | 'name' | 'subject' | 'path' | 'folder' | 'text';

/** Gives what stands for a value; for the same value always the same. */
export type Substitute = (kind: Redacted, value: string) => string;
