import { shownEnding } from '../report/command';
import type { Substitute } from '../report/command';

/** Numbers what is hidden: `name-1`, `address-2`. The same value gets the same number within a report; nothing can be tried. */
export function substitutes(): Substitute {
  const given = new Map<string, string>();
  return (kind, value) => {
    const key = `${kind} ${value.normalize().toLowerCase()}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const ending = kind === 'path' ? shownEnding(value) : '';
    const stands = `${kind}-${given.size + 1}${ending}`;
    given.set(key, stands);
    return stands;
  };
}
