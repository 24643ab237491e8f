import { formats } from './formats';
import type { FormatName } from './formats';

/** What the first inputs of a format do, in this process: `npm run fuzz` runs a million in workers, which may hang or die. */
export interface FirstInputs {
  readonly read: number;
  readonly refused: number;
  /** Untyped errors, by the number of their input. */
  readonly faults: readonly string[];
}

export async function firstInputs(name: FormatName, inputs: number): Promise<FirstInputs> {
  const { exercise, mutate, seeds: seedsOf } = formats[name];
  const seeds = seedsOf();
  const counts = { read: 0, refused: 0 };
  const faults: string[] = [];
  for (let seed = 0; seed < inputs; seed += 1) {
    const { bytes } = seeds[seed % seeds.length] as (typeof seeds)[number];
    try {
      counts[await exercise(mutate(bytes, seed))] += 1;
    } catch (error) {
      faults.push(`${seed}: ${String(error)}`);
    }
  }
  return { ...counts, faults };
}
