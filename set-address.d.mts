/** A README with the badges of a repository as its third line, in the place of those that it has. */
export declare function withBadges(readme: string, repository: string): string;
/** What package.json says of the project's home, for `npm pkg set`. */
export declare function fieldsOf(repository: string, author: string, homepage?: string): string[];
