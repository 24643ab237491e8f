import type { FileTime } from '../../mapi/values/file-time';
import { lastSendingOf } from '../../message/last-sending';
import { meetingUid, normaliseUid } from '../../message/meeting-identity';
import { subjectForms } from '../../message/meeting-subject';
import type { Message } from '../../message/message';
import { evidenceOf } from './evidence-of';
import type { ItemEvidence } from './evidence-of';

/** Two minutes in ticks: within them a failure may belong to either of two submissions. */
const NEAR = 120n * 10_000_000n;

/**
 * What the messages of one mailbox or folder are evidence of, found by the meeting: `add` every message first, then ask
 * for each item what may be about it. `diagnose` weighs whether it is.
 */
export class MailboxEvidence {
  readonly #byMeeting = new Map<string, ItemEvidence[]>();
  /** When requests and cancellations were submitted, by the two minutes and by what tells two of them apart. */
  readonly #submissions = new Map<bigint, Map<string, FileTime>>();

  /** Takes note of a message, and gives what it is evidence of; undefined: of nothing. */
  add(message: Message): ItemEvidence | undefined {
    const submitted = submissionOf(message);
    if (submitted !== undefined)
      entryOf(this.#submissions, submitted.ticks / NEAR, () => new Map<string, FileTime>()).set(
        submissionKey(message, submitted),
        submitted,
      );
    const evidence = evidenceOf(message);
    if (evidence !== undefined)
      for (const key of keysOfEvidence(evidence)) entryOf(this.#byMeeting, key, () => []).push(evidence);
    return evidence;
  }

  /** The pieces that may be about an item: by the meeting's identifier or by its subject. */
  of(message: Message): ItemEvidence[] {
    const keys = keysOf(message.inherited('globalObjectId'), message);
    return [...new Set(keys.flatMap((key) => this.#byMeeting.get(key) ?? []))];
  }

  /** When other messages were submitted so that a failure in the minute of this one may be theirs. */
  otherSubmissions(message: Message): FileTime[] {
    const submitted = submissionOf(message);
    if (submitted === undefined) return [];
    const own = submissionKey(message, submitted);
    const slot = submitted.ticks / NEAR;
    const around = [slot - 1n, slot, slot + 1n].flatMap((each) => [...(this.#submissions.get(each) ?? [])]);
    return around.flatMap(([key, time]) => (key === own || !isNear(time, submitted) ? [] : [time]));
  }
}

function isNear({ ticks: one }: FileTime, { ticks: other }: FileTime): boolean {
  return one - other <= NEAR && other - one <= NEAR;
}

/** The value at a key, which is made if there is none. */
function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}

function submissionOf(message: Message): FileTime | undefined {
  const sending = lastSendingOf(message);
  return sending?.by === 'clientSubmitTime' ? sending.time : undefined;
}

/** The same for copies of one message, which a mailbox may hold several of. */
function submissionKey(message: Message, { ticks }: FileTime): string {
  return [ticks, message.messageClass?.trim().toLowerCase(), ...keysOf(message.globalObjectId, message)].join(
    '\n',
  );
}

function keysOf(id: Uint8Array | undefined, named: Pick<Message, 'subject' | 'subjectPrefix'>): string[] {
  const forms = subjectForms(named).map((form) => `subject ${form}`);
  return id === undefined ? forms : [`uid ${meetingUid(id)}`, ...forms];
}

function keysOfEvidence(evidence: ItemEvidence): string[] {
  if (evidence.kind === 'ndr') return keysOf(undefined, { ...none, subject: evidence.original.subject });
  return evidence.replies.flatMap(({ uid, subject }) => [
    ...(uid === undefined ? [] : [`uid ${normaliseUid(uid)}`]),
    ...keysOf(undefined, { ...none, subject }),
  ]);
}

const none = { subjectPrefix: undefined };
