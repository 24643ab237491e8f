import { isEvidenceClass, MailboxEvidence } from '../evidence/index';
import type { ItemEvidence } from '../evidence/index';
import { fromFile } from '../node';
import { isMapilintError, readMessage } from '../index';
import type { Message, ReadOptions } from '../index';
import type { StorePlace } from '../report/command';
import { systemPath } from './inputs/file-name';
import { inputsOf } from './inputs/inputs';
import { shortageOf } from './shortage';
import type { Arguments } from './usage/arguments';

/** A message that is evidence beside others, and where it is. */
export interface FoundEvidence {
  readonly path: string;
  readonly item?: StorePlace | undefined;
  readonly evidence: ItemEvidence;
}

/** What the files of a run are evidence of for each other. */
export interface FoundInMailbox {
  readonly mailbox: MailboxEvidence;
  readonly found: readonly FoundEvidence[];
  /** The addresses of all whom the meetings invite, in lower case; none where nobody asks for them. */
  readonly recipients: ReadonlySet<string>;
}

/**
 * Looks through the files for reports, replies and sent messages before any is judged: what a mailbox says of its own
 * items. Of a store only those are opened that a folder lists as such. Files of a list on standard input and parts of a run are judged each
 * by itself. What cannot be read is said when it is judged.
 */
export async function evidenceInFiles(args: Arguments): Promise<FoundInMailbox> {
  const mailbox = new MailboxEvidence();
  const found: FoundEvidence[] = [];
  const recipients = new Set<string>();
  if (args.listing !== undefined || args.shard !== undefined) return { mailbox, found, recipients };
  const isTracked = args.evidence.tracking.length > 0;
  for await (const input of inputsOf(args, nothing())) {
    if ('error' in input || 'passedOver' in input) continue;
    const place = { path: input.path };
    for await (const { message, item } of candidates(input.path, args.read, isTracked)) {
      if (isTracked) addRecipients(message, recipients);
      const evidence = mailbox.add(message);
      if (evidence !== undefined) found.push({ ...place, item, evidence });
    }
  }
  return { mailbox, found, recipients };
}

/** Adds the addresses of a message's recipients, and of those of the messages in it. */
function addRecipients({ recipients, embedded }: Message, addresses: Set<string>): void {
  for (const { emailAddress, smtpAddress } of recipients)
    for (const address of [emailAddress, smtpAddress])
      if (address?.includes('@') === true) addresses.add(address.trim().toLowerCase());
  for (const message of embedded) addRecipients(message, addresses);
}

// eslint-disable-next-line @typescript-eslint/require-await -- it stands for standard input, of which nothing is read
async function* nothing(): AsyncGenerator<Uint8Array, void> {
  yield* [];
}

interface Candidate {
  readonly message: Message;
  readonly item?: StorePlace | undefined;
}

/** The messages of a file that may be evidence, or tell when another was sent; with `isTracked` every meeting. */
async function* candidates(
  path: string,
  options: ReadOptions,
  isTracked: boolean,
): AsyncGenerator<Candidate, void> {
  const isWanted = ({ messageClass }: { messageClass: string | undefined }): boolean =>
    isEvidenceClass(messageClass) ||
    /^ipm\.schedule\.meeting\./i.test(messageClass ?? '') ||
    (isTracked && /^ipm\.appointment/i.test(messageClass ?? ''));
  try {
    const message = await readMessage(fromFile(systemPath(path), path), { ...options, strict: false });
    if (isWanted(message)) yield { message };
  } catch (error) {
    passOver(error);
    if ((error as { feature?: unknown }).feature === 'pst') yield* inStore(path, options, isWanted);
  }
}

async function* inStore(
  path: string,
  options: ReadOptions,
  isWanted: (entry: { messageClass: string | undefined }) => boolean,
): AsyncGenerator<Candidate, void> {
  const { openStore } = await import('../store'); // when the first store is met
  const store = await openStore(fromFile(systemPath(path), path), { ...options, strict: false }).catch(
    passOver,
  );
  if (store === undefined) return;
  try {
    for await (const { id, folder, messageClass } of store.list({ folders: 'all' })) {
      if (!isWanted({ messageClass })) continue;
      const message = await store.item(id).catch(passOver);
      if (message !== undefined) yield { message, item: { id, folder: folder.path } };
    }
  } catch (error) {
    passOver(error);
  } finally {
    await store.close();
  }
}

/** What is wrong with a file, or is said of it by the system, is said when it is judged; anything else is ours. */
function passOver(error: unknown): undefined {
  const isOfSystem =
    typeof (error as NodeJS.ErrnoException).code === 'string' || shortageOf(error) !== undefined;
  if (!isMapilintError(error) && !isOfSystem) throw error;
}
