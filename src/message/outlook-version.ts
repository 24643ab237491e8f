import { FileTime } from '../mapi/values/file-time';
import { creationOf, lastSendingOf } from './last-sending';
import type { Message } from './message';

/** Outlook 2013, which does not connect to Exchange 2003. */
const FIRST_WITHOUT_2003 = 15;
/** When it came out. */
const RELEASED = FileTime.fromDate(new Date('2013-01-29T00:00:00Z'));
const PER_VERSION = 10_000;

/** The version of the Outlook that saved an item last, such as 11; undefined: it does not say. */
export function outlookVersionOf(message: Message): number | undefined {
  const named = /^(\d{1,3})(?:\.|$)/.exec(message.currentVersionName?.trim() ?? '')?.[1];
  if (named !== undefined) return Number(named);
  const number = message.currentVersion;
  return number === undefined || number < PER_VERSION ? undefined : Math.floor(number / PER_VERSION);
}

/**
 * Whether an item is of an Outlook that cannot belong to Exchange 2003. The version is that of whoever saved it last: what
 * was sent or created before that Outlook came out may have been moved since.
 */
export function isOfLaterOutlook(message: Message): boolean {
  if ((outlookVersionOf(message) ?? 0) < FIRST_WITHOUT_2003) return false;
  const sending = lastSendingOf(message);
  const sent = sending?.by === 'lastModificationTime' ? undefined : sending?.time;
  return [sent, creationOf(message)].every((time) => time === undefined || time.ticks >= RELEASED.ticks);
}
