import type { UnreachedMeeting } from '../rules/rule-result';
import { personKey } from '../rules/unreached';

/** Counts meetings rather than copies, and people rather than rows, over any number of diagnoses. */
export class UnreachedTotals {
  readonly #meetings = new Set<string>();
  readonly #people = new Set<string>();
  #alone = 0;
  #nameless = 0;

  /** Adds what a diagnosis says in `unreached`. */
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

  /** How many meetings there are of which changes do not reach somebody, whatever the number of their copies. */
  get meetings(): number {
    return this.#meetings.size + this.#alone;
  }

  /** How many of these are copies that do not tell their meeting, so that each counts for itself. */
  get alone(): number {
    return this.#alone;
  }

  /** How many people changes do not reach. */
  get attendees(): number {
    return this.#people.size + this.#nameless;
  }
}
