import type { Failed, PageSource } from './model';

/** What of a new source is shown first. */
export type FirstShown =
  | { readonly kind: 'place'; readonly folder: number; readonly item: number }
  | { readonly kind: 'failed'; readonly failed: Failed }
  | { readonly kind: 'list' }
  | { readonly kind: 'nothing' };

/** The only message; of a store the user's calendar; of many items the list. */
export function firstToShow({ store, quiet, lines, files }: PageSource): FirstShown {
  if (store !== undefined)
    return { kind: 'place', folder: store.calendar === undefined ? 0 : store.calendar + 1, item: 0 };
  const items = lines.flatMap((line, index) => (line === undefined ? [] : [index]));
  const [only] = items;
  if (only !== undefined)
    return items.length > 1 ? { kind: 'list' } : { kind: 'place', folder: 0, item: only + 1 };
  const [file] = quiet;
  if (file === undefined || files.length > 1) return { kind: 'nothing' };
  return { kind: 'failed', failed: { name: file.path, failure: file.failure } };
}
