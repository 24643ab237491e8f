import type { ItemSelection } from '../../store';
import type { ParsedOptions } from './parsed-options';
import { UsageError } from './usage-error';

/** Which items of a store a command line asks for. */
export interface StoreArguments {
  readonly folders: ItemSelection['folders'];
  /** The number of one item, such as `0x200024`. */
  readonly item: string | undefined;
  /** Which items of those that fit, counted from 1. */
  readonly range: ItemRange | undefined;
  readonly subject: string | undefined;
  readonly sort: 'subject' | 'start' | undefined;
}

/** Throws a `UsageError` for a number that is none, and for an order that there is not. */
export function storeArguments(given: ParsedOptions): StoreArguments {
  const [item, sort] = [given.value('item'), given.value('sort')];
  if (item !== undefined && !/^0x[0-9a-f]{1,8}$/i.test(item))
    throw new UsageError(`--item must be a hexadecimal number such as 0x200024, not ${JSON.stringify(item)}`);
  if (sort !== undefined && sort !== 'subject' && sort !== 'start')
    throw new UsageError(`--sort must be subject or start, not ${JSON.stringify(sort)}`);
  return {
    folders: foldersOf(given.values('folder')),
    item,
    range: rangeOf(given.value('item-range')),
    subject: given.value('subject'),
    sort,
  };
}

function foldersOf(given: readonly string[]): ItemSelection['folders'] {
  if (given.length === 0) return undefined;
  const [first] = given;
  const isRole = first === 'calendar' || first === 'sent' || first === 'deleted' || first === 'all';
  return given.length === 1 && isRole ? first : given;
}

/** Items from one to another, both counted. */
export interface ItemRange {
  readonly from: number;
  readonly to: number;
}

function rangeOf(text: string | undefined): ItemRange | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{1,9})-(\d{1,9})?$/.exec(text);
  const [from, to] = [Number(match?.[1]), match?.[2] === undefined ? Infinity : Number(match[2])];
  if (match === null || from < 1 || to < from)
    throw new UsageError(`--item-range must be a range such as 1-1000 or 1001-, not ${JSON.stringify(text)}`);
  return { from, to };
}
