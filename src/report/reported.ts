/** The place of an item in its store. */
export interface StorePlace {
  /** The node ID, such as `0x200024`, as the option `--item` takes it. */
  readonly id: string;
  /** The path of its folder. */
  readonly folder: string;
}

/** What a report is about: a file, or an item in a store. */
export interface Reported {
  readonly path: string;
  readonly item?: StorePlace | undefined;
}

/** What people call it: the file; of an item also its number and its folder. */
export function reportedName({ path, item }: Reported): string {
  return item === undefined ? path : `${path} ${item.id} in ${item.folder}`;
}
