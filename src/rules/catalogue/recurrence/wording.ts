import type { PlaceholdersOf, WithValues } from '../../messages';
import { plural } from '../../wording';

/** What is wrong with a recurrence, in words. */
export const recurrenceMessages = {
  'not-recurring': () => 'the meeting does not recur',
  'recurrence-missing': () =>
    'PidLidRecurring says that the meeting recurs, but there is no recurrence; it is shown once or not at all',
  'recurrence-empty': () => 'PidLidAppointmentRecur is empty; the meeting is shown once or not at all',
  'recurrence-undecodable': ({ size }: { size: number }) =>
    `PidLidAppointmentRecur has ${plural(size, 'byte')} that are not a recurrence; none of its occurrences can be found`,
  'recurrence-cut': ({ counted, described }: { counted: number; described: number }) =>
    `PidLidAppointmentRecur is cut: it counts ${plural(counted, 'changed occurrence')} and describes ${described}; ` +
    'programs show the others where they were, or none at all',
  'recurrence-texts-cut': () =>
    'PidLidAppointmentRecur is cut in the second account of its changed occurrences, which has their subjects and ' +
    'places in Unicode; programs show them in 8-bit characters, or lose all changes',
  'recurrence-bytes-unread': ({ size }: { size: number }) =>
    `PidLidAppointmentRecur has ${plural(size, 'byte')} behind its end that are not all zero; nobody knows what they say`,
  'recurring-flag-missing': () =>
    'there is a recurrence, but PidLidRecurring is missing; some programs show the first occurrence only',
  'recurring-flag-disagrees': ({ recurring, type }: { recurring: string; type: string | undefined }) =>
    `PidLidRecurring is ${recurring}, but PidLidRecurrenceType is ${type}; programs differ in what they show`,
  'recurrence-start-zero': () => 'the recurrence begins at 0 (1601-01-01), which no meeting does',
  'recurrence-start-past-limit': ({ date }: { date: string }) =>
    `the recurrence begins on ${date}, after the last day that Outlook knows (4500-12-31)`,
  'recurrence-end-zero': () => 'the recurrence ends at 0 (1601-01-01), so it has no occurrence',
  'recurrence-end-past-limit': ({ date }: { date: string }) =>
    `the recurrence ends on ${date}, after the last day that Outlook knows (4500-12-31)`,
  'recurrence-ends-before-start': ({ start, end }: { start: string; end: string }) =>
    `the recurrence begins on ${start} and ends on ${end}, so it has no occurrence`,
  'exception-before-series': ({ original, start }: { original: string; start: string }) =>
    `a changed occurrence replaces one of ${original}, before the recurrence begins on ${start}; it replaces nothing`,
  'exception-after-series': ({ original, end }: { original: string; end: string }) =>
    `a changed occurrence replaces one of ${original}, after the recurrence ends on ${end}; it replaces nothing`,
  'exception-lengths': ({ original }: { original: string }) =>
    `the changed occurrence of ${original} states two lengths of its subject or location that contradict each other; ` +
    'programs that trust the wrong one lose all that follows',
  'exception-count': ({ modified, exceptions }: { modified: number; exceptions: number }) =>
    `the recurrence counts ${plural(modified, 'changed occurrence')} but describes ${exceptions}`,
} as const;

type Wording = typeof recurrenceMessages;

/** Something wrong with a recurrence, in the words of the rule. */
export type RecurrenceProblem = {
  [Code in keyof Wording]: { readonly code: Code } & WithValues<PlaceholdersOf<Wording[Code]>>;
}[keyof Wording];
