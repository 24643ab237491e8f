import type { Message } from '../../index';
import type { FilterArguments } from '../usage/filter-arguments';

/** Whether an item is among those that are asked for. What does not say when or whose it is may be any, and is. */
export function isAskedFor(message: Message, { since, before, organizer }: FilterArguments): boolean {
  return (
    isWithin(message, since, before) && (organizer === undefined || isOf(message, organizer.toLowerCase()))
  );
}

/** By its start or by when it was sent. A series goes on, nobody looks here until when; its exceptions show that it is one. */
function isWithin(message: Message, since = -Infinity, before = Infinity): boolean {
  if (since === -Infinity && before === Infinity) return true;
  const { appointmentStart, clientSubmitTime, recurring, embedded } = message;
  const times = [appointmentStart, clientSubmitTime].flatMap((time) => time?.toDate()?.getTime() ?? []);
  const isSeries = recurring === true || embedded.some(({ kind }) => kind === 'exception');
  const first = isSeries ? -Infinity : since;
  return times.length === 0 || times.some((time) => time >= first && time < before);
}

function isOf(message: Message, organizer: string): boolean {
  const { sentRepresentingName, sentRepresentingEmailAddress, sentRepresentingSmtpAddress } = message;
  const names = [sentRepresentingName, sentRepresentingEmailAddress, sentRepresentingSmtpAddress];
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 || known.some((name) => name.toLowerCase().includes(organizer));
}
