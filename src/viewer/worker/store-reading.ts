import type { Evidence } from '../../evidence/index';
import { plural } from '../../report/command';
import type { Store, StoreFolder } from '../../store';
import type { FolderEntry, PageStore } from '../protocol';

/** A store as the page shows it: its folders. */
export function storeReading(store: Store): PageStore {
  const { kind, format, anomalies, suppressedAnomalies } = store;
  const folders = foldersInOrder(store);
  const own = ownCalendar(store);
  return {
    kind: 'store',
    format: `${kind.toUpperCase()}, ${format}`,
    folders: folders.map(({ entry }) => entry),
    calendar: own && folders.findIndex(({ folder }) => folder === own),
    anomalies: anomalies.length + suppressedAnomalies,
  };
}

/** The folders, each before those in it. */
export function foldersInOrder({ root }: Store): { folder: StoreFolder; entry: FolderEntry }[] {
  const found: { folder: StoreFolder; entry: FolderEntry }[] = [];
  const pending = [{ folder: root, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder, depth } = next;
    const { name, itemCount, isCalendar } = folder;
    found.push({ folder, entry: { name, itemCount, isCalendar, depth } });
    pending.push(...folder.folders.map((inner) => ({ folder: inner, depth: depth + 1 })).reverse());
  }
  return found;
}

/** The user's own: the default calendar, or where that is empty or unknown the one that holds most. */
export function ownCalendar({ calendars }: Store): StoreFolder | undefined {
  const [first] = calendars;
  if (first !== undefined && first.itemCount > 0 && !isOfHolidays(first)) return first;
  return [...calendars].sort((one, other) => other.itemCount - one.itemCount)[0];
}

/** A calendar that Outlook fills with holidays or birthdays lies in another one, or is subscribed to. */
function isOfHolidays({ containerClass }: StoreFolder): boolean {
  return /^IPF\.Appointment\.(Holidays|Birthday)/i.test(containerClass ?? '');
}

/** What a piece of evidence is. */
export function evidenceWords(evidence: Evidence): string {
  const { kind } = evidence;
  if (kind !== 'event-log') return evidenceNames[kind];
  return `event log (${evidence.form}), ${plural(evidence.events.length, 'event')}`;
}

/** What evidence other than an event log is called. */
export const evidenceNames: Readonly<Record<Exclude<Evidence['kind'], 'event-log'>, string>> = {
  ndr: 'non-delivery report',
  reply: 'reply',
  'saved-meeting': 'meeting saved as .ics',
  'tracking-log': 'message tracking log',
};
