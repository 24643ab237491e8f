import { FormatError } from '../damage/errors';

// How much a text may hold for its length. What programs and servers write comes nowhere near; a text that was made to
// exhaust its reader is nothing but line ends, or the shortest events there can be.

/** So many lines are read of any text; a longer text has lines of at least so many characters on average. */
const LINES = 100_000;
const SHORTEST_LINE = 12;
/** The same for events. */
const EVENTS = 20_000;
const SHORTEST_EVENT = 48;

/** Throws a `FormatError` (`evidence-too-many`) for a text of more lines than its length is worth. */
export function expectLines(text: string): void {
  const most = LINES + Math.floor(text.length / SHORTEST_LINE);
  if (text.length <= most) return;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) count += 1;
  }
  if (count > most) throw tooMany(`it has ${count} lines in ${text.length} characters`);
}

/** How many events a text may have. */
export class EventRoom {
  readonly #characters: number;
  #left: number;

  constructor(characters: number) {
    this.#characters = characters;
    this.#left = EVENTS + Math.floor(characters / SHORTEST_EVENT);
  }

  /** Takes room for an event; throws a `FormatError` (`evidence-too-many`) where there is none. */
  take(): void {
    this.#left -= 1;
    if (this.#left < 0)
      throw tooMany(
        `it has more events than ${this.#characters} characters allow: supply those of MSExchangeTransport only`,
      );
  }
}

function tooMany(what: string): FormatError {
  return new FormatError('evidence-too-many', `The text was not read: ${what}`);
}
