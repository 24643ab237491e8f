/** Where an item is in the store that a file holds. */
export interface StorePlace {
  /** The number of its node, such as `0x200024`: what `--item` takes. */
  readonly id: string;
  /** The path of its folder. */
  readonly folder: string;
}

/** What a report is about: a file, or an item in the store that it holds. */
export interface Reported {
  readonly path: string;
  readonly item?: StorePlace | undefined;
}

/** What people call it: the file; of an item also its number and its folder. */
export function reportedName({ path, item }: Reported): string {
  return item === undefined ? path : `${path} ${item.id} in ${item.folder}`;
}
