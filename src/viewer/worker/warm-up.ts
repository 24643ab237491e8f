import { propertyNames } from '../../mapi/names/index';
import { openStore } from '../../store';
import { readingOf } from '../reading';
import { EvidenceBeside } from './evidence-beside';

/** More would cost more than they bring. */
const MESSAGES = 3;

/**
 * Judges the first messages of a mailbox and forgets them: what reads and judges is compiled when the first file of the
 * user comes, which then takes half the time.
 */
export async function warmUp(mailbox: File): Promise<void> {
  const store = await openStore(mailbox);
  const source = { number: 0, file: mailbox, path: mailbox.name };
  const beside = new EvidenceBeside();
  let left = MESSAGES;
  for await (const { id } of store.list({ folders: 'all' })) {
    const checked = await beside.checked(source, await store.item(id), { number: 0, files: [] });
    readingOf(checked, propertyNames);
    left -= 1;
    if (left === 0) return;
  }
}
