import { ProgressSlot } from './worker-protocol';

/** Watches a worker; while it is paused, nobody waits for the worker. */
export interface StallWatch {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

/** Calls when there was no outcome for so many milliseconds; undefined: there is no deadline. */
export function watchStalls(progress: Int32Array, timeout: number | undefined, call: () => void): StallWatch {
  if (timeout === undefined) return { pause: nothing, resume: nothing, stop: nothing };
  let [steps, since, isPaused] = [-1, performance.now(), false];
  const timer = setInterval(
    () => {
      const now = Atomics.load(progress, ProgressSlot.steps);
      if (now !== steps || isPaused) [steps, since] = [now, performance.now()];
      else if (performance.now() - since >= timeout) call();
    },
    Math.max(1, Math.min(timeout / 4, 1000)),
  );
  return {
    pause: () => (isPaused = true),
    resume: () => {
      [isPaused, since] = [false, performance.now()];
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

function nothing(): void {
  // there is no deadline
}
