import { submissionOf } from '../message/last-sending';
import type { Person, Verdict } from '../rules/rule';
import type { RuleResult, UnreachedMeeting } from '../rules/rule-result';
import { distinctPeople } from '../rules/unreached';
import { gravest, verdictsByGravity } from '../rules/verdicts';
import type { ReportedFile } from './checked-file';
import { meetingFacts } from './meeting-facts';
import type { MeetingFacts } from './meeting-facts';
import type { Reported } from './reported';

/** A copy of a meeting whose changes do not reach somebody: plain data. */
export interface AffectedCopy extends Reported, Pick<MeetingFacts, 'organizer' | 'start'> {
  readonly subject: string | null;
  readonly verdict: Verdict | undefined;
  readonly unreached: readonly UnreachedMeeting[];
  /** Whether it is a request or a cancellation that was submitted. */
  readonly isSent: boolean;
  /** When the occurrences begin, in ISO 8601, if only they are affected; empty: the meeting itself is. */
  readonly occurrences: readonly string[];
  /** What the evidence beside it says, in sentences. */
  readonly evidence: readonly string[];
}

/** A meeting whose changes do not reach somebody, whatever the number of its copies. */
export interface AffectedMeeting extends Pick<
  AffectedCopy,
  'organizer' | 'start' | 'subject' | 'evidence' | 'isSent' | 'occurrences'
> {
  /** What tells it, in hexadecimal; undefined: its only copy says too little. */
  readonly meeting: string | undefined;
  /** The gravest on a copy of it. */
  readonly verdict: Verdict | undefined;
  /** Whom its changes do not reach, each once. */
  readonly attendees: readonly Person[];
  /** Where its copies are. */
  readonly copies: readonly Reported[];
}

/** An item as a copy of an affected meeting; undefined: everybody is reached. */
export function affectedCopyOf({ path, item, message, diagnosis }: ReportedFile): AffectedCopy | undefined {
  const { verdict, unreached, results } = diagnosis;
  if (unreached.length === 0) return undefined;
  const { organizer, start } = meetingFacts(message, diagnosis);
  const evidence = results.flatMap((result) => result.evidence.map(({ message: words }) => words));
  const facts = {
    path,
    item,
    organizer,
    start,
    subject: message.subject ?? null,
    verdict,
    unreached,
    evidence,
  };
  return { ...facts, isSent: submissionOf(message) !== undefined, occurrences: occurrencesIn(results) };
}

/** The occurrences of which rows are at fault, unless rows of the meeting itself are. */
function occurrencesIn(results: readonly RuleResult[]): string[] {
  const rows = results
    .filter(({ unreached }) => unreached !== undefined)
    .flatMap(({ findings }) => findings)
    .filter(({ person }) => person !== undefined);
  const occurrences = rows.map(({ values }) => values?.['occurrence']).filter(isText);
  return occurrences.length < rows.length ? [] : [...new Set(occurrences)];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Gathers copies to meetings. */
export class AffectedMeetings {
  readonly #meetings = new Map<unknown, AffectedMeeting>();

  add(copy: AffectedCopy): void {
    for (const { meeting, attendees } of copy.unreached) {
      const key = meeting ?? copy;
      const known = this.#meetings.get(key);
      this.#meetings.set(
        key,
        known === undefined ? firstOf(copy, meeting, attendees) : joined(known, copy, attendees),
      );
    }
  }

  /** How many there are. */
  get size(): number {
    return this.#meetings.size;
  }

  /** The gravest first, then the latest; those of which no time is known are last. */
  get list(): AffectedMeeting[] {
    return [...this.#meetings.values()].sort(
      (one, other) =>
        gravity(one) - gravity(other) ||
        compareText(other.start ?? '', one.start ?? '') ||
        compareText(one.subject ?? '', other.subject ?? '') ||
        compareText(one.copies[0]?.path ?? '', other.copies[0]?.path ?? ''),
    );
  }
}

function firstOf(
  copy: AffectedCopy,
  meeting: string | undefined,
  attendees: readonly Person[],
): AffectedMeeting {
  const { path, item, organizer, start, subject, verdict, evidence, isSent, occurrences } = copy;
  const facts = { meeting, organizer, start, subject, verdict, evidence, isSent, occurrences };
  return { ...facts, attendees: distinctPeople(attendees), copies: [{ path, item }] };
}

function joined(known: AffectedMeeting, copy: AffectedCopy, attendees: readonly Person[]): AffectedMeeting {
  const isPartial = known.occurrences.length > 0 && copy.occurrences.length > 0;
  return {
    ...known,
    organizer: known.organizer ?? copy.organizer,
    start: known.start ?? copy.start,
    subject: known.subject ?? copy.subject,
    verdict: gravest([known.verdict, copy.verdict]),
    attendees: distinctPeople([...known.attendees, ...attendees]),
    copies: isListed(known, copy) ? known.copies : [...known.copies, { path: copy.path, item: copy.item }],
    evidence: [...new Set([...known.evidence, ...copy.evidence])],
    isSent: known.isSent || copy.isSent,
    occurrences: isPartial ? [...new Set([...known.occurrences, ...copy.occurrences])] : [],
  };
}

/** Whether the copy is the one that came before: an item with several tables. */
function isListed({ copies }: AffectedMeeting, { path, item }: AffectedCopy): boolean {
  const last = copies.at(-1);
  return last?.path === path && last.item?.id === item?.id;
}

function gravity({ verdict }: AffectedMeeting): number {
  const place = verdict === undefined ? -1 : verdictsByGravity.indexOf(verdict);
  return place === -1 ? verdictsByGravity.length : place;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
