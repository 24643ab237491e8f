import { fromFile } from '../../node';
import { formatItems, jsonText, toItemReport } from '../../report/command';
import type { ListedEntry } from '../../report/command';
import { openStore } from '../../store';
import type { Arguments } from '../usage/arguments';
import { formatReadError } from '../read-error';
import type { StoreArguments } from '../usage/store-arguments';
import type { Terminal } from '../terminal';

/** `mapilint items`: what the folders of a store list; its calendars, if nothing else is asked for. */
export async function items(args: Arguments, terminal: Terminal): Promise<number> {
  const [path = ''] = args.paths;
  try {
    const listed = await list(path, args);
    terminal.out(
      args.output.format === 'json'
        ? `${jsonText({ schema: 1, path, items: listed.map(toItemReport) }, 2)}\n`
        : `${formatItems(listed)}\n`,
    );
    return 0;
  } catch (error) {
    terminal.err(formatReadError(path, error as Error));
    return 2;
  }
}

async function list(path: string, { read, store: selection }: Arguments): Promise<ListedEntry[]> {
  const store = await openStore(fromFile(path), read);
  try {
    const { folders = 'calendar', subject } = selection;
    const listed: ListedEntry[] = [];
    for await (const entry of store.list({ folders, subject })) listed.push(entry);
    return inOrder(listed, selection.sort);
  } finally {
    await store.close();
  }
}

function inOrder(listed: readonly ListedEntry[], sort: StoreArguments['sort']): ListedEntry[] {
  const bySubject = (one: ListedEntry, other: ListedEntry): number => {
    const [first, second] = [one, other].map(({ subject }) => subject?.toLowerCase() ?? '');
    return (first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1;
  };
  const byStart = (one: ListedEntry, other: ListedEntry): number =>
    Number((one.start?.ticks ?? 0n) - (other.start?.ticks ?? 0n));
  if (sort === undefined) return [...listed];
  return [...listed].sort(sort === 'subject' ? bySubject : byStart);
}
