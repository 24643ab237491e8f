/** The characters of a segment that stand for others. */
const ANY = '*';
const ONE = '?';
/** Segments that stand for any number of them. */
const ANY_SEGMENTS = '**';
/** How many patterns braces may make of one. */
const MOST_ALTERNATIVES = 1000;

/** What is wrong with a glob, in words; undefined: nothing. */
export function globProblem(glob: string): string | undefined {
  if (glob === '') return 'a glob, not an empty text';
  if (glob.startsWith('!')) return 'a glob without !, since each names what it is about';
  return alternativesOf(glob) === undefined
    ? `a glob whose braces make no more than ${MOST_ALTERNATIVES}`
    : undefined;
}

/**
 * Whether a path, in segments, is one that a glob means: `*` and `?` stand for characters of a name, `**` for any number of
 * folders, `{a,b}` for one of these; all else for itself.
 */
export function matcherOf(glob: string): (segments: readonly string[]) => boolean {
  const patterns = (alternativesOf(glob) ?? []).map((each) => segmentsOf(each));
  return (segments) =>
    patterns.some((pattern) => isMatch(pattern, segments, (part) => part === ANY_SEGMENTS, isSegmentMatch));
}

/** A path or glob in its segments; a slash at its end says nothing. */
export function segmentsOf(path: string): readonly string[] {
  const segments = path.replace(/^\.\//, '').split('/');
  return segments.at(-1) === '' ? segments.slice(0, -1) : segments;
}

function isSegmentMatch(pattern: string, name: string): boolean {
  return isMatch(
    Array.from(pattern),
    Array.from(name),
    (part) => part === ANY,
    (part, character) => part === ONE || part === character,
  );
}

/** Matches two lists, of which the first has parts that stand for any number: it goes back to the last of these only. */
function isMatch(
  pattern: readonly string[],
  text: readonly string[],
  isAny: (part: string) => boolean,
  isOne: (part: string, item: string) => boolean,
): boolean {
  let [at, place, star, mark] = [0, 0, -1, 0];
  while (place < text.length) {
    const part = pattern[at];
    if (part !== undefined && isAny(part)) {
      [star, mark] = [at, place];
      at += 1;
    } else if (part !== undefined && isOne(part, text[place] as string)) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      mark += 1;
      [at, place] = [star + 1, mark];
    } else return false;
  }
  while (at < pattern.length && isAny(pattern[at] as string)) at += 1;
  return at === pattern.length;
}

/** A glob without braces for each choice that it leaves; undefined: too many. Braces that are not closed are themselves. */
function alternativesOf(glob: string): readonly string[] | undefined {
  let done: readonly string[] = [''];
  let rest = glob;
  for (let open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
    const close = rest.indexOf('}', open);
    if (close < 0) break;
    const before = rest.slice(0, open);
    const choices = rest.slice(open + 1, close).split(',');
    if (done.length * choices.length > MOST_ALTERNATIVES) return undefined;
    done = done.flatMap((start) => choices.map((choice) => start + before + choice));
    rest = rest.slice(close + 1);
  }
  return done.map((start) => start + rest);
}
