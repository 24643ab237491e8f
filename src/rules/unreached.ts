import type { Person } from './rule';
import type { UnreachedMeeting } from './rule-result';

/** By what a person is known: the address, else the name; undefined: by nothing. */
export function personKey({ address, name }: Person): string | undefined {
  return (address ?? name)?.trim().toLowerCase();
}

/** Each person once; those of whom nothing is known are all different. */
export function distinctPeople(people: readonly Person[]): Person[] {
  const known = new Map<unknown, Person>();
  for (const person of people) {
    const key = personKey(person) ?? person;
    if (!known.has(key)) known.set(key, person);
  }
  return [...known.values()];
}

/** Each meeting once, with everybody whom its copies name; copies that do not tell the meeting are one each. */
export function meetingsIn(copies: readonly UnreachedMeeting[]): UnreachedMeeting[] {
  const known = new Map<unknown, UnreachedMeeting>();
  for (const copy of copies) {
    const key = copy.meeting ?? copy;
    const attendees = [...(known.get(key)?.attendees ?? []), ...copy.attendees];
    known.set(key, { meeting: copy.meeting, attendees: distinctPeople(attendees) });
  }
  return [...known.values()];
}
