import type { BadInput } from '../inputs/input';
import type { AnyInput } from './batches';
import type { CheckSettings } from './check-settings';
import type { FileOutcome } from './file-outcome';
import { plainError, revived } from './plain-error';
import type { PlainError } from './plain-error';

/** What a worker is started with. */
export interface WorkerSettings {
  readonly settings: CheckSettings;
  /** Where it says how far it is: see `Progress`. */
  readonly progress: SharedArrayBuffer;
}

/** The two numbers by which a worker says how far it is; they are there even when it has died. */
export const ProgressSlot = {
  /** Which file of its batch it is at. */
  current: 0,
  /** Counts up with every outcome: as long as it does, the worker is alive. */
  steps: 1,
  length: 2,
} as const;

export type SentInput = Exclude<AnyInput, BadInput> | { readonly path: string; readonly error: PlainError };

/** To the worker: files to check, or that its last outcomes were taken. */
export type ToWorker = { readonly inputs: readonly SentInput[] } | 'taken';

/** From the worker: that it can begin, or outcomes. */
export type FromWorker =
  | 'ready'
  | {
      readonly outcomes: readonly FileOutcome[];
      /** How many files of the batch have all their outcomes handed over. */
      readonly delivered: number;
      readonly isDone: boolean;
    };

export function sent(input: AnyInput): SentInput {
  return 'error' in input ? { ...input, error: plainError(input.error) } : input;
}

export function received(input: SentInput): AnyInput {
  return 'error' in input ? { ...input, error: revived(input.error) } : input;
}
