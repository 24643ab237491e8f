/** The name that somebody is likely to have meant; undefined: none is near. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const near = names.map((name) => [distance(word.slice(0, MAX_LENGTH), name), name] as const);
  const [best] = near.sort(([one], [other]) => one - other);
  return best !== undefined && best[0] <= Math.max(2, best[1].length / 3) ? best[1] : undefined;
}

/** How many letters have to be put in, left out or changed to get from one word to the other (Levenshtein). */
function distance(one: string, other: string): number {
  const letters = other.toLowerCase();
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const letter of one.toLowerCase()) {
    let before = (row[0] as number) + 1;
    row = [
      before,
      ...row.slice(1).map((above, index) => {
        const changed = (row[index] as number) + (letter === letters[index] ? 0 : 1);
        return (before = Math.min(changed, above + 1, before + 1));
      }),
    ];
  }
  return row.at(-1) as number;
}

/** No name is longer; of what is, its beginning is far enough from all. */
const MAX_LENGTH = 100;
