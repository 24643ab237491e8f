// Every text of a message with an unguessable one of the same length in its place.

import { PropertyTable } from '../../src/mapi/rows/property-table';
import type { PropertyValue } from '../../src/mapi/values/property-value';
import { Random } from '../fuzz/random';

/** Letters of which no word of ours and no hash has four in a row. */
const LETTERS = 'qxzjvkw';
/** What four of them in a row are: a part of a token. */
const LEAK = /[qxzjvkw]{4,}/gi;
/** Shorter words stay: nobody could say of three letters where they come from. */
const WORD = /[\p{L}\p{N}\p{M}]{3,}/gu;

/** Identifiers of properties whose texts are terms, or are read for terms: classes, types of address, headers, bodies. */
const terms: ReadonlySet<number> = new Set([
  0x001a, 0x3002, 0x0c1e, 0x0064, 0x0075, 0x0043, 0x0049, 0x007d, 0x1000, 0x1013,
]);
/** Words by which a reply, an update or a report is known, in a subject. */
const prefixes: ReadonlySet<string> = new Set(
  'updated canceled cancelled undeliverable accepted declined tentative new time proposed'.split(' '),
);

/** Words by which the formats of mails and calendars are read. */
const ofFormats: ReadonlySet<string> = new Set(
  (
    'from subject date content type message multipart report delivery status text plain rfc822 headers partial boundary ' +
    'mime version reporting mta dns final original recipient action failed diagnostic code smtp begin end vcalendar vevent ' +
    'method reply counter prodid attendee organizer mailto partstat summary dtstamp dtstart uid calendar charset transfer ' +
    'encoding arrival received disposition attachment inline file name exchange event store call error smtpsvc mapi time ' +
    'source user computer description application microsoft transport base64 gmt tnef vnd outlook octet stream winmail quoted printable ascii iso utf windows html ' +
    'mixed alternative related formats'
  ).split(' '),
);

/** Gives a word the same token wherever it stands, in any case. */
export class Tokens {
  readonly #random = new Random(24);
  readonly #known = new Map<string, string>();
  /** Every whole text that was met. */
  readonly texts = new Set<string>();

  /** A text with a token for each of its words; `isPart`: only for those that stood in a text before. */
  of(text: string, isPart = false): string {
    return text.replace(WORD, (word) => {
      const key = word.toLowerCase();
      const isKept = isPart && (ofFormats.has(key) || !this.#known.has(key));
      if (prefixes.has(key) || isKept) return word;
      const known = this.#known.get(key) ?? this.#made(word.length);
      this.#known.set(key, known);
      return known;
    });
  }

  /** The same of bytes, in 8 and in 16 bits a character, with these words among those that are known. */
  ofBytes(bytes: Uint8Array, words: readonly string[]): Uint8Array {
    for (const word of words) this.of(word);
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    // the first lines of a tracking log name its columns
    const narrow = lines.map((line) => (line.startsWith('# ') ? line : this.of(line, true))).join('\n');
    return this.#wide(Buffer.from(narrow, 'latin1'));
  }

  #wide(bytes: Buffer): Buffer {
    for (const [word, token] of this.#known) {
      for (const spelt of [word, word.slice(0, 1).toUpperCase() + word.slice(1)]) {
        const wanted = Buffer.from(spelt, 'utf16le');
        for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1))
          bytes.write(token, at, 'utf16le');
      }
    }
    return bytes;
  }

  #made(length: number): string {
    return Array.from({ length }, () => LETTERS[this.#random.below(LETTERS.length)]).join('');
  }
}

/** While `work` runs, each text that is a property's value is seen by `change`, and is what that gives. */
export async function withTexts<T>(change: (text: string) => string, work: () => Promise<T>): Promise<T> {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with what it belongs to
  const original = PropertyTable.prototype.value;
  const changed = (value: PropertyValue | undefined): PropertyValue | undefined => {
    if (typeof value === 'string') return change(value);
    return Array.isArray(value)
      ? (value.map((each) => changed(each as PropertyValue)) as PropertyValue)
      : value;
  };
  PropertyTable.prototype.value = function (this: PropertyTable, index, text) {
    const value = original.call(this, index, text);
    return terms.has(this.tag(index) >>> 16) ? value : changed(value);
  };
  try {
    return await work();
  } finally {
    PropertyTable.prototype.value = original;
  }
}

/** The parts of tokens in what was printed, also where it is a URI. */
export function leaksIn(printed: string): string[] {
  const decoded = printed.replace(/%[0-9A-F]{2}/gi, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
  return [...new Set(decoded.match(LEAK))];
}
