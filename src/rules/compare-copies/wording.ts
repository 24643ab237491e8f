/** The attendee in words, and the values of the two copies. */
type Told = Readonly<Record<'who' | 'organizer' | 'attendee', string>>;

/** What may differ between two copies of a meeting, in words. */
export const differenceMessages = {
  'cancellation-not-received': ({ who }: Told) =>
    `the organizer canceled the meeting, but it is still in the calendar of ${who}`,
  'canceled-for-attendee-only': ({ who }: Told) =>
    `the meeting is canceled for ${who}, but not on the organizer's copy`,
  'update-not-received': ({ who, organizer, attendee }: Told) =>
    `the organizer's copy is version ${organizer}, that of ${who} version ${attendee}: an update has not arrived`,
  'attendee-ahead': ({ who, organizer, attendee }: Told) =>
    `the copy of ${who} is version ${attendee}, newer than the organizer's ${organizer}: this may be an old export`,
  'start-differs': ({ who, organizer, attendee }: Told) =>
    `it begins at ${organizer} for the organizer, at ${attendee} for ${who}`,
  'end-differs': ({ who, organizer, attendee }: Told) =>
    `it ends at ${organizer} for the organizer, at ${attendee} for ${who}`,
  'location-differs': ({ who, organizer, attendee }: Told) =>
    `the place is ${organizer} for the organizer, ${attendee} for ${who}`,
  'recurrence-differs': ({ who, organizer, attendee }: Told) =>
    `it recurs ${organizer} for the organizer, ${attendee} for ${who}`,
  'exceptions-differ': ({ who, organizer, attendee }: Told) =>
    `deleted or changed occurrences: ${organizer} for the organizer, ${attendee} for ${who}`,
  'answer-not-received': ({ who, organizer, attendee }: Told) =>
    `${who} answered "${attendee}", but the organizer's table has ${organizer}: the answer has not arrived`,
  'answer-not-given': ({ who, organizer, attendee }: Told) =>
    `the organizer's table has "${organizer}" for ${who}, whose own copy says ${attendee}`,
} as const;

/** Why something could not be compared, in words. */
export const reasonMessages = {
  'not-a-meeting': () => 'one of the two is not a calendar item, request or cancellation of a meeting',
  'not-the-organizers-copy': () => "the first is an attendee's copy; give the organizer's first",
  'not-an-attendees-copy': () => "the second is the organizer's copy; give an attendee's second",
  'different-meetings': () => 'the two have different identifiers: they are different meetings',
  'identity-unknown': () => 'one of the two has no identifier, so mapilint assumes that they are one meeting',
  'occurrence-only': () =>
    'the attendee has one occurrence of the series: times and recurrence are not compared',
  'recurrence-unreadable': () =>
    'the recurrence of one of the two cannot be read, or not to its end, so it is not compared as a whole',
  'attendee-not-in-table': ({ attendee }: Pick<Told, 'attendee'>) =>
    `${attendee} is in no row of the organizer's table, so the answer is not compared`,
  'attendee-unknown': () =>
    "nobody can say which row of the organizer's table is this attendee's; name the address to compare the answer",
} as const;

/** The stable codes of differences between two copies. */
export type DifferenceCode = keyof typeof differenceMessages;
/** The stable codes of reasons why two copies, or parts of them, were not compared. */
export type ComparisonReasonCode = keyof typeof reasonMessages;
