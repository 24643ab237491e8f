import { UnsupportedError } from '../damage/errors';
import { exceptionDamage, tableDamage, unreadAttachments } from '../message/lost-properties';
import { copyOf } from '../message/meeting-copy';
import { itemOf } from '../message/meeting';
import { tablesOf } from '../message/meeting-tables';
import type { Message } from '../message/message';
import type { Diagnosis } from '../rules/diagnose';
import type { BadTime } from './zero-time';

/** Throws an `UnsupportedError` for a message that nobody should repair. */
export function refuseDoubtful(item: Message, isAttendeeCopyMeant: boolean): void {
  if (itemOf(item) === undefined || item.kind !== 'message') refuse('it is not a meeting');
  const [damage] = [
    ...tablesOf(item).flatMap(({ message }) => tableDamage(message)),
    ...exceptionDamage(item),
  ];
  if (damage !== undefined) refuse(`its recipient table is damaged, and rows may be missing: ${damage}`);
  if (unreadAttachments(item) > 0) refuse('a message that is attached to it could not be read');
  if (copyOf(item).owner === 'attendee' && !isAttendeeCopyMeant)
    refuse(
      "it is an attendee's copy, which is not what Exchange sends: repair the organizer's copy, or allow this one (attendeeCopy)",
    );
}

/** Throws one where a diagnosis blames rows that are not as it says: it is of another message. */
export function refuseAnother(zeros: readonly BadTime[], { findings }: Pick<Diagnosis, 'findings'>): void {
  const paths = new Set(zeros.map(({ path }) => path));
  const blamed = findings.filter(({ code }) => code === 'track-status-time-zero');
  const unknown = blamed.find(({ path }) => !paths.has(path));
  if (unknown !== undefined) refuse(`the diagnosis is of another message: ${unknown.path} is not 0 here`);
}

export function refuse(why: string): never {
  throw new UnsupportedError('repair', `The message was not repaired: ${why}`);
}
