import type { ItemSelection } from '../store';
import { UsageError } from './usage-error';

/** Which items of a store a command line asks for. */
export interface StoreArguments {
  readonly folders: ItemSelection['folders'];
  /** The number of one item, such as `0x200024`. */
  readonly item: string | undefined;
  readonly subject: string | undefined;
  readonly sort: 'subject' | 'start' | undefined;
}

interface Given {
  readonly folder?: readonly string[] | undefined;
  readonly item?: string | undefined;
  readonly subject?: string | undefined;
  readonly sort?: string | undefined;
}

/** Throws a `UsageError` for a number that is none, and for an order that there is not. */
export function storeArguments({ folder, item, subject, sort }: Given): StoreArguments {
  if (item !== undefined && !/^0x[0-9a-f]{1,8}$/i.test(item))
    throw new UsageError(`--item is a number such as 0x200024, not ${JSON.stringify(item)}`);
  if (sort !== undefined && sort !== 'subject' && sort !== 'start')
    throw new UsageError(`--sort is subject or start, not ${JSON.stringify(sort)}`);
  return { folders: foldersOf(folder), item, subject, sort };
}

function foldersOf(given: readonly string[] | undefined): ItemSelection['folders'] {
  if (given === undefined) return undefined;
  const [first] = given;
  const isRole = first === 'calendar' || first === 'sent' || first === 'deleted' || first === 'all';
  return given.length === 1 && isRole ? first : given;
}
