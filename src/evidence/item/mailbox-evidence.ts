import { checkArgument } from '../../arguments/check';
import type { FileTime } from '../../mapi/values/file-time';
import { aMessage } from '../../message/given-message';
import { lastSendingOf } from '../../message/last-sending';
import { meetingUid, normaliseUid } from '../../message/meeting-identity';
import { subjectForms } from '../../message/meeting-subject';
import type { Message } from '../../message/message';
import type { DeliveryReport } from '../ndr/delivery-report';
import { evidenceOf } from './evidence-of';
import type { ItemEvidence } from './evidence-of';

/** Two minutes in ticks: within them a failure may belong to either of two submissions. */
const NEAR = 120n * 10_000_000n;
const MINUTE = 600_000_000n;

/** When a request or a cancellation was submitted, and of which meeting it is. */
interface Submission {
  readonly time: FileTime;
  readonly uid: string | undefined;
}

/**
 * Finds evidence among the messages of one mailbox or folder: first `add` every message, then call `of` for each item
 * to get what may be about it. `diagnose` decides whether it is.
 */
export class MailboxEvidence {
  readonly #byMeeting = new Map<string, ItemEvidence[]>();
  /** When requests and cancellations were submitted, by the two minutes and by what tells two of them apart. */
  readonly #submissions = new Map<bigint, Map<string, Submission>>();

  /** Adds a message, and returns the evidence in it; undefined if there is none. */
  add(message: Message): ItemEvidence | undefined {
    checkArgument('MailboxEvidence.add', 'The message', message, aMessage);
    const submitted = submissionOf(message);
    if (submitted !== undefined)
      entryOf(this.#submissions, submitted.ticks / NEAR, () => new Map<string, Submission>()).set(
        submissionKey(message, submitted),
        { time: submitted, uid: message.globalObjectId && meetingUid(message.globalObjectId) },
      );
    const evidence = evidenceOf(message);
    if (evidence !== undefined)
      for (const key of keysOfEvidence(evidence)) entryOf(this.#byMeeting, key, () => []).push(evidence);
    return evidence;
  }

  /**
   * The pieces of evidence that may be about an item: by the identifier of the meeting or, if one of the two does not
   * have it, by the subject. A non-delivery report is left out if the mailbox has messages that were submitted in the
   * minute of the returned message, and all of them are about other meetings.
   */
  of(message: Message): ItemEvidence[] {
    checkArgument('MailboxEvidence.of', 'The message', message, aMessage);
    const id = message.inherited('globalObjectId');
    const forms = subjectForms(message);
    const keys =
      id === undefined
        ? forms.flatMap((form) => [`report ${form}`, `bare ${form}`, `named ${form}`])
        : [`uid ${meetingUid(id)}`, ...forms.flatMap((form) => [`report ${form}`, `bare ${form}`])];
    const pieces = [...new Set(keys.flatMap((key) => this.#byMeeting.get(key) ?? []))];
    return pieces.filter((piece) => piece.kind !== 'ndr' || !this.#isOfOther(piece, id));
  }

  /** Whether what came back was submitted in the minute of messages of other meetings, and of none of this one. */
  #isOfOther({ original: { time } }: DeliveryReport, id: Uint8Array | undefined): boolean {
    if (id === undefined || time?.zone !== 'utc') return false;
    const minute = time.time.ticks / MINUTE;
    const ofMinute = this.#around(time.time)
      .map(([, submission]) => submission)
      .filter((submission) => submission.time.ticks / MINUTE === minute);
    return ofMinute.length > 0 && !ofMinute.some(({ uid }) => uid === meetingUid(id));
  }

  /** When other messages were submitted so close to this one that a failure may belong to them; for `diagnose`. */
  otherSubmissions(message: Message): FileTime[] {
    checkArgument('MailboxEvidence.otherSubmissions', 'The message', message, aMessage);
    const submitted = submissionOf(message);
    if (submitted === undefined) return [];
    const own = submissionKey(message, submitted);
    return this.#around(submitted).flatMap(([key, { time }]) =>
      key === own || !isNear(time, submitted) ? [] : [time],
    );
  }

  /** The submissions within two minutes of a moment, and some that are a little further off. */
  #around({ ticks }: FileTime): [key: string, Submission][] {
    const slot = ticks / NEAR;
    return [slot - 1n, slot, slot + 1n].flatMap((each) => [...(this.#submissions.get(each) ?? [])]);
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
  if (evidence.kind === 'ndr')
    return subjectForms({ ...none, subject: evidence.original.subject }).map((form) => `report ${form}`);
  return evidence.replies.flatMap(({ uid, subject }) => {
    const forms = subjectForms({ ...none, subject });
    if (uid === undefined) return forms.map((form) => `bare ${form}`);
    return [`uid ${normaliseUid(uid)}`, ...forms.map((form) => `named ${form}`)];
  });
}

const none = { subjectPrefix: undefined };
