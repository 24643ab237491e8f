import type { Given } from './peer';
import type { Outcome } from './peer-process';

/** What an input counts as: `complete` by what became of the rows that the sound file has. */
export const counted = {
  same: 'complete, with the rows of the sound file',
  said: 'complete, with other rows, and damage that is reported',
  silent: 'complete, with other rows, **in silence**',
  incomparable: 'complete, where the sound file is not',
  'own-error': 'an error of its own',
  'own-error-before': 'an error of its own, as for the sound file',
  'raw-error': 'a raw `TypeError`, `RangeError` or the like',
  hang: 'hang',
  'out-of-memory': 'out of memory',
  died: 'end of the process',
} as const;

export type Count = keyof typeof counted;

/** What came of all inputs of one peer. */
export interface Tally {
  readonly counts: Readonly<Record<Count, number>>;
  readonly inputs: readonly CountedInput[];
}

/** What came of one input. */
export interface CountedInput {
  readonly number: number;
  readonly count: Count;
  /** What the error says. */
  readonly error?: string;
}

/** A damaged file, the sound one that it was made of, and the number behind it. */
export interface DamagedInput {
  readonly number: number;
  readonly sound: Uint8Array;
  readonly damaged: Uint8Array;
}

type Read = (bytes: Uint8Array) => Promise<Outcome>;

/** Reads every input with a peer, and before the first of a sound file that file. */
export async function countInputs(
  read: Read,
  damagedInputs: Iterable<DamagedInput>,
): Promise<CountedInput[]> {
  const soundOutcomes = new Map<Uint8Array, Outcome>();
  const inputs: CountedInput[] = [];
  for (const { number, sound, damaged } of damagedInputs) {
    const before = soundOutcomes.get(sound) ?? (await read(sound));
    soundOutcomes.set(sound, before);
    const outcome = await read(damaged);
    const error = 'error' in outcome ? { error: outcome.error } : {};
    inputs.push({ number, count: countOf(before, outcome), ...error });
  }
  return inputs;
}

/** What inputs counted as, in the order of their numbers. */
export function tallyOf(countedInputs: readonly CountedInput[]): Tally {
  const inputs = [...countedInputs].sort((a, b) => a.number - b.number);
  const kinds = Object.keys(counted) as Count[];
  const numberOf = (kind: Count): number => inputs.filter(({ count }) => count === kind).length;
  const counts = Object.fromEntries(kinds.map((kind) => [kind, numberOf(kind)]));
  return { counts: counts as Record<Count, number>, inputs };
}

function countOf(before: Outcome, outcome: Outcome): Count {
  if (before.kind === 'own-error' && outcome.kind === 'own-error') return 'own-error-before';
  if (outcome.kind !== 'complete') return outcome.kind;
  if (before.kind !== 'complete') return 'incomparable';
  if (JSON.stringify(before.rows) === JSON.stringify(outcome.rows)) return 'same';
  return saysMore(before, outcome) ? 'said' : 'silent';
}

/** Whether any damage is said that the sound file has not. */
function saysMore(before: Given, { said }: Given): boolean {
  const known = new Set(before.said);
  return said.some((each) => !known.has(each));
}
