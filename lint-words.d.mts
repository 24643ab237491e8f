/** The words of a page, each where it stands in the file; code, quotations, addresses and comments are blank. */
export declare function wordsOf(markdown: string): string;
/** What the terms object to in a page, a line each: place, word and what to write instead. */
export declare function lintPage(path: string, markdown: string): Promise<string[]>;
