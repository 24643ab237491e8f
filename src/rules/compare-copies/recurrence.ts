import { decodeRecurrence } from '../../mapi/structures/recurrence/recurrence';
import type { Recurrence } from '../../mapi/structures/recurrence/recurrence';
import type { Message } from '../../message/message';

/** A recurrence as two copies of it are compared. */
export interface RecurrenceText {
  /** By what rule and for how long it recurs. */
  readonly pattern: string;
  /** The occurrences that are not as the rule says. */
  readonly exceptions: string;
}

/** Undefined: the recurrence cannot be read. */
export function describeRecurrence(message: Message): RecurrenceText | undefined {
  const bytes = message.appointmentRecurrence;
  if (bytes === undefined)
    return message.recurring === true ? undefined : { pattern: 'not at all', exceptions: 'none' };
  const decoded = decodeRecurrence(bytes, message.properties.codePage);
  return decoded && { pattern: patternOf(decoded), exceptions: exceptionsOf(decoded) };
}

function patternOf({
  frequency,
  patternType,
  period,
  startDate,
  endDate,
  endType,
  startTime,
}: Recurrence): string {
  const end = endType === 'never' ? 'without end' : `to ${endDate}`;
  return `${frequency} (${patternType}, period ${period}) at minute ${startTime} from ${startDate} ${end}`;
}

function exceptionsOf({ deletedDates, modifiedDates }: Recurrence): string {
  const dates = [...deletedDates.map((date) => `-${date}`), ...modifiedDates.map((date) => `+${date}`)];
  return dates.length === 0 ? 'none' : dates.sort().join(' ');
}
