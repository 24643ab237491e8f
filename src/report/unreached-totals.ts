import type { UnreachedMeeting } from '../rules/rule-result';
import { personKey } from '../rules/unreached';

/** Counts meetings (not copies) and people (not rows) over any number of diagnoses. */
export class UnreachedTotals {
  readonly #meetings = new Set<string>();
  readonly #people = new Set<string>();
  #alone = 0;
  #nameless = 0;

  /** Adds `unreached` of a diagnosis. */
  add(unreached: readonly UnreachedMeeting[]): void {
    for (const { meeting, attendees } of unreached) {
      if (meeting === undefined) this.#alone += 1;
      else this.#meetings.add(meeting);
      for (const person of attendees) {
        const key = personKey(person);
        if (key === undefined) this.#nameless += 1;
        else this.#people.add(key);
      }
    }
  }

  /** How many meetings have changes that do not reach every attendee. Several copies of a meeting count once. */
  get meetings(): number {
    return this.#meetings.size + this.#alone;
  }

  /** How many of these are copies that do not identify their meeting, so that each counts as one meeting. */
  get alone(): number {
    return this.#alone;
  }

  /** How many people there are whom changes do not reach. */
  get attendees(): number {
    return this.#people.size + this.#nameless;
  }
}
