import { representedAddresses } from './address';
import { undatedObjectId } from './meeting-identity';
import { subjectForms } from './meeting-subject';
import type { Message } from './message';

/**
 * What tells a meeting from others and is the same on all its copies – the calendar item, an exception, what was sent of
 * it: PidLidCleanGlobalObjectId, else PidLidGlobalObjectId without its date, else organizer, start and subject. Undefined:
 * the copy says too little of them.
 */
export function meetingKeyOf(message: Message): string | undefined {
  const id = message.inherited('cleanGlobalObjectId') ?? message.inherited('globalObjectId');
  if (id !== undefined && id.length > 0) return undatedObjectId(id);
  const [organizer] = representedAddresses(message);
  const subject = subjectForms(message).at(-1);
  const start = message.inherited('appointmentStart');
  if (organizer === undefined || subject === undefined || start?.kind !== 'time') return undefined;
  return [organizer, start.ticks, subject].join('\n');
}
