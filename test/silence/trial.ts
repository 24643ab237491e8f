import type { Change } from './changes';
import type { Reading } from './content';
import { differenceOf } from './difference';
import type { Difference } from './difference';

/** A sound file, and how it is read; reading refuses with a typed error. */
export interface Trial {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly read: (bytes: Uint8Array) => Promise<Reading>;
  readonly changes: (bytes: Uint8Array) => Iterable<Change>;
  /** What lies where in the sound file. */
  readonly places?: ((bytes: Uint8Array) => (offset: number) => string) | undefined;
}

/** A change that came out otherwise than the sound file, and of which nothing was said. */
export interface Silence {
  readonly difference: Exclude<Difference, 'none'>;
  readonly change: Change;
}

/** What came of all changes of a file. */
export interface Outcome {
  changes: number;
  refused: number;
  unchanged: number;
  said: number;
  /** What was said, and said to cost less than it did. */
  readonly understated: Silence[];
  readonly silent: Silence[];
}

const anything = ['anything', 'object', 'property', 'value', 'nothing'] as const;

/** What may be said to be lost where something differs so: as much, or more. */
const costOf: Record<Exclude<Difference, 'none'>, readonly string[]> = {
  conclusion: anything,
  order: anything,
  value: anything.slice(0, 4),
  values: anything.slice(0, 4),
  name: anything.slice(0, 3),
  tag: anything.slice(0, 3),
  property: anything.slice(0, 3),
  object: anything.slice(0, 2),
};

const typedErrors = new Set(['FormatError', 'UnsupportedError', 'LimitError']);

/** Reads every `every`-th damaged copy of a file, from the `first` on. */
export async function runTrial({ bytes, read, changes }: Trial, every: number, first = 0): Promise<Outcome> {
  const sound = await read(bytes);
  const before = damageIn(sound);
  const outcome: Outcome = { changes: 0, refused: 0, unchanged: 0, said: 0, understated: [], silent: [] };
  let number = 0;
  for (const change of changes(bytes)) {
    if (number++ % every !== first) continue;
    outcome.changes += 1;
    const reading = await unlessRefused(() => read(change.apply(bytes)));
    if (reading === undefined) outcome.refused += 1;
    else judge(reading, change);
  }
  return outcome;

  function judge(reading: Reading, change: Change): void {
    const difference = differenceOf(sound.content, reading.content);
    if (difference === 'none') outcome.unchanged += 1;
    else {
      const said = [...damageIn(reading)].filter((each) => !before.has(each));
      const list = said.length === 0 ? outcome.silent : outcome.understated;
      if (said.some((each) => costOf[difference].includes(each.split(' ')[0] ?? ''))) outcome.said += 1;
      else list.push({ difference, change });
    }
  }
}

/** The damage that asks for attention: what it costs, its code and its place. */
function damageIn({ damage }: Reading): Set<string> {
  const counted = damage.filter(({ severity }) => severity !== 'info');
  return new Set(counted.map(({ loses, code, path }) => `${loses} ${code} ${path}`));
}

async function unlessRefused<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && typedErrors.has(error.name)) return undefined;
    throw error;
  }
}
