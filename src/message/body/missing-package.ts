/**
 * Whether an error says that a package is not installed, as opposed to one that is and cannot be loaded: Node, bundlers and
 * browsers each have their own words, which all name it in quotes.
 */
export function isPackageMissing(error: unknown, name: string): boolean {
  if (!(error instanceof Error)) return false;
  return ['"', "'", '`'].some((quote) => error.message.includes(`${quote}${name}${quote}`));
}
