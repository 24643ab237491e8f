import type { Evidence } from '../../evidence/index';
import { plural } from '../../report/command';
import type { Store, StoreFolder } from '../../store';
import type { PageEvidence, FolderEntry, ItemEntry, FolderListing, PageStore } from '../protocol';

/** A store as the page shows it: its folders. */
export function storeReading(store: Store): PageStore {
  const { kind, format, root, anomalies, suppressedAnomalies } = store;
  return {
    kind: 'store',
    format: `${kind.toUpperCase()}, ${format}`,
    root: folderEntry(root),
    anomalies: anomalies.length + suppressedAnomalies,
  };
}

/** What a folder lists; items that a subject was asked for, if one was. */
export async function listingOf(store: Store, folder: string, subject: string): Promise<FolderListing> {
  const items: ItemEntry[] = [];
  for await (const { id, subject: found, messageClass, start } of store.list({ folders: [folder], subject }))
    items.push({ id, subject: found, messageClass, start: start?.iso ?? undefined });
  return { kind: 'listing', items };
}

/** What a piece of evidence is. */
export function evidenceReading(evidence: Evidence): PageEvidence {
  const { kind } = evidence;
  if (kind !== 'event-log') return { kind: 'evidence', what: evidenceNames[kind] };
  const { length } = evidence.events;
  return {
    kind: 'evidence',
    what: `event log (${evidence.form}), ${plural(length, 'event')}`,
  };
}

function folderEntry({ name, path, itemCount, isCalendar, folders }: StoreFolder): FolderEntry {
  return { name, path, itemCount, isCalendar, folders: folders.map(folderEntry) };
}

/** What evidence other than an event log is called. */
const evidenceNames: Readonly<Record<Exclude<Evidence['kind'], 'event-log'>, string>> = {
  ndr: 'non-delivery report',
  reply: 'reply',
  'saved-meeting': 'meeting saved as .ics',
  'tracking-log': 'message tracking log',
};
