/** The name that somebody is likely to have meant; undefined: none is near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => [distance(word, name), name] as const).sort(([a], [b]) => a - b);
  const [best] = distances;
  return best !== undefined && best[0] <= Math.max(2, best[1].length / 3) ? best[1] : undefined;
}

/** How many letters have to be put in, left out or changed to get from one word to the other (Levenshtein). */
function distance(one: string, other: string): number {
  if (one.length > MAX_LENGTH) return Infinity;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** No rule's name is longer. */
const MAX_LENGTH = 100;
