import { counted } from './counted';

/** How far a run came before something stopped it from outside, such as a signal. */
export interface StoppedRun {
  /** How many files or items were checked. */
  readonly after: number;
  /** How many there are in total; undefined if unknown. */
  readonly of?: number | undefined;
  readonly noun: 'file' | 'item';
}

/** `Stopped after 2,289 of 20,000 files`, and what that means for the report. */
export function formatStopped({ after, of, noun }: StoppedRun): string {
  const nouns = (of ?? after) === 1 ? noun : `${noun}s`;
  const whole = of === undefined ? '' : ` of ${counted(of)}`;
  return `Stopped after ${counted(after)}${whole} ${nouns}: this report is not complete`;
}
