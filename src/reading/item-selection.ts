import type { OptionKinds } from '../arguments/check';
import { aDate, aListOf, aSignal, aText, brandOf, either, oneWordOf } from '../arguments/kinds';
import type { ItemFields, PeekedFields } from '../pst/item-fields';

/** Which items of a store to select. A field that is absent does not restrict the selection. */
export interface ItemSelection {
  /**
   * `calendar`: every calendar; `deleted`: Deleted Items and the folders in it; `sent`: Sent Items; or folders by their
   * paths (a path selects all folders that have it) or by their IDs, such as `0x8042`. If no folder has the path,
   * mapilint ignores case, and then compares only with the last name of each path. Default `all`.
   */
  readonly folders?: 'calendar' | 'deleted' | 'sent' | 'all' | readonly string[] | undefined;
  /** A message class and those below it, in upper or lower case: `IPM.Note` also selects `IPM.Note.SMIME`. */
  readonly messageClass?: string | undefined;
  /** Text that occurs in the subject, in upper or lower case, or a pattern. */
  readonly subject?: string | RegExp | undefined;
  /** Selects items that start, or were delivered, at this moment or later. */
  readonly from?: Date | undefined;
  /** Selects items that start, or were delivered, before this moment. */
  readonly to?: Date | undefined;
  /** Aborts the iteration, which throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What belongs into a selection. */
export const selectionKinds: OptionKinds<ItemSelection> = {
  folders: either(oneWordOf(['all', 'calendar', 'deleted', 'sent']), aListOf('paths or IDs', aText)),
  messageClass: aText,
  subject: either(aText, ['a RegExp', (value) => brandOf(value) === 'RegExp']),
  from: aDate,
  to: aDate,
  signal: aSignal,
};

/**
 * Whether an item is among those that were selected, its folder aside. Of a damaged one, a field that is not there may
 * be any: whoever reads it is told.
 */
export function isSelected(fields: PeekedFields, selection: ItemSelection): boolean {
  const { messageClass, subject } = selection;
  const may = (field: keyof ItemFields, isWanted: boolean): boolean =>
    isWanted || (fields.isDamaged && fields[field] === undefined);
  if (messageClass !== undefined && !may('messageClass', isOfClass(fields.messageClass ?? '', messageClass)))
    return false;
  if (subject !== undefined && !may('subject', hasSubject(fields.subject ?? '', subject))) return false;
  return may('start', isWithin(fields, selection));
}

function isOfClass(found: string, wanted: string): boolean {
  const [low, prefix] = [found.trim().toLowerCase(), wanted.trim().toLowerCase()];
  return low === prefix || low.startsWith(`${prefix}.`);
}

function hasSubject(found: string, wanted: string | RegExp): boolean {
  if (typeof wanted === 'string') return found.toLowerCase().includes(wanted.toLowerCase());
  return found.search(wanted) >= 0; // which keeps no state, as `test` would
}

function isWithin({ start }: ItemFields, { from, to }: ItemSelection): boolean {
  if (from === undefined && to === undefined) return true;
  const time = start?.toDate()?.getTime();
  if (time === undefined) return false;
  return (from === undefined || time >= from.getTime()) && (to === undefined || time < to.getTime());
}
