import type { EventFields } from './event-fields';
import { stringsOfWords } from './failure-text';
import type { EventRoom } from '../worth-of-text';

// Rows of dumpel (Resource Kit) as it writes them when nobody names a delimiter: everything divided by one blank.

const ROW =
  /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}) (\d{1,2}[:.]\d\d[:.]\d\d(?: [AP]M)?) (\d{1,2}) (\d{1,5}) (\d{1,10}) (\S.*)$/;

/** The events of such rows; none if the text has none. */
export function readDumpelLines(lines: readonly string[], room: EventRoom): EventFields[] {
  return lines.flatMap((text, index) => {
    const match = ROW.exec(text.trimEnd());
    if (match === null) return [];
    room.take();
    const [, date = '', clock = '', type, category, id, rest = ''] = match;
    const start = rest.search(/ Ec[A-Z]/);
    const words = (start < 0 ? rest : rest.slice(0, start)).split(' ');
    const description = start < 0 ? words.slice(1).join(' ') : rest.slice(start + 1);
    return [
      {
        line: index + 1,
        time: `${date} ${clock}`,
        type,
        category,
        id,
        source: words[0],
        // a user's name may hold blanks, so that only what follows can tell where the computer's begins
        computer: start < 0 ? undefined : words.at(-1),
        description,
        strings: stringsOfWords(description),
      },
    ];
  });
}
